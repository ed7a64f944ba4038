import { uriFault, type UriFault } from './uri-fault.js';
import { splitAuthority, type UriPart, type UriParts } from './uri-parts.js';

/** RFC 8252 §7.3 for the literals; §8.3 warns of the name, which development cannot do without. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** RFC 1123 §2.1, in lower case: what a name looks like on the wire. */
const DNS_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

/** Judges user info, host and port of an http or https address; other schemes have none here. */
export function checkAuthority({ scheme, authority }: UriParts): UriFault | undefined {
  if (scheme === undefined || authority === undefined) return undefined;
  const { host, port } = splitAuthority(authority);
  return checkUserinfo(authority) ?? checkHost(host) ?? checkPort(port) ?? checkPlainHttp(scheme, host);
}

/** Whether only this device can be meant (RFC 8252 §7.3). */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.has(host);
}

/** `https://app.example@evil.example` reads as one host and leads to the other (attack A02). */
function checkUserinfo({ text, start }: UriPart): UriFault | undefined {
  const at = text.lastIndexOf('@');
  if (at < 0) return undefined;
  return uriFault('userinfo', "Remove the user name: nothing may stand before the host, and no '@'.", start, at + 1);
}

function checkHost({ text, start }: UriPart): UriFault | undefined {
  const refuse = (message: string) => uriFault('host', message, start, text.length);
  if (text === '') return refuse('Write the host after the two slashes, like https://app.example/callback.');
  if (text !== text.toLowerCase()) return refuse(`Write the host in lower case: ${text.toLowerCase()}.`);
  if (!DNS_NAME.test(text) && !IPV6.test(text)) {
    return refuse('Write the host as a plain name of letters, digits, hyphens and dots, like app.example.');
  }
  // `127.1`, `0x7f.1` and `2130706433` are 127.0.0.1 to a browser; `1.2.3.256` is nothing.
  const canonical = canonicalHost(text);
  if (canonical === undefined) return refuse('Write a host that exists: browsers cannot read this one.');
  return canonical === text ? undefined : refuse(`Write the host as browsers read it: ${canonical}.`);
}

function checkPort(port: UriPart | undefined): UriFault | undefined {
  if (port === undefined || isPort(port.text)) return undefined;
  const message = "Write a port from 1 to 65535 without zeros before it, or leave out the ':'.";
  return uriFault('port', message, port.start, port.text.length);
}

/** RFC 9700 §2.6: no redirect URI with http, except a loopback address. */
function checkPlainHttp(scheme: UriPart, host: UriPart): UriFault | undefined {
  if (scheme.text !== 'http' || isLoopback(host.text)) return undefined;
  const message = 'Use https. Plain http is for localhost, 127.0.0.1 and [::1] only.';
  return uriFault('http_not_loopback', message, scheme.start, scheme.text.length);
}

/** Whether a text is a port that a server can listen on, in its only spelling. */
export function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}

function canonicalHost(host: string): string | undefined {
  const url = `https://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
