import { describe, expect, it } from 'vitest';
import { accessTokenHash, idTokenClaims, type IdTokenInput } from './id-token.js';

const input: IdTokenInput = {
  issuer: 'https://id.example',
  clientId: 'c1',
  subject: 'u1',
  signIn: { authTime: new Date(1_800_000_000_999), amr: ['pwd'], sid: 's1', nonce: 'n1' },
  accessToken: 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y',
  alg: 'RS256',
  issuedAt: new Date(1_800_000_100_500),
  lifetime: 3600,
};

describe('OpenID Connect Core §2 ID token', () => {
  it('says who signed in, when, how, where and for whom, in whole seconds', () => {
    expect(idTokenClaims(input)).toEqual({
      iss: 'https://id.example',
      sub: 'u1',
      aud: 'c1',
      iat: 1_800_000_100,
      exp: 1_800_003_700,
      auth_time: 1_800_000_000,
      acr: 'urn:doorward:acr:password',
      amr: ['pwd'],
      sid: 's1',
      nonce: 'n1',
      at_hash: '77QmUPtjPfzWtF2AnpK9RQ',
    });
  });

  it('has no nonce when the request had none', () => {
    const { nonce: _nonce, ...signIn } = input.signIn;
    expect(idTokenClaims({ ...input, signIn })).not.toHaveProperty('nonce');
  });
});

describe('OpenID Connect Core §3.1.3.6 at_hash', () => {
  it.each(['RS256', 'PS256', 'ES256'] as const)(
    'is the left half of SHA-256 with %s (example of appendix A.3)',
    (alg) => {
      expect(accessTokenHash('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', alg)).toBe('77QmUPtjPfzWtF2AnpK9RQ');
    },
  );

  it('is the left half of SHA-512 with Ed25519 (RFC 8032 §5.1)', () => {
    expect(Buffer.from(accessTokenHash('x', 'EdDSA'), 'base64url')).toHaveLength(32);
  });
});
