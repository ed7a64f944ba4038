import { describe, expect, it } from 'vitest';
import { bearerToken, type BearerSources } from './bearer-token.js';
import { OAuthError } from './oauth-error.js';

const NOTHING: BearerSources = { authorization: undefined, form: undefined, isInUrl: false };

function refusal(sources: Partial<BearerSources>): OAuthError {
  try {
    bearerToken({ ...NOTHING, ...sources });
  } catch (error) {
    if (error instanceof OAuthError) return error;
  }
  throw new Error('was accepted');
}

describe('RFC 6750 §2 where the access token stands', () => {
  it.each(['Bearer abc', 'bearer abc', 'BEARER abc', 'Bearer  abc', 'Bearer abc==', 'Bearer a-._~+/b'])(
    '§2.1 takes %j, the scheme without case',
    (authorization) => {
      expect(bearerToken({ ...NOTHING, authorization })).toMatch(/^a/);
    },
  );

  it.each(['Bearer', 'Bearer ', 'Bearer a b', 'Bearer a,b', 'Bearer "a"', 'Bearer =a', 'Bearer a\t', 'Bearer é'])(
    '§2.1 refuses the malformed %j as invalid_request',
    (authorization) => {
      const { code, status, headers } = refusal({ authorization });
      expect({ code, status }).toEqual({ code: 'invalid_request', status: 400 });
      expect(headers['www-authenticate']).toContain('error="invalid_request"');
    },
  );

  it('§2.2 takes the form parameter', () => {
    expect(bearerToken({ ...NOTHING, form: 'abc' })).toBe('abc');
  });

  it.each(['Bearer abc', 'Basic abc'])('§2 refuses %j beside the form parameter', (authorization) => {
    expect(refusal({ authorization, form: 'abc' }).code).toBe('invalid_request');
  });

  it('RFC 9700 §4.3.2 refuses a token in the URL, even beside a good one', () => {
    expect(refusal({ authorization: 'Bearer abc', isInUrl: true }).code).toBe('invalid_request');
  });

  it.each([undefined, 'Basic abc', 'DPoP abc', 'Bearerabc'])(
    '§3.1 asks for a token without an error code: %j',
    (authorization) => {
      const { status, headers } = refusal({ authorization });
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer realm="doorward"');
    },
  );
});
