import { isLoopbackHost } from './loopback.js';
import { VariableFault } from './variable-fault.js';

/**
 * Checks an issuer identifier: a URL with neither query nor fragment, https unless loopback (RFC 8414 §2).
 * A path is refused: cookies and metadata assume that Doorward owns its origin.
 * @returns the issuer without a trailing slash
 * @throws VariableFault
 */
export function parseIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new VariableFault(
      `ISSUER is '${text}': set it to the public URL of this server, like https://login.example.com.`,
    );
  }
  checkPlainOrigin(url, text);
  return url.origin;
}

function checkPlainOrigin(url: URL, text: string): void {
  if (url.username || url.password) {
    throw new VariableFault(
      'ISSUER holds a user name or password: set it to the plain URL, like https://login.example.com.',
    );
  }
  if (url.search || url.hash || url.pathname !== '/') {
    throw new VariableFault(`ISSUER is '${text}': remove everything after the host and port, like ${url.origin}.`);
  }
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw new VariableFault(
      `ISSUER is '${text}': use https, because http is allowed for localhost, 127.0.0.1 and [::1] only.`,
    );
  }
}
