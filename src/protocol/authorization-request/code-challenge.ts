import { OAuthError } from '../oauth-error.js';
import type { Params } from '../params.js';
import { isCodeChallenge } from '../pkce.js';

interface PkceClient {
  readonly pkceRequired: boolean;
  readonly isPublic: boolean;
}

/**
 * RFC 9700 §2.1.1: PKCE for every client, and S256 only. RFC 7636 §4.3 makes `plain` the default when the method is
 * missing, so a missing method is refused too.
 * @throws OAuthError `invalid_request`
 */
export function parseCodeChallenge(params: Params, client: PkceClient): string | undefined {
  const { code_challenge: challenge, code_challenge_method: method } = params;
  if (challenge === undefined) {
    if (method === undefined && !client.pkceRequired && !client.isPublic) return undefined;
    throw new OAuthError('invalid_request', 'code_challenge is missing: this server requires PKCE (RFC 7636)');
  }
  if (method !== 'S256') throw new OAuthError('invalid_request', 'send code_challenge_method=S256');
  if (isCodeChallenge(challenge)) return challenge;
  throw new OAuthError(
    'invalid_request',
    'code_challenge must be the base64url form of a SHA-256 digest, 43 characters',
  );
}
