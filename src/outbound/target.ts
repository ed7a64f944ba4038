import { isIP } from 'node:net';
import { OutboundError } from './outbound-error.js';
import { isLoopbackAddress, isPublicAddress } from './special-addresses.js';

/** Far longer than any real one; the URL also stands in the row of a failure. */
const MAX_URL_LENGTH = 2_000;
/** Below are the old services of the Internet; besides the web's own port none of them is a web server's. */
const FIRST_FREE_PORT = 1_024;

/**
 * A URL that may be fetched as far as its text tells.
 * @param isDevelopment the issuer itself is http on this machine: http is allowed, for the relying party next to it
 * @throws OutboundError
 */
export function checkedTarget(text: string, isDevelopment: boolean): URL {
  const url = text.length <= MAX_URL_LENGTH && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw new OutboundError('url', 'it is not a URL');
  const fault = faultOf(url, isDevelopment);
  if (fault !== undefined) throw new OutboundError('url', fault);
  return url;
}

function faultOf({ protocol, username, password, port }: URL, isDevelopment: boolean): string | undefined {
  if (protocol !== 'https:' && !(isDevelopment && protocol === 'http:')) return 'it must begin with https';
  if (username !== '' || password !== '') return 'it holds a user name or a password';
  if (port !== '' && Number(port) < FIRST_FREE_PORT) return 'its port must be the usual one or from 1024 up';
  return undefined;
}

/** The host without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

/** Whether a host is an address already. `URL` has read every spelling of one: octal, hexadecimal, one big number. */
export function isAddress(host: string): boolean {
  return isIP(host) !== 0;
}

/**
 * Checks every address that a host has: one bad one is enough, because the connection may be made to any.
 * @throws OutboundError without the address, which the owner of the app did not choose to tell
 */
export function checkAddresses(addresses: readonly string[], { protocol }: URL, isDevelopment: boolean): void {
  const isAllowed = (address: string) =>
    isDevelopment && isLoopbackAddress(address) ? true : protocol === 'https:' && isPublicAddress(address);
  if (addresses.length > 0 && addresses.every(isAllowed)) return;
  throw new OutboundError('address', 'its host is not on the public Internet');
}
