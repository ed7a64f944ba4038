import { OAuthError } from './oauth-error.js';

/** What an ID token as a hint says: for which app, about whom, in which session. */
export interface LogoutHint {
  readonly clientId: string;
  readonly subject: string;
  readonly sid?: string;
}

/** A JWS that this server signed, as `SigningKeys.verify` finds it. */
interface SignedToken {
  readonly header: { readonly typ?: unknown };
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Reads an ID token that serves as a hint. It may have expired: RP-Initiated Logout §2, "The OP SHOULD accept ID Tokens
 * when the RP identified by the ID Token's aud claim and/or sid claim has a current session or had a recent session at the
 * OP, even when the exp time has passed."
 * @param token undefined when this server did not sign it
 * @throws OAuthError `invalid_request`
 */
export function readLogoutHint(token: SignedToken | undefined, issuer: string): LogoutHint {
  const hint = token && isIdToken(token) ? hintOf(token.payload, issuer) : undefined;
  if (hint === undefined) throw new OAuthError('invalid_request', 'id_token_hint is no ID token of this server');
  return hint;
}

/** Logout tokens, access tokens and the like have a `typ` of their own (RFC 8725 §3.11); so nothing passes for another. */
function isIdToken({ header, payload }: SignedToken): boolean {
  return (header.typ === undefined || header.typ === 'JWT') && payload['events'] === undefined;
}

function hintOf(payload: SignedToken['payload'], issuer: string): LogoutHint | undefined {
  const { iss, aud, azp, sub, sid } = payload;
  const audiences = [aud].flat();
  // OpenID Connect Core §2: with several audiences, `azp` is the one that the token was given to.
  const clientId = audiences.length === 1 ? audiences[0] : azp;
  if (iss !== issuer || typeof clientId !== 'string' || typeof sub !== 'string') return undefined;
  return { clientId, subject: sub, ...(typeof sid === 'string' ? { sid } : {}) };
}

/**
 * RP-Initiated Logout §2: "client_id … When both client_id and id_token_hint are present, the OP MUST verify that the
 * Client Identifier matches the one used when issuing the ID Token."
 * @throws OAuthError `invalid_request`
 */
export function checkSameClient(clientId: string | undefined, hint: LogoutHint | undefined): void {
  if (clientId === undefined || hint === undefined || clientId === hint.clientId) return;
  throw new OAuthError('invalid_request', 'client_id is not the one that the id_token_hint was issued to');
}
