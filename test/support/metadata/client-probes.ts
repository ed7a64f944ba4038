import { expect } from 'vitest';
import type { ClientAuthMethod } from '../../../src/protocol/grant-types.js';
import { aClient, type TestClient } from '../builders.js';
import { machineToken } from '../machine-token.js';
import { aCode, type Changes, exchange, getJson, postForm, refresh, someTokens } from '../tokens.js';
import { listOf, type Probe, type Probes, type Provider } from './provider.js';

interface Credentials {
  readonly fields?: Changes;
  readonly headers?: Changes;
}

/** How a client authenticates by each method; one that is advertised and is not here makes its test fail. */
const CREDENTIALS: Readonly<Record<string, (client: TestClient) => Credentials>> = {
  client_secret_basic: ({ clientId, clientSecret }) => ({
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
  }),
  client_secret_post: ({ clientId, clientSecret }) => ({
    fields: { client_id: clientId, client_secret: clientSecret },
  }),
  none: ({ clientId }) => ({ fields: { client_id: clientId } }),
};

/** Methods of the registry of RFC 7591 §2 and its followers. */
const KNOWN_METHODS = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'tls_client_auth',
  'self_signed_tls_client_auth',
  'none',
];

const ASSERTION: Changes = {
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: 'e30.e30.e30',
};

/** How each grant type of the list is used. */
const GRANTS: Readonly<Record<string, (provider: Provider) => Promise<number>>> = {
  authorization_code: async ({ served }) => (await exchange(served, await aCode(served))).status,
  refresh_token: async ({ served }) => {
    const { client, refreshToken } = await someTokens(served);
    return (await refresh(served, client, refreshToken)).status;
  },
  client_credentials: async ({ served }) =>
    (await machineToken(served, await aClient(served, { kind: 'machine' }))).statusCode,
};

const KNOWN_GRANTS = [
  'authorization_code',
  'refresh_token',
  'client_credentials',
  'implicit',
  'password',
  'urn:ietf:params:oauth:grant-type:saml2-bearer',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:openid:params:grant-type:ciba',
];

/** What `/token` and its neighbours take. */
export const CLIENT_PROBES: Probes = {
  token_endpoint: async (value, { served }) => {
    expect(value).toBe(`${served.issuer}/token`);
    expect((await exchange(served, await aCode(served))).status).toBe(200);
  },
  revocation_endpoint: async (value, provider) => {
    expect(value).toBe(`${provider.served.issuer}/revoke`);
    expect(await authenticatedAt('/revoke', 'client_secret_post', provider)).toBe(200);
  },
  introspection_endpoint: async (value, provider) => {
    expect(value).toBe(`${provider.served.issuer}/introspect`);
    expect(await authenticatedAt('/introspect', 'client_secret_post', provider)).toBe(200);
  },
  userinfo_endpoint: async (value, { served }) => {
    expect(value).toBe(`${served.issuer}/userinfo`);
    const { accessToken } = await someTokens(served);
    expect((await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` })).status).toBe(200);
  },

  grant_types_supported: async (value, provider) => {
    const advertised = listOf(value);
    for (const type of advertised) expect([type, await GRANTS[type]?.(provider)]).toEqual([type, 200]);
    for (const grant_type of KNOWN_GRANTS.filter((type) => !advertised.includes(type))) {
      const { fields } = credentialsOf('client_secret_post', provider.client);
      const { error } = await postForm(provider.served, '/token', { grant_type, ...fields });
      expect([grant_type, error]).toEqual([grant_type, 'unsupported_grant_type']);
    }
  },

  token_endpoint_auth_methods_supported: methodsAt('/token'),
  revocation_endpoint_auth_methods_supported: methodsAt('/revoke'),
  introspection_endpoint_auth_methods_supported: methodsAt('/introspect'),
};

function methodsAt(path: string): Probe {
  return async (value, provider) => {
    const advertised = listOf(value);
    for (const method of advertised) {
      expect([method, await authenticatedAt(path, method, provider)]).toEqual([method, 200]);
    }
    for (const method of KNOWN_METHODS.filter((one) => !advertised.includes(one))) {
      expect([400, 401, 403]).toContain(await authenticatedAt(path, method, provider));
    }
  };
}

/** The status when a client that is registered for the method, where that is possible, authenticates by it. */
async function authenticatedAt(path: string, method: string, { served }: Provider): Promise<number> {
  const isKnown = method in CREDENTIALS;
  const changes = { token_endpoint_auth_method: (isKnown ? method : 'client_secret_post') as ClientAuthMethod };
  const client = await aClient(served, { kind: method === 'none' ? 'browser' : 'server', ...changes });
  const { fields, headers } = credentialsOf(method, client);
  if (path !== '/token') return (await postForm(served, path, { token: 'x', ...fields }, headers)).status;
  const { code, codeVerifier, redirectUri } = await aCode(served, { client });
  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier };
  return (await postForm(served, path, { ...grant, ...fields }, headers)).status;
}

/** By a method that is not there a client can only try an assertion, or its name alone. */
function credentialsOf(method: string, client: TestClient): Credentials {
  const assertion = method.endsWith('_jwt') ? ASSERTION : {};
  return CREDENTIALS[method]?.(client) ?? { fields: { client_id: client.clientId, ...assertion } };
}
