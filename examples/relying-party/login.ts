import * as client from 'openid-client';
import { SESSION_SECONDS, type Session } from './sessions.ts';
import type { Settings } from './settings.ts';
import { isOwnState, signState } from './state.ts';

/** A login under way: where to send the browser, and what its cookie must bring back. */
export interface LoginStart {
  readonly url: URL;
  readonly codeVerifier: string;
}

/** The answer does not belong to a login that this browser began. */
export class ForeignAnswerError extends Error {}

/**
 * Step 1: a fresh PKCE verifier (RFC 7636), a signed `state`, and the address to send the browser to. The challenge is the
 * `nonce` too: it is the hash of a cookie of this browser, as OpenID Connect Core §15.5.2 proposes.
 */
export async function startLogin(config: client.Configuration, settings: Settings): Promise<LoginStart> {
  const codeVerifier = client.randomPKCECodeVerifier();
  const codeChallenge = await client.calculatePKCECodeChallenge(codeVerifier);
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: settings.redirectUri,
    scope: settings.scope,
    state: signState(settings.stateKey, codeChallenge, Date.now()),
    nonce: codeChallenge,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  });
  return { url, codeVerifier };
}

/**
 * Step 2: checks the answer and exchanges its code for tokens.
 * @param answer the URL that the browser came back to
 * @throws ForeignAnswerError, and errors of openid-client, such as AuthorizationResponseError when the person said no
 */
export async function finishLogin(
  config: client.Configuration,
  settings: Settings,
  answer: URL,
  codeVerifier: string | undefined,
): Promise<Session> {
  if (codeVerifier === undefined) throw new ForeignAnswerError('this browser began no login');
  const state = answer.searchParams.get('state') ?? '';
  const codeChallenge = await client.calculatePKCECodeChallenge(codeVerifier);
  if (!isOwnState(settings.stateKey, state, codeChallenge, Date.now())) {
    throw new ForeignAnswerError('state is missing, too old, or of another browser');
  }
  // Checks `iss` too (RFC 9207), and the ID token: its signature, issuer, audience, times and nonce.
  const tokens = await client.authorizationCodeGrant(config, answer, {
    expectedState: state,
    pkceCodeVerifier: codeVerifier,
    expectedNonce: codeChallenge,
    idTokenExpected: true,
  });
  const signIn = tokens.claims();
  if (signIn === undefined) throw new Error('an expected ID token is missing'); // openid-client does not let it come to this
  return {
    ...tokensOf(tokens),
    signIn,
    user: await loadUser(config, tokens.access_token, signIn),
    refreshToken: tokens.refresh_token,
    scope: tokens.scope ?? settings.scope,
    ends: Date.now() + SESSION_SECONDS * 1000,
  };
}

/** Loads the person's data again, with a new access token where the old one has ended. */
export async function refreshSession(config: client.Configuration, session: Session): Promise<void> {
  if (session.accessTokenEnds <= Date.now() && session.refreshToken !== undefined) {
    const tokens = await client.refreshTokenGrant(config, session.refreshToken);
    // Some answers bring a new refresh token: from now on only that one counts (RFC 6749 §6).
    Object.assign(session, tokensOf(tokens), { refreshToken: tokens.refresh_token ?? session.refreshToken });
  }
  session.user = await loadUser(config, session.accessToken, session.signIn);
}

/**
 * Gives the tokens back (RFC 7009): revoking a refresh token ends what was made from it. The person is logged out
 * here in any case, so a server that does not answer is not their problem.
 */
export async function giveBack(config: client.Configuration, { refreshToken, accessToken }: Session): Promise<void> {
  try {
    await client.tokenRevocation(config, refreshToken ?? accessToken);
  } catch (error) {
    console.error('the tokens could not be revoked:', error instanceof Error ? error.message : error);
  }
}

/** Whether the server says that the permission is over. */
export function isPermissionOver(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.error === 'invalid_grant';
  return error instanceof client.WWWAuthenticateChallengeError && error.status === 401;
}

function tokensOf(tokens: client.TokenEndpointResponse): Pick<Session, 'accessToken' | 'accessTokenEnds'> {
  // A little early, so that a token does not end on its way.
  const lifetime = Math.max(0, (tokens.expires_in ?? 0) - 10);
  return { accessToken: tokens.access_token, accessTokenEnds: Date.now() + lifetime * 1000 };
}

/** OpenID Connect Core §5.3.2: what userinfo says counts only if it is about the person of the ID token. */
function loadUser(
  config: client.Configuration,
  accessToken: string,
  { sub }: client.IDToken,
): Promise<client.UserInfoResponse> {
  return client.fetchUserInfo(config, accessToken, sub);
}
