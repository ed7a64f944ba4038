import { readLogoutHint } from './logout-hint.js';
import { OAuthError } from './oauth-error.js';

/**
 * The user that an `id_token_hint` is about, as the client knows them. An old one will do: OpenID Connect Core §3.1.2.1
 * has it as a hint about a "current or past authenticated session".
 * @param token undefined when this server did not sign it
 * @throws OAuthError `invalid_request` for what is no ID token, or not one of this client
 */
export function subjectOfHint(
  token: Parameters<typeof readLogoutHint>[0],
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
): string {
  const hint = readLogoutHint(token, issuer);
  const azp = token?.payload['azp'] ?? clientId;
  if (hint.clientId === clientId && azp === clientId) return hint.subject;
  throw new OAuthError('invalid_request', 'id_token_hint was made for another app');
}
