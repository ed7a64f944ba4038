import * as oauth from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { aKey } from '../support/client-keys.js';
import { freePort } from '../support/free-port.js';
import { allow } from '../support/authorization.js';
import { noteSecret } from '../support/leak-scan.js';

/*
 * A client library that nobody told anything but the issuer. It checks `iss`, `state`, PKCE, content types, token types
 * and challenges as strictly as the standards say.
 */

let served: TestApp;
let user: TestUser;
beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
});
afterAll(() => served.close());

function discover(client: TestClient, authentication: oauth.ClientAuth): Promise<oauth.Configuration> {
  return oauth.discovery(new URL(served.issuer), client.clientId, undefined, authentication, {
    algorithm: 'oauth2',
    execute: [oauth.allowInsecureRequests],
  });
}

/** The whole flow: to the server, through login and consent, and back with a code. */
async function login(config: oauth.Configuration, client: TestClient) {
  const [redirectUri = ''] = client.redirectUris;
  const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
  const expectedState = oauth.randomState();
  noteSecret(pkceCodeVerifier);
  const url = oauth.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'profile email offline_access',
    state: expectedState,
    code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const browser = await aBrowserOf(served, user);
  const { location = '' } = await allow(browser, await browser.open(url.href));
  return oauth.authorizationCodeGrant(config, new URL(location), { pkceCodeVerifier, expectedState });
}

describe.each([
  ['server', 'client_secret_basic', oauth.ClientSecretBasic],
  ['server', 'client_secret_post', oauth.ClientSecretPost],
  ['browser', 'none', () => oauth.None()],
] as const)('openid-client as a %s app with %s', (kind, method, authentication) => {
  it('logs in, reads the user, refreshes and revokes, from the issuer alone', async () => {
    const client = await aClient(served, { kind, token_endpoint_auth_method: method });
    const config = await discover(client, authentication(client.clientSecret));
    const tokens = await login(config, client);
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'profile email offline_access' });
    const claims = await oauth.fetchUserInfo(config, tokens.access_token, user.id);
    expect(claims).toMatchObject({ sub: user.id, preferred_username: user.username, email: user.email });
    const refreshed = await oauth.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect((await oauth.fetchUserInfo(config, refreshed.access_token, user.id)).sub).toBe(user.id);
    await oauth.tokenRevocation(config, refreshed.refresh_token ?? '');
    await expect(oauth.fetchUserInfo(config, refreshed.access_token, user.id)).rejects.toMatchObject({ status: 401 });
  });
});

/** Logs in, and authenticates at the other endpoints too. */
async function lifeOfAToken(config: oauth.Configuration, client: TestClient): Promise<unknown[]> {
  const tokens = await login(config, client);
  const refreshed = await oauth.refreshTokenGrant(config, tokens.refresh_token ?? '');
  const before = await oauth.tokenIntrospection(config, refreshed.access_token);
  await oauth.tokenRevocation(config, refreshed.refresh_token ?? '');
  const after = await oauth.tokenIntrospection(config, refreshed.access_token);
  return [before.sub, before.active, after.active];
}

describe('openid-client', () => {
  it('introspects its own tokens', async () => {
    const client = await aClient(served);
    const config = await discover(client, oauth.ClientSecretPost(client.clientSecret));
    const { access_token: token } = await login(config, client);
    expect(await oauth.tokenIntrospection(config, token)).toMatchObject({ active: true, sub: user.id });
    expect(await oauth.tokenIntrospection(config, 'made up')).toEqual({ active: false });
  });

  it('gets a token for itself', async () => {
    const client = await aClient(served, { kind: 'machine' });
    const config = await discover(client, oauth.ClientSecretPost(client.clientSecret));
    expect((await oauth.clientCredentialsGrant(config)).token_type).toBe('bearer');
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signs in its app by PrivateKeyJwt with %s', async (alg) => {
    const key = await aKey(alg, 'key-1');
    const jwks = { keys: [key.jwk] };
    const client = await aClient(served, { token_endpoint_auth_method: 'private_key_jwt', jwks });
    const config = await discover(client, oauth.PrivateKeyJwt({ key: key.privateKey, kid: 'key-1' }));
    expect(await lifeOfAToken(config, client)).toEqual([user.id, true, false]);
  });

  it('signs in its app by ClientSecretJwt', async () => {
    const client = await aClient(served, { token_endpoint_auth_method: 'client_secret_jwt' });
    const config = await discover(client, oauth.ClientSecretJwt(client.clientSecret));
    expect(await lifeOfAToken(config, client)).toEqual([user.id, true, false]);
  });

  it('understands a refusal', async () => {
    const client = await aClient(served);
    const config = await discover(client, oauth.ClientSecretPost('wrong'));
    await expect(oauth.clientCredentialsGrant(config)).rejects.toMatchObject({ status: 401 });
    const right = await discover(client, oauth.ClientSecretPost(client.clientSecret));
    await expect(oauth.refreshTokenGrant(right, 'made up')).rejects.toMatchObject({ error: 'invalid_grant' });
  });
});
