import { expect } from 'vitest';
import { authorize, expectCodes, expectRefused, listOf, type Probes } from './provider.js';

/** What `/authorize` takes. */
export const AUTHORIZATION_PROBES: Probes = {
  issuer: async (value, provider) => {
    expect(value).toBe(provider.served.issuer);
    expect((await authorize(provider))['iss']).toBe(value);
  },

  authorization_endpoint: async (value, provider) => {
    expect(value).toBe(`${provider.served.issuer}/authorize`);
    expect(await authorize(provider)).toHaveProperty('code');
  },

  scopes_supported: async (value, provider) => {
    const advertised = listOf(value);
    await expectCodes(provider, 'scope', [...advertised, advertised.join(' ')]);
    const values = ['openid', 'address', 'admin', 'Profile'];
    await expectRefused(provider, 'scope', { values, advertised, error: 'invalid_scope' });
  },

  response_types_supported: async (value, provider) => {
    const advertised = listOf(value);
    await expectCodes(provider, 'response_type', advertised);
    const values = ['token', 'id_token', 'code token', 'code id_token', 'id_token token', 'none', 'Code'];
    await expectRefused(provider, 'response_type', { values, advertised, error: 'unsupported_response_type' });
  },

  response_modes_supported: async (value, provider) => {
    const advertised = listOf(value);
    await expectCodes(provider, 'response_mode', advertised);
    const values = ['fragment', 'form_post', 'jwt', 'query.jwt', 'form_post.jwt', 'web_message'];
    await expectRefused(provider, 'response_mode', { values, advertised, error: 'invalid_request' });
  },

  code_challenge_methods_supported: async (value, provider) => {
    const advertised = listOf(value);
    await expectCodes(provider, 'code_challenge_method', advertised);
    const values = ['plain', 'S512', 's256'];
    await expectRefused(provider, 'code_challenge_method', { values, advertised, error: 'invalid_request' });
  },

  authorization_response_iss_parameter_supported: async (value, provider) => {
    expect(value).toBe(true);
    for (const changes of [{}, { scope: 'unknown' }]) {
      expect((await authorize(provider, changes))['iss']).toBe(provider.served.issuer);
    }
  },

  request_uri_parameter_supported: async (value, provider) => {
    expect(value).toBe(false);
    const values = ['https://app.example/request.jwt'];
    await expectRefused(provider, 'request_uri', { values, advertised: [], error: 'request_uri_not_supported' });
  },
};

/** What a member means when the document leaves it out (OpenID Connect Discovery §3), where it means a refusal. */
export const ABSENT_MEMBER_PROBES: Probes = {
  request_parameter_supported: async (_absent, provider) => {
    await expectRefused(provider, 'request', { values: ['e30.e30.'], advertised: [], error: 'request_not_supported' });
  },
};
