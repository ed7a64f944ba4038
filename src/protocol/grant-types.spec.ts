import { describe, expect, it } from 'vitest';
import { APP_KIND_RULES, APP_KINDS, CLIENT_AUTH_METHODS, GRANT_TYPES } from './grant-types.js';

describe('kinds of apps', () => {
  it.each(APP_KINDS)('%s: has a secret or no client authentication (RFC 6749 §2.1, RFC 7591 §2)', (kind) => {
    const { isConfidential, authMethods } = APP_KIND_RULES[kind];
    expect(authMethods.length).toBeGreaterThan(0);
    expect(authMethods.includes('none')).toBe(!isConfidential);
    expect(authMethods.includes('client_secret_basic')).toBe(isConfidential);
    for (const method of authMethods) expect(CLIENT_AUTH_METHODS).toContain(method);
  });

  it.each(APP_KINDS)('%s: has grant types and defaults that fit one another', (kind) => {
    const { grantTypes, defaultGrantTypes, usesRedirects } = APP_KIND_RULES[kind];
    for (const grantType of grantTypes) expect(GRANT_TYPES).toContain(grantType);
    for (const grantType of defaultGrantTypes) expect(grantTypes).toContain(grantType);
    expect(defaultGrantTypes).toContain(grantTypes[0]);
    expect(grantTypes[0]).toBe(usesRedirects ? 'authorization_code' : 'client_credentials');
    expect(grantTypes.includes('refresh_token')).toBe(grantTypes.includes('authorization_code'));
  });

  it.each(APP_KINDS)('%s: acts for itself only with a secret (RFC 6749 §4.4)', (kind) => {
    const { isConfidential, grantTypes } = APP_KIND_RULES[kind];
    expect(grantTypes.includes('client_credentials')).toBe(isConfidential);
  });

  it('know neither the implicit nor the password grant (OAuth 2.1 §10)', () => {
    expect(GRANT_TYPES).toEqual(['authorization_code', 'refresh_token', 'client_credentials']);
  });
});
