import { isLoopback, isPort } from './uri-authority-rules.js';
import { splitAuthority, splitUri } from './uri-parts.js';

/** A loopback IP literal with or without a port, and nothing in the authority after it. */
const LOOPBACK_LITERAL = /^http:\/\/(?<host>127\.0\.0\.1|\[::1\])(?::(?<port>\d+))?(?=[/?]|$)/;

/**
 * Whether a presented redirect URI is one of the registered ones: compared exactly, character by character
 * (RFC 9700 §4.1.3). One exception, RFC 8252 §7.3: "The authorization server MUST allow any port to be specified at
 * the time of the request for loopback IP redirect URIs". Nothing is parsed or re-serialised on the way.
 */
export function redirectUriMatches(registered: readonly string[], presented: string): boolean {
  if (registered.includes(presented)) return true;
  const wanted = withoutLoopbackPort(presented);
  return wanted !== undefined && registered.some((candidate) => withoutLoopbackPort(candidate) === wanted);
}

function withoutLoopbackPort(uri: string): string | undefined {
  const match = LOOPBACK_LITERAL.exec(uri);
  if (match === null) return undefined;
  const { host, port } = match.groups ?? {};
  // A port that no socket can have, or in another spelling, does not make the same address.
  if (port !== undefined && !isPort(port)) return undefined;
  return `http://${host}${uri.slice(match[0].length)}`;
}

/**
 * Where a person is told they will go: the host, with the port if one is written. A native app's private scheme keeps
 * its colon and slash, or `login.example:/` would pass for a host.
 * @param uri one that `lintRedirectUri` let pass
 */
export function redirectHost(uri: string): string {
  const { scheme, authority } = splitUri(uri);
  return authority?.text ?? `${scheme?.text}:/`;
}

/**
 * The origin that a page at this address has (RFC 6454 §4); `scheme:` for a private-use scheme, which has none.
 * @param uri one that `lintRedirectUri` let pass
 */
export function redirectOrigin(uri: string): string {
  const { scheme, authority } = splitUri(uri);
  return authority === undefined ? `${scheme?.text}:` : `${scheme?.text}://${authority.text}`;
}

/**
 * Whether the redirect shows which app receives it: https, on a host that somebody had to prove to own. Any program on
 * a device can take over a loopback port or a private scheme (RFC 8252 §8.6, OAuth 2.1 §7.3).
 */
export function isClaimedHttps(uri: string): boolean {
  const { scheme, authority } = splitUri(uri);
  return scheme?.text === 'https' && authority !== undefined && !isLoopback(splitAuthority(authority).host.text);
}
