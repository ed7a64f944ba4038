import { OAuthError } from '../protocol/oauth-error.js';
import type { Params } from '../protocol/params.js';

/**
 * The `token` parameter of revocation and introspection (RFC 7009 §2.1, RFC 7662 §2.1). `token_type_hint` is not
 * needed: refresh tokens are told from access tokens by their form, and a wrong hint must change nothing.
 * @throws OAuthError `invalid_request`
 */
export function presentedToken({ token }: Params): string {
  if (token === undefined) throw new OAuthError('invalid_request', 'token is missing');
  return token;
}
