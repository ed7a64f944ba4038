import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { allow } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';

/*
 * oauth4webapi leaves nothing to chance: every check of the standards is its own function, and throws. What it returns
 * is checked once more by `jose` against the published keys.
 */

const INSECURE = { [oauth.allowInsecureRequests]: true };

let served: TestApp;
let user: TestUser;
let server: oauth.AuthorizationServer;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
  const issuer = new URL(served.issuer);
  server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, INSECURE));
});
afterAll(() => served.close());

/** From the button to the answer of the token endpoint, every check on. */
async function login(app: TestClient, client: oauth.Client, authentication: oauth.ClientAuth) {
  const [redirectUri = ''] = app.redirectUris;
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  noteSecret(verifier);
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email offline_access',
    prompt: 'consent',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  const browser = await aBrowserOf(served, user);
  const { location = '' } = await allow(browser, await browser.open(url.href));
  const params = oauth.validateAuthResponse(server, client, new URL(location), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authentication,
    params,
    redirectUri,
    verifier,
    INSECURE,
  );
  return oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
}

describe('oauth4webapi, from the discovery document alone', () => {
  it('signs in, verifies the ID token, reads userinfo, refreshes and revokes', async () => {
    const app = await aClient(served, { scope: ['openid', 'profile', 'email', 'offline_access'] });
    const client = { client_id: app.clientId };
    const authentication = oauth.ClientSecretPost(app.clientSecret);
    const tokens = await login(app, client, authentication);
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: user.id, aud: app.clientId });

    const userinfo = await oauth.userInfoRequest(server, client, tokens.access_token, INSECURE);
    const claims = await oauth.processUserInfoResponse(server, client, user.id, userinfo);
    expect(claims).toMatchObject({ sub: user.id, email: user.email });

    const request = oauth.refreshTokenGrantRequest(
      server,
      client,
      authentication,
      tokens.refresh_token ?? '',
      INSECURE,
    );
    const refreshed = await oauth.processRefreshTokenResponse(server, client, await request);
    expect(oauth.getValidatedIdTokenClaims(refreshed)?.sub).toBe(user.id);

    const revoked = oauth.revocationRequest(server, client, authentication, refreshed.access_token, INSECURE);
    await oauth.processRevocationResponse(await revoked);
    const asked = oauth.introspectionRequest(server, client, authentication, refreshed.access_token, INSECURE);
    expect(await oauth.processIntrospectionResponse(server, client, await asked)).toEqual({ active: false });
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('verifies %s signatures, and so does jose', async (alg) => {
    const app = await aClient(served, {
      scope: ['openid', 'profile', 'email', 'offline_access'],
      row: { metadata: { id_token_signed_response_alg: alg } },
    });
    const client = { client_id: app.clientId, id_token_signed_response_alg: alg };
    const tokens = await login(app, client, oauth.ClientSecretPost(app.clientSecret));
    const keys = createRemoteJWKSet(new URL(server.jwks_uri ?? ''));
    const { payload, protectedHeader } = await jwtVerify(tokens.id_token ?? '', keys, {
      issuer: served.issuer,
      audience: app.clientId,
      algorithms: [alg],
    });
    expect(protectedHeader.alg).toBe(alg);
    expect(payload).toMatchObject({ sub: user.id, sid: expect.any(String), auth_time: expect.any(Number) });
  });
});
