import { checkAuthenticationClass, type ClaimsRequest, parseClaimsRequest } from '../claims-request.js';

/**
 * OpenID Connect Core §5.5. Read even when it means nothing: silence would hide the mistake.
 * @throws OAuthError
 */
export function parseClaims(text: string | undefined, scopes: readonly string[]): ClaimsRequest | undefined {
  if (text === undefined) return undefined;
  const claims = parseClaimsRequest(text);
  checkAuthenticationClass(claims);
  return scopes.includes('openid') ? claims : undefined;
}
