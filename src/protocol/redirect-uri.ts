const LOOPBACK_IP = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?(?=[/?]|$)/;

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
  const match = LOOPBACK_IP.exec(uri);
  if (match === null) return undefined;
  const [prefix, host, port] = match;
  // A port that no socket can have does not make the same address.
  if (port !== undefined && (Number(port) > 65_535 || Number(port) === 0)) return undefined;
  return `http://${host}${uri.slice(prefix.length)}`;
}

/** The host that a person reads on the consent page; for a native app's private scheme, the scheme. */
export function redirectHost(uri: string): string {
  const { host, protocol } = new URL(uri);
  return host === '' ? protocol.slice(0, -1) : host;
}

/** The origin for a Content-Security-Policy's `form-action`; `scheme:` for a native app's private scheme. */
export function redirectOrigin(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
}

/** Whether only this app can receive the redirect: claimed https, not loopback or a scheme that any app may take (OAuth 2.1 §7.3). */
export function isClaimedHttps(uri: string): boolean {
  return uri.startsWith('https://');
}
