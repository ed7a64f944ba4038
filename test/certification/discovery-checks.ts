import { expect } from 'vitest';
import type { Provider, Suite } from './suite.js';

/**
 * The conditions of `oidcc-discovery-endpoint-verification`, but for the two that ask for the implicit flow
 * (`response_types_supported` and `grant_types_supported` of a Dynamic OpenID Provider, Core §15.2): it is left out on
 * purpose, see docs/certification.
 */
export async function checkDiscovery(suite: Suite): Promise<Provider> {
  const provider = await suite.provider();
  expect(provider).toMatchObject({
    issuer: suite.served.issuer,
    response_types_supported: ['code'],
    claims_parameter_supported: true,
    request_parameter_supported: true,
    request_uri_parameter_supported: true,
  });
  for (const [member, value] of [
    ['subject_types_supported', 'public'],
    ['id_token_signing_alg_values_supported', 'RS256'],
    ['userinfo_signing_alg_values_supported', 'RS256'],
    ['request_object_signing_alg_values_supported', 'RS256'],
    ['grant_types_supported', 'authorization_code'],
    ['scopes_supported', 'openid'],
    ['claims_supported', 'sub'],
    ['code_challenge_methods_supported', 'S256'],
  ] as const) {
    expect([member, provider[member]]).toEqual([member, expect.arrayContaining([value])]);
  }
  for (const [member, value] of Object.entries(provider)) {
    if (!/_endpoint$|_uri$|_iframe$/.test(member)) continue;
    expect([member, new URL(String(value)).origin]).toEqual([member, suite.served.issuer]);
  }
  const { keys } = await suite.keys();
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) {
    expect(Object.keys(key)).not.toEqual(expect.arrayContaining(['d']));
    expect(['RSA', 'EC', 'OKP']).toContain(key.kty);
  }
  return provider;
}
