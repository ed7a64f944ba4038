import { OAuthError } from './oauth-error.js';

/** What is in a JWS that this server signed. */
export interface SignedByUs {
  readonly header: { readonly typ?: string | undefined };
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The user that an `id_token_hint` is about, as the client knows them. An old one will do: OpenID Connect Core §3.1.2.1
 * has it as a hint about a "current or past authenticated session".
 * @param jws undefined when the hint is none that this server signed
 * @throws OAuthError `invalid_request` for what is no ID token, or not one of this client
 */
export function subjectOfHint(
  jws: SignedByUs | undefined,
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
): string {
  if (jws === undefined) throw refused('was not signed by this server');
  const { iss, aud, azp, sub } = jws.payload;
  const { typ = 'JWT' } = jws.header;
  if (typ.toUpperCase() !== 'JWT' || typeof sub !== 'string') throw refused('is not an ID token');
  if (iss !== issuer) throw refused('is not of this issuer');
  // OpenID Connect Core §3.1.3.7: whom it was made for, and who got it.
  const isForClient = [aud].flat().includes(clientId) && (azp === undefined || azp === clientId);
  if (!isForClient) throw refused('was made for another app');
  return sub;
}

function refused(why: string): OAuthError {
  return new OAuthError('invalid_request', `id_token_hint ${why}`);
}
