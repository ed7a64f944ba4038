import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GRANTS } from '../../src/token/grants/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { getJson, postForm } from '../support/tokens.js';

const CONFIDENTIAL = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'client_secret_jwt'];
const ASSERTION_ALGS = ['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'HS256', 'HS384', 'HS512'];
const PATH = '/.well-known/oauth-authorization-server';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('RFC 8414 §2 authorization server metadata', () => {
  it('is complete', async () => {
    const { issuer } = served;
    const { status, headers, body } = await getJson(served, PATH);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body).toEqual({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      revocation_endpoint: `${issuer}/revoke`,
      introspection_endpoint: `${issuer}/introspect`,
      userinfo_endpoint: `${issuer}/userinfo`,
      registration_endpoint: `${issuer}/connect/register`,
      end_session_endpoint: `${issuer}/logout`,
      check_session_iframe: `${issuer}/session/check`,
      jwks_uri: `${issuer}/jwks`,
      scopes_supported: ['openid', 'profile', 'email', 'phone', 'address', 'offline_access'],
      ui_locales_supported: ['en', 'de'],
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'form_post'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: [...CONFIDENTIAL, 'none'],
      token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGS,
      revocation_endpoint_auth_methods_supported: [...CONFIDENTIAL, 'none'],
      revocation_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGS,
      introspection_endpoint_auth_methods_supported: CONFIDENTIAL,
      introspection_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGS,
      authorization_response_iss_parameter_supported: true,
      request_parameter_supported: true,
      request_uri_parameter_supported: true,
      require_request_uri_registration: true,
      request_object_signing_alg_values_supported: [
        'none',
        'RS256',
        'PS256',
        'ES256',
        'ES384',
        'ES512',
        'EdDSA',
        'Ed25519',
      ],
    });
  });

  it('names the issuer that it was asked at, whatever Host says (§3.3, attack R50)', async () => {
    const { body } = await getJson(served, PATH, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    expect(body['issuer']).toBe(served.issuer);
    expect(JSON.stringify(body)).not.toContain('evil');
  });

  it('claims no endpoint that does not answer', async () => {
    const { body } = await getJson(served, PATH);
    const paths = Object.entries(body).filter(([name]) => name.endsWith('_endpoint'));
    for (const [, url] of paths) {
      const { statusCode } = await served.app.inject({ method: 'GET', url: new URL(String(url)).pathname });
      expect(statusCode).not.toBe(404);
    }
  });

  it('claims exactly the grants that the token endpoint knows', async () => {
    const { body } = await getJson(served, PATH);
    expect(body['grant_types_supported']).toEqual(Object.keys(GRANTS));
    for (const grant_type of [...Object.keys(GRANTS), 'password']) {
      const { error } = await postForm(served, '/token', { grant_type, client_id: 'x', code: 'x', refresh_token: 'x' });
      expect(error).toBe(grant_type === 'password' ? 'unsupported_grant_type' : 'invalid_client');
    }
  });

  it('may be cached and read by any page, and costs no statement', async () => {
    const { all } = await served.statements.during(async () => {
      const { headers } = await getJson(served, PATH, { origin: 'https://anywhere.example' });
      expect(headers['cache-control']).toBe('public, max-age=300');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    });
    expect(all).toEqual([]);
  });
});
