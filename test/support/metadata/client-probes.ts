import { expect } from 'vitest';
import { aClient, type TestClient } from '../builders.js';
import { aKey, asserted, type TestKey } from '../client-keys.js';
import { machineToken } from '../machine-token.js';
import { aCode, type Changes, exchange, getJson, postForm, refresh, someTokens } from '../tokens.js';
import { listOf, type Probe, type Probes, type Provider } from './provider.js';
import { registration } from './token-probes.js';

interface Credentials {
  readonly fields?: Changes;
  readonly headers?: Changes;
}

/** How a client authenticates by each method; one that is advertised and is not here makes its test fail. */
type Prove = (client: TestClient, provider: Provider, alg?: string) => Credentials | Promise<Credentials>;
const CREDENTIALS: Readonly<Record<string, Prove>> = {
  client_secret_basic: ({ clientId, clientSecret }) => ({
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
  }),
  client_secret_post: ({ clientId, clientSecret }) => ({
    fields: { client_id: clientId, client_secret: clientSecret },
  }),
  private_key_jwt: async ({ clientId }, { served }, alg = 'ES256') => ({
    fields: { client_id: clientId, ...(await asserted(served, clientId, await keyOf(alg))) },
  }),
  client_secret_jwt: async ({ clientId, clientSecret }, { served }, alg = 'HS256') => ({
    fields: { client_id: clientId, ...(await asserted(served, clientId, { alg, secret: clientSecret })) },
  }),
  none: ({ clientId }) => ({ fields: { client_id: clientId } }),
};

/** One key pair for each algorithm of assertions. */
const keys = new Map<string, Promise<TestKey>>();
function keyOf(alg: string): Promise<TestKey> {
  const key = keys.get(alg) ?? aKey(alg);
  keys.set(alg, key);
  return key;
}

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
      const { fields } = await credentialsOf('client_secret_post', provider.client, provider);
      const { error } = await postForm(provider.served, '/token', { grant_type, ...fields });
      expect([grant_type, error]).toEqual([grant_type, 'unsupported_grant_type']);
    }
  },

  token_endpoint_auth_methods_supported: methodsAt('/token'),
  revocation_endpoint_auth_methods_supported: methodsAt('/revoke'),
  introspection_endpoint_auth_methods_supported: methodsAt('/introspect'),
  token_endpoint_auth_signing_alg_values_supported: assertionAlgsAt('/token'),
  revocation_endpoint_auth_signing_alg_values_supported: assertionAlgsAt('/revoke'),
  introspection_endpoint_auth_signing_alg_values_supported: assertionAlgsAt('/introspect'),

  registration_endpoint: async (value, provider) => {
    expect(value).toBe(`${provider.served.issuer}/connect/register`);
    expect(await registration(provider, {})).toBe(201);
  },
};

const KNOWN_ASSERTION_ALGS = 'HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519';

function assertionAlgsAt(path: string): Probe {
  return async (value, provider) => {
    const advertised = listOf(value);
    for (const alg of KNOWN_ASSERTION_ALGS.split(' ')) {
      const method = alg.startsWith('HS') ? 'client_secret_jwt' : 'private_key_jwt';
      const status = await authenticatedAt(path, method, provider, alg);
      expect([alg, status]).toEqual([alg, advertised.includes(alg) ? 200 : 401]);
    }
  };
}

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
async function authenticatedAt(path: string, method: string, provider: Provider, alg = 'ES256'): Promise<number> {
  const { served } = provider;
  const isKnown = method in CREDENTIALS;
  const client = await aClient(served, {
    kind: method === 'none' ? 'browser' : 'server',
    token_endpoint_auth_method: isKnown ? method : 'client_secret_post',
    ...(method === 'private_key_jwt' && { jwks: { keys: [(await keyOf(alg)).jwk] } }),
  });
  const { fields, headers } = await credentialsOf(method, client, provider, alg);
  if (path !== '/token') return (await postForm(served, path, { token: 'x', ...fields }, headers)).status;
  const { code, codeVerifier, redirectUri } = await aCode(served, { client });
  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier };
  return (await postForm(served, path, { ...grant, ...fields }, headers)).status;
}

/** By a method that is not there a client can only try its name alone. */
async function credentialsOf(
  method: string,
  client: TestClient,
  provider: Provider,
  alg?: string,
): Promise<Credentials> {
  const usual = method === 'client_secret_jwt' && !alg?.startsWith('HS') ? undefined : alg;
  return (await CREDENTIALS[method]?.(client, provider, usual)) ?? { fields: { client_id: client.clientId } };
}
