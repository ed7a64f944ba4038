/**
 * Whether a URL's host (as `URL.hostname` gives it) can only be this machine.
 * RFC 8252 §8.3 prefers the IP literals; `localhost` is allowed for development.
 */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
