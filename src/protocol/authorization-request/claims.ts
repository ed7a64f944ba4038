import { checkAuthenticationClass, claimsAskedFor, type ClaimsRequest } from '../claims-request.js';

/**
 * OpenID Connect Core §5.5: the claims asked for one by one, as far as they mean something here.
 * @throws OAuthError
 */
export function parseClaims(
  text: string | undefined,
  scopes: readonly string[],
  registered: readonly string[],
): ClaimsRequest | undefined {
  const claims = claimsAskedFor(text, scopes, registered);
  if (claims !== undefined) checkAuthenticationClass(claims);
  return claims;
}
