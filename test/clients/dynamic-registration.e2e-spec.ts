import * as oauth from 'oauth4webapi';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { allow } from '../support/authorization.js';
import { aBrowserOf, aUser, type TestUser } from '../support/builders.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';
import { anInitialToken, callRegistration } from '../support/registration.js';

/*
 * Libraries that know the issuer and an initial access token, and nothing else: they register, sign a person in with
 * what they got, and manage their registration.
 */

const CALLBACK = 'https://app.example/callback';

let served: TestApp;
let user: TestUser;
let initialAccessToken: string;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
  initialAccessToken = (await anInitialToken(served)).token;
});
afterAll(() => served.close());

/** What a registration shows once. */
interface Shown {
  readonly client_secret: string;
  readonly registration_client_uri: string;
  readonly registration_access_token: string;
}

function noteSecretsOf(registered: object): void {
  const { client_secret, registration_access_token } = registered as Record<string, string | undefined>;
  for (const secret of [client_secret, registration_access_token]) if (secret !== undefined) noteSecret(secret);
}

const register = (initialToken: string, redirect_uris: string[]) =>
  client.dynamicClientRegistration(new URL(served.issuer), { redirect_uris }, undefined, {
    initialAccessToken: initialToken,
    execute: [client.allowInsecureRequests],
  });

describe('openid-client', () => {
  it.each([
    ['client_secret_basic, the default', {}, client.ClientSecretBasic()],
    ['client_secret_post', { token_endpoint_auth_method: 'client_secret_post' }, client.ClientSecretPost()],
    ['none', { token_endpoint_auth_method: 'none' }, client.None()],
    ['ES256 ID tokens', { id_token_signed_response_alg: 'ES256' }, client.ClientSecretBasic()],
  ])('registers with %s and signs a person in', async (_, members, authentication) => {
    const config = await client.dynamicClientRegistration(
      new URL(served.issuer),
      { client_name: 'Acme', redirect_uris: [CALLBACK], ...members },
      authentication,
      { initialAccessToken, execute: [client.allowInsecureRequests] },
    );
    const metadata = config.clientMetadata();
    noteSecretsOf(metadata);
    expect(metadata).toMatchObject({ client_id: expect.stringMatching(/^client_/) as string, ...members });
    const pkceCodeVerifier = client.randomPKCECodeVerifier();
    noteSecret(pkceCodeVerifier);
    const expectedNonce = client.randomNonce();
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: 'openid email',
      nonce: expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    });
    const browser = await aBrowserOf(served, user);
    const { location = '' } = await allow(browser, await browser.open(url.href));
    const tokens = await client.authorizationCodeGrant(config, new URL(location), {
      pkceCodeVerifier,
      expectedNonce,
      idTokenExpected: true,
    });
    expect(tokens.claims()).toMatchObject({ sub: user.id, aud: metadata.client_id });
  });

  it('understands a refusal', async () => {
    await expect(register(initialAccessToken, ['http://app.example'])).rejects.toMatchObject({
      error: 'invalid_redirect_uri',
    });
    await expect(register('wrong', [CALLBACK])).rejects.toMatchObject({ status: 401 });
  });
});

describe('oauth4webapi', () => {
  const INSECURE = { [oauth.allowInsecureRequests]: true };

  it('registers, reads, changes and deletes its registration', async () => {
    const issuer = new URL(served.issuer);
    const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, INSECURE));
    const asked = {
      client_name: 'Acme',
      redirect_uris: [CALLBACK],
      grant_types: ['client_credentials', 'authorization_code'],
    };
    const response = await oauth.dynamicClientRegistrationRequest(server, asked, { ...INSECURE, initialAccessToken });
    const registered = await oauth.processDynamicClientRegistrationResponse(response);
    const {
      client_secret,
      registration_client_uri: url,
      registration_access_token: token,
    } = registered as unknown as Shown;
    noteSecretsOf(registered);
    const authentication = oauth.ClientSecretBasic(client_secret);
    const granted = oauth.clientCredentialsGrantRequest(server, registered, authentication, {}, INSECURE);
    const tokens = await oauth.processClientCredentialsResponse(server, registered, await granted);
    expect(tokens.token_type).toBe('bearer');

    const read = await callRegistration(served, url, { method: 'GET', token });
    const { registration_access_token: _, registration_client_uri: __, client_id_issued_at: ___, ...own } = read.body;
    const document = { ...own, client_name: 'Acme Two' };
    const changed = await callRegistration(served, url, { method: 'PUT', token, document });
    expect(changed).toMatchObject({ status: 200, body: { client_name: 'Acme Two' } });
    const next = String(changed.body['registration_access_token']);
    expect((await callRegistration(served, url, { method: 'DELETE', token: next })).status).toBe(204);
    const gone = await oauth.clientCredentialsGrantRequest(server, registered, authentication, {}, INSECURE);
    expect(gone.status).toBe(401);
  });
});
