import { describe, expect, it } from 'vitest';
import { logoutTokenClaims } from './logout-token.js';

describe('OpenID Connect Back-Channel Logout §2.4 logout token', () => {
  const claims = logoutTokenClaims({
    issuer: 'https://op.example',
    clientId: 'app',
    subject: 'ada',
    sid: 'session',
    id: 'message',
    now: new Date(1_700_000_000_900),
  });

  it('has exactly its claims', () => {
    expect(claims).toEqual({
      iss: 'https://op.example',
      aud: 'app',
      sub: 'ada',
      sid: 'session',
      jti: 'message',
      iat: 1_700_000_000,
      exp: 1_700_000_120,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
  });

  it('has no nonce: "A nonce Claim MUST NOT be present"', () => {
    expect(claims).not.toHaveProperty('nonce');
  });
});
