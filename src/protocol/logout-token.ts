/** The `typ` of a logout token: nothing else that this server signs has it (OpenID Connect Back-Channel Logout §2.4). */
export const LOGOUT_TOKEN_TYPE = 'logout+jwt';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Seconds. §2.4 recommends two minutes at most: a receiver then need not remember each `jti` for long. */
const LIFETIME = 120;

interface LogoutTokenInput {
  readonly issuer: string;
  readonly clientId: string;
  /** The user as this client knows them. */
  readonly subject: string;
  readonly sid: string;
  /** The same whenever this logout is told again. */
  readonly id: string;
  readonly now: Date;
}

/**
 * The claims of a logout token (Back-Channel Logout §2.4). `sid` always: it costs nothing, and an app that did not ask for
 * it may ignore it. Never a `nonce`, so that it cannot pass for an ID token.
 */
export function logoutTokenClaims({ issuer, clientId, subject, sid, id, now }: LogoutTokenInput) {
  const iat = Math.floor(now.getTime() / 1000);
  return { iss: issuer, aud: clientId, sub: subject, sid, jti: id, iat, exp: iat + LIFETIME, events: { [EVENT]: {} } };
}
