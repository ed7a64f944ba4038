import { APP_KIND_RULES, type AppKind } from './grant-types.js';

export type RedirectUriFaultCode =
  | 'too_long'
  | 'character'
  | 'scheme'
  | 'custom_scheme'
  | 'http_not_loopback'
  | 'userinfo'
  | 'host'
  | 'port'
  | 'wildcard'
  | 'dot_segment'
  | 'fragment'
  | 'reserved_parameter'
  | 'normal_form';

/** Why a redirect URI cannot be registered, and which of its characters says so (0-based). */
export interface RedirectUriFault {
  readonly code: RedirectUriFaultCode;
  readonly message: string;
  readonly index: number;
  readonly length: number;
}

const MAX_LENGTH = 2_000;
/** RFC 3986 §2, without the characters that parsers disagree about. */
const FORBIDDEN_CHARACTER = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/;
const HTTP = /^(https?):\/\/([^/?#]*)/i;
/** RFC 8252 §7.1: a private-use scheme is a domain of the app's maker in reverse order, so it has a dot. */
const CUSTOM_SCHEME = /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+:\//;
const RESERVED_PARAMETERS = new Set(['code', 'state', 'iss', 'error', 'error_description', 'error_uri']);

type Check = (uri: string, kind: AppKind) => RedirectUriFault | null;

/** In the order in which a person would want to hear about them. */
const CHECKS: readonly Check[] = [
  checkLength,
  checkCharacters,
  checkFragment,
  checkScheme,
  checkUserinfo,
  checkHost,
  checkWildcard,
  checkDotSegments,
  checkReservedParameters,
  checkNormalForm,
];

/**
 * Judges a redirect URI at registration: RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700 §4.1. What is refused here can never
 * be matched, so the list is strict.
 * @returns the first fault, or null when the URI is fine
 */
export function lintRedirectUri(uri: string, kind: AppKind): RedirectUriFault | null {
  for (const check of CHECKS) {
    const found = check(uri, kind);
    if (found !== null) return found;
  }
  return null;
}

function fault(code: RedirectUriFaultCode, message: string, index: number, length = 1): RedirectUriFault {
  return { code, message, index, length };
}

function checkLength(uri: string): RedirectUriFault | null {
  if (uri.length <= MAX_LENGTH) return null;
  return fault(
    'too_long',
    `Shorten the address to at most ${MAX_LENGTH} characters.`,
    MAX_LENGTH,
    uri.length - MAX_LENGTH,
  );
}

function checkCharacters(uri: string): RedirectUriFault | null {
  const match = FORBIDDEN_CHARACTER.exec(uri);
  if (match === null) return null;
  const [character] = match;
  const message =
    character === '%'
      ? "A '%' must be followed by two hexadecimal digits."
      : `${describe(character)} cannot stand in an address: remove it or percent-encode it.`;
  return fault('character', message, match.index, character.length);
}

function describe(character: string): string {
  if (character === ' ') return 'A space';
  const isVisible = /^[\x21-\x7e\u00a1-\u{10ffff}]$/u.test(character);
  return isVisible ? `'${character}'` : 'An invisible character';
}

/** RFC 6749 §3.1.2: "The endpoint URI MUST NOT include a fragment component." */
function checkFragment(uri: string): RedirectUriFault | null {
  const index = uri.indexOf('#');
  if (index < 0) return null;
  return fault(
    'fragment',
    "Remove the '#' and what follows it: a callback URL has no fragment.",
    index,
    uri.length - index,
  );
}

/** An allow list, so that `javascript:`, `data:` and whatever comes next are refused in any spelling (RFC 9700 §4.1). */
function checkScheme(uri: string, kind: AppKind): RedirectUriFault | null {
  if (HTTP.test(uri))
    return uri.startsWith('http')
      ? null
      : fault('scheme', 'Write the scheme in lower case: https.', 0, uri.indexOf(':'));
  const colon = uri.indexOf(':');
  const length = Math.max(colon, 1);
  if (!APP_KIND_RULES[kind].mayUseCustomScheme) {
    return fault('scheme', 'Begin with https://, like https://app.example.com/callback.', 0, length);
  }
  if (CUSTOM_SCHEME.test(uri)) {
    return uri.includes('://')
      ? fault('custom_scheme', 'Write one slash after the scheme, like com.example.app:/callback.', colon + 1, 3)
      : null;
  }
  return fault(
    'custom_scheme',
    'Use https://, a loopback address, or a scheme made of your domain in reverse, like com.example.app:/callback.',
    0,
    length,
  );
}

function authorityOf(uri: string): { authority: string; start: number } | undefined {
  const match = HTTP.exec(uri);
  if (match === null) return undefined;
  const [whole, , authority = ''] = match;
  return { authority, start: whole.length - authority.length };
}

/** `https://good.example@evil.example` reads as one host and goes to the other. */
function checkUserinfo(uri: string): RedirectUriFault | null {
  const { authority, start } = authorityOf(uri) ?? { authority: '', start: 0 };
  const at = authority.lastIndexOf('@');
  if (at < 0) return null;
  return fault('userinfo', "Remove the user name part: nothing may stand before '@' in the host.", start, at + 1);
}

function checkHost(uri: string): RedirectUriFault | null {
  const found = authorityOf(uri);
  if (found === undefined) return null;
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(found.authority) ?? [];
  return checkHostName(host, found.start) ?? checkPort(port, found.start + host.length + 1) ?? checkHttp(uri, host);
}

function checkHostName(host: string, start: number): RedirectUriFault | null {
  if (host === '') {
    return fault('host', 'Write the host after the two slashes, like https://app.example.com/callback.', start);
  }
  const wildcard = host.indexOf('*');
  if (wildcard >= 0) return fault('wildcard', 'Write the full host: wildcards are not matched.', start + wildcard);
  return isHost(host)
    ? null
    : fault('host', 'Write the host as a plain name, like app.example.com.', start, host.length);
}

function checkPort(port: string | undefined, start: number): RedirectUriFault | null {
  if (port === undefined || isPort(port)) return null;
  return fault('port', 'The port must be a number from 1 to 65535.', start, Math.max(port.length, 1));
}

/** RFC 9700 §2.1: redirect URIs use https; RFC 8252 §7.3 and §8.3: http is for this machine only. */
function checkHttp(uri: string, host: string): RedirectUriFault | null {
  if (!uri.startsWith('http:') || isLoopback(host)) return null;
  return fault('http_not_loopback', 'Use https. Plain http is for localhost, 127.0.0.1 and [::1] only.', 0, 4);
}

/** A DNS name of letters, digits and hyphens in lower case (an international name in its `xn--` form), or an IP literal. */
function isHost(host: string): boolean {
  if (host === '[::1]') return true;
  if (host.length > 253) return false;
  const labels = host.split('.');
  return (
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    new URL(`http://${host}/`).hostname === host
  );
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

function checkWildcard(uri: string): RedirectUriFault | null {
  const index = uri.indexOf('*');
  return index < 0
    ? null
    : fault('wildcard', "Remove the '*': addresses are compared exactly, wildcards are not matched.", index);
}

/** `/callback/../other` is one path to us and another to a browser. Encoded dots and slashes do the same. */
function checkDotSegments(uri: string): RedirectUriFault | null {
  const [path = ''] = uri.split('?', 1);
  const match = /(?<=\/)\.{1,2}(?=\/|$)|%(2e|2f|5c)/i.exec(path);
  if (match === null) return null;
  return fault(
    'dot_segment',
    "Write the path plainly, without '.', '..', or encoded dots and slashes.",
    match.index,
    match[0].length,
  );
}

/** The app could not tell its own parameter from ours. */
function checkReservedParameters(uri: string): RedirectUriFault | null {
  const start = uri.indexOf('?');
  if (start < 0) return null;
  let index = start + 1;
  for (const pair of uri.slice(start + 1).split('&')) {
    const [name = ''] = pair.split('=', 1);
    if (RESERVED_PARAMETERS.has(name.toLowerCase())) {
      return fault(
        'reserved_parameter',
        `Remove '${name}': the answer adds a parameter of that name.`,
        index,
        name.length,
      );
    }
    index += pair.length + 1;
  }
  return null;
}

/** Last: what a browser would write differently is refused, so that what we compare is what it follows. */
function checkNormalForm(uri: string): RedirectUriFault | null {
  if (!URL.canParse(uri))
    return fault('normal_form', 'This is not a complete address. Write it like https://app.example.com/callback.', 0);
  const { href } = new URL(uri);
  if (href === uri || href === `${uri}/` || withSlash(uri) === href) return null;
  const index = Array.from(uri).findIndex((character, position) => character !== href[position]);
  return fault('normal_form', `Write it the way browsers do: ${href}`, Math.max(index, 0));
}

/** Browsers add a slash after a bare host, before a query too. */
function withSlash(uri: string): string {
  return uri.replace(/^(https?:\/\/[^/?]+)(?=\?|$)/, '$1/');
}
