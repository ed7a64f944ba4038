import { APP_KIND_RULES, type AppKind } from './grant-types.js';
import { formDecode } from './params.js';
import { checkAuthority } from './uri-authority-rules.js';
import { checkCharacters } from './uri-character-rules.js';
import { uriFault, type UriFault } from './uri-fault.js';
import { splitUri, type UriPart, type UriParts } from './uri-parts.js';

export type RedirectUriFault = UriFault;

type Rule = (parts: UriParts) => UriFault | undefined;

/** RFC 8252 §7.1: a private-use scheme is a domain name of the app's maker in reverse order, so it has a dot. */
const PRIVATE_USE_SCHEME = /^[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+$/;
/** What an authorization response may add (RFC 6749 §4.1.2, RFC 9207 §2). */
const RESPONSE_PARAMETERS = new Set(['code', 'state', 'iss', 'error', 'error_description', 'error_uri']);

/**
 * Judges a redirect URI at registration: RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700 §4.1. What is registered is compared
 * and followed as it is, so everything that two programs could read differently is refused here.
 * @returns the first fault, or null when the URI is fine
 */
export function lintRedirectUri(uri: string, kind: AppKind): RedirectUriFault | null {
  const { usesRedirects, mayUseCustomScheme } = APP_KIND_RULES[kind];
  if (!usesRedirects) return uriFault('not_used', 'Remove it: a machine app has no callback URLs.', 0, uri.length);
  const checkScheme = mayUseCustomScheme ? checkNativeScheme : checkWebScheme;
  return firstFault(uri, [checkCharacters, checkScheme, checkAuthority, checkPath, checkQuery, checkNormalForm]);
}

/** Judges the address of a web page in a client's metadata, such as `client_uri` (RFC 7591 §2, attack A29). */
export function lintWebUri(uri: string): UriFault | null {
  return firstFault(uri, [checkCharacters, checkWebScheme, checkAuthority, checkPath, checkNormalForm]);
}

function firstFault(uri: string, rules: readonly Rule[]): UriFault | null {
  const parts = splitUri(uri);
  for (const rule of rules) {
    const fault = rule(parts);
    if (fault !== undefined) return visible(fault, uri);
  }
  return null;
}

/** What is missing cannot be marked; the character at its place can. */
function visible(fault: UriFault, { length }: string): UriFault {
  return fault.length > 0
    ? fault
    : { ...fault, index: Math.max(0, Math.min(fault.index, length - 1)), length: Math.min(1, length) };
}

/**
 * An allow list: `javascript:`, `data:` and whatever comes next are refused in any spelling (attacks A29, R11).
 */
function checkWebScheme({ uri, scheme, authority }: UriParts): UriFault | undefined {
  // `localhost:3000/callback` begins with a host and a port, not with a scheme.
  if (scheme === undefined || /^[^:/]+:\d{1,5}(?:[/?]|$)/.test(uri)) {
    return uriFault('relative', 'Write the whole address, with https:// at its beginning.', 0, 0);
  }
  const { text, start } = scheme;
  const lowerCase = text.toLowerCase();
  if (lowerCase !== 'https' && lowerCase !== 'http') {
    return uriFault('scheme', 'Begin with https://, like https://app.example/callback.', start, text.length + 1);
  }
  if (text !== lowerCase) return uriFault('scheme', `Write ${lowerCase} in lower case.`, start, text.length);
  if (authority !== undefined) return undefined;
  return uriFault('slashes', `Write two slashes after ${text}:`, text.length + 1, 0);
}

/** RFC 8252 §7: private-use schemes, claimed https addresses and loopback addresses. */
function checkNativeScheme(parts: UriParts): UriFault | undefined {
  const { scheme, authority, path } = parts;
  const webFault = checkWebScheme(parts);
  if (scheme === undefined || webFault?.code !== 'scheme' || /^https?$/i.test(scheme.text)) return webFault;
  if (!PRIVATE_USE_SCHEME.test(scheme.text)) {
    const message = 'Use https://, or a scheme made of your domain in reverse, like com.example.app:/callback.';
    return uriFault('scheme', message, scheme.start, scheme.text.length + 1);
  }
  // RFC 8252 §7.1: "only a single slash ("/") appears after the scheme component", since there is no host to name.
  if (authority === undefined && path.text.startsWith('/')) return undefined;
  const message = 'Write one slash after the colon, like com.example.app:/callback.';
  return uriFault('slashes', message, scheme.text.length + 1, authority === undefined ? 0 : 2);
}

/** `/callback/../other` is one path to us and another to a browser; encoded dots and slashes do the same further on. */
function checkPath({ path }: UriParts): UriFault | undefined {
  const bracket = path.text.search(/[[\]]/);
  if (bracket >= 0) return uriFault('character', 'Percent-encode the bracket.', path.start + bracket, 1);
  const match = /(?<=\/)\.{1,2}(?=[/;]|$)|%(?:2e|2f|5c)/i.exec(path.text);
  if (match === null) return undefined;
  const message = "Write the path plainly, without '.' and '..', and without encoded dots and slashes.";
  return uriFault('dot_segment', message, path.start + match.index, match[0].length);
}

/** The app could not tell its own parameter from ours, and a response with two is refused by good clients. */
function checkQuery({ query }: UriParts): UriFault | undefined {
  if (query === undefined) return undefined;
  let start = query.start;
  for (const pair of query.text.split('&')) {
    const [name = ''] = pair.split('=', 1);
    if (RESPONSE_PARAMETERS.has(decodedName(name))) return reservedParameter({ text: name, start });
    start += pair.length + 1;
  }
  return undefined;
}

function decodedName(name: string): string {
  return (formDecode(name) ?? name).toLowerCase();
}

function reservedParameter({ text, start }: UriPart): UriFault {
  const message = `Rename '${text}': the answer to the app adds a parameter of that name.`;
  return uriFault('reserved_parameter', message, start, text.length);
}

/** Last: what a browser would write differently is refused, so that what we compare is what it follows. */
function checkNormalForm({ uri }: UriParts): UriFault | undefined {
  if (!URL.canParse(uri)) {
    return uriFault('normal_form', 'Write a whole address, like https://app.example/callback.', 0, uri.length);
  }
  const { href } = new URL(uri);
  // Browsers add a slash after a bare host.
  if (href === uri.replace(/^(https?:\/\/[^/?]+)(?=\?|$)/, '$1/')) return undefined;
  const index = firstDifference(uri, href);
  return uriFault('normal_form', `Write it as browsers do: ${href}`, index, uri.length - index);
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
}
