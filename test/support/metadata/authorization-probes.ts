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
};
