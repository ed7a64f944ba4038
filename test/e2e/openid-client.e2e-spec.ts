import * as oauth from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNING_ALGS } from '../../src/protocol/jose-algs.js';
import { startApp, type TestApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { aKey } from '../support/client-keys.js';
import { freePort } from '../support/free-port.js';
import { anEncryptionKey } from '../support/id-tokens.js';
import { allow } from '../support/authorization.js';
import { noteSecret } from '../support/leak-scan.js';

/*
 * A client library that nobody told anything but the issuer. It checks `iss`, `state`, PKCE, ID tokens, content types, token types
 * and challenges as strictly as the standards say.
 */

let served: TestApp;
let user: TestUser;
beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
});
afterAll(() => served.close());

function discover(
  client: TestClient,
  authentication: oauth.ClientAuth,
  metadata?: Partial<oauth.ClientMetadata>,
): Promise<oauth.Configuration> {
  return oauth.discovery(new URL(served.issuer), client.clientId, metadata, authentication, {
    execute: [oauth.allowInsecureRequests],
  });
}

/** The whole flow: to the server, through login and consent, and back with a code. */
async function login(config: oauth.Configuration, client: TestClient, extra: Record<string, string> = {}) {
  const [redirectUri = ''] = client.redirectUris;
  const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [oauth.randomState(), oauth.randomNonce()];
  noteSecret(pkceCodeVerifier);
  const url = oauth.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email offline_access',
    state: expectedState,
    nonce: expectedNonce,
    max_age: '3600',
    ...extra,
    code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const browser = await aBrowserOf(served, user);
  const { location = '' } = await allow(browser, await browser.open(url.href));
  return oauth.authorizationCodeGrant(config, new URL(location), {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    maxAge: 3600,
    idTokenExpected: true,
  });
}

describe.each([
  ['server', 'client_secret_basic', oauth.ClientSecretBasic],
  ['server', 'client_secret_post', oauth.ClientSecretPost],
  ['browser', 'none', () => oauth.None()],
] as const)('openid-client as a %s app with %s', (kind, method, authentication) => {
  it('logs in, verifies the ID token, reads the user, refreshes and revokes, from the issuer alone', async () => {
    const client = await aClient(served, { kind, token_endpoint_auth_method: method });
    const config = await discover(client, authentication(client.clientSecret));
    const tokens = await login(config, client);
    expect(tokens).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
      scope: 'openid profile email offline_access',
    });
    expect(tokens.claims()).toMatchObject({ sub: user.id, acr: 'urn:doorward:acr:password', amr: ['pwd'] });
    const claims = await oauth.fetchUserInfo(config, tokens.access_token, user.id);
    expect(claims).toMatchObject({ sub: user.id, preferred_username: user.username, email: user.email });
    const refreshed = await oauth.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(refreshed.claims()).toMatchObject({ sub: user.id, sid: tokens.claims()?.['sid'] });
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
  it.each(SIGNING_ALGS)('verifies ID tokens and userinfo signed by %s', async (alg) => {
    const metadata = { id_token_signed_response_alg: alg, userinfo_signed_response_alg: alg } as const;
    const client = await aClient(served, { row: { metadata } });
    const config = await discover(client, oauth.ClientSecretPost(client.clientSecret), metadata);
    const tokens = await login(config, client);
    const claims = await oauth.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '');
    expect(claims).toMatchObject({ sub: user.id, email: user.email, aud: client.clientId });
  });

  it('decrypts what is encrypted for it, and sees its own name of the user', async () => {
    const { jwk, privateKey } = await anEncryptionKey('RSA-OAEP-256');
    const metadata = {
      subject_type: 'pairwise',
      jwks: { keys: [jwk] },
      id_token_encrypted_response_alg: 'RSA-OAEP-256',
      id_token_encrypted_response_enc: 'A256GCM',
    } as const;
    const client = await aClient(served, { row: { metadata } });
    const config = await discover(client, oauth.ClientSecretPost(client.clientSecret));
    oauth.enableDecryptingResponses(config, ['A256GCM'], { key: privateKey, kid: String(jwk.kid) });
    const tokens = await login(config, client);
    const sub = tokens.claims()?.sub ?? '';
    expect(sub).not.toBe(user.id);
    expect((await oauth.fetchUserInfo(config, tokens.access_token, sub)).sub).toBe(sub);
  });

  it('asks for single claims', async () => {
    const client = await aClient(served);
    const config = await discover(client, oauth.ClientSecretPost(client.clientSecret));
    const claims = JSON.stringify({ id_token: { birthdate: { essential: true } }, userinfo: { phone_number: null } });
    const tokens = await login(config, client, { scope: 'openid', claims });
    expect(tokens.claims()).toMatchObject({ birthdate: '1990-12-31' });
    expect(await oauth.fetchUserInfo(config, tokens.access_token, user.id)).toEqual({
      sub: user.id,
      phone_number: '+491701234567',
    });
  });

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
