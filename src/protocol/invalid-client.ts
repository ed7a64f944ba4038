import { OAuthError } from './oauth-error.js';

/** RFC 6749 §5.2 and RFC 9110 §11.6.1: a 401 names the scheme that would be accepted; RFC 7617 §2.1: in UTF-8. */
const BASIC_CHALLENGE = { 'www-authenticate': 'Basic realm="doorward", charset="UTF-8"' };

interface Refusal {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** RFC 9110 §15.5.2: the answer names the scheme to use; RFC 6749 §5.2 demands it of those who came with one. */
export function invalidClient(description: string, { status = 401, headers = {} }: Refusal = {}): OAuthError {
  return new OAuthError('invalid_client', description, { status, headers: { ...BASIC_CHALLENGE, ...headers } });
}
