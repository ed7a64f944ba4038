import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import { aKey } from '../support/client-keys.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';

/*
 * The library below many others, which is close to the protocol: one function for each request and one for its answer.
 */

const INSECURE = { [oauth.allowInsecureRequests]: true };

let served: TestApp;
let server: oauth.AuthorizationServer;
beforeAll(async () => {
  served = await startApp({}, await freePort());
  const issuer = new URL(served.issuer);
  const discovery = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...INSECURE });
  server = await oauth.processDiscoveryResponse(issuer, discovery);
});
afterAll(() => served.close());

/** A token for the app itself, looked at and ended; three requests that the app authenticates for. */
async function lifeOfAToken({ clientId }: TestClient, authentication: oauth.ClientAuth): Promise<unknown[]> {
  const client = { client_id: clientId };
  const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, {}, INSECURE);
  const { access_token: token } = await oauth.processClientCredentialsResponse(server, client, response);
  noteSecret(token);
  const introspect = async () => {
    const answer = await oauth.introspectionRequest(server, client, authentication, token, INSECURE);
    return (await oauth.processIntrospectionResponse(server, client, answer)).active;
  };
  const before = await introspect();
  await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, authentication, token, INSECURE));
  return [before, await introspect()];
}

describe('oauth4webapi', () => {
  it.each(['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'Ed25519'])(
    'authenticates by PrivateKeyJwt with %s',
    async (alg) => {
      const key = await aKey(alg, 'key-1');
      const jwks = { keys: [key.jwk] };
      const client = await aClient(served, { kind: 'machine', token_endpoint_auth_method: 'private_key_jwt', jwks });
      const named = oauth.PrivateKeyJwt({ key: key.privateKey, kid: 'key-1' });
      expect(await lifeOfAToken(client, named)).toEqual([true, false]);
      expect(await lifeOfAToken(client, oauth.PrivateKeyJwt(key.privateKey))).toEqual([true, false]);
    },
  );

  it('authenticates by ClientSecretJwt', async () => {
    const client = await aClient(served, { kind: 'machine', token_endpoint_auth_method: 'client_secret_jwt' });
    expect(await lifeOfAToken(client, oauth.ClientSecretJwt(client.clientSecret))).toEqual([true, false]);
  });

  it('with the token endpoint as audience, as older clients name this server', async () => {
    const key = await aKey('ES256', 'key-1');
    const jwks = { keys: [key.jwk] };
    const client = await aClient(served, { kind: 'machine', token_endpoint_auth_method: 'private_key_jwt', jwks });
    const older = oauth.PrivateKeyJwt(key.privateKey, {
      [oauth.modifyAssertion]: (_header, payload) => {
        payload['aud'] = server.token_endpoint ?? '';
      },
    });
    expect(await lifeOfAToken(client, older)).toEqual([true, false]);
  });

  it('understands the refusal of a wrong key', async () => {
    const [key, other] = [await aKey('ES256'), await aKey('ES256')];
    const jwks = { keys: [key.jwk] };
    const client = await aClient(served, { kind: 'machine', token_endpoint_auth_method: 'private_key_jwt', jwks });
    await expect(lifeOfAToken(client, oauth.PrivateKeyJwt(other.privateKey))).rejects.toMatchObject({ status: 401 });
  });
});
