import { checkAuthenticationClass, claimsAskedFor, type ClaimsRequest } from '../claims-request.js';

/**
 * The claims that are asked for by themselves (OpenID Connect Core §5.5).
 * @throws OAuthError
 */
export function parseClaims(text: string | undefined, scopes: readonly string[]): ClaimsRequest | undefined {
  const claims = claimsAskedFor(text, scopes);
  if (claims !== undefined) checkAuthenticationClass(claims);
  return claims;
}
