import { describe, expect, it } from 'vitest';
import { initiateLoginUrl } from './initiate-login.js';

const issuer = 'https://login.example';

describe('OpenID Connect Core §4 login that a third party initiates', () => {
  it('keeps the registered address as it is, and says who asks', () => {
    expect(initiateLoginUrl('https://app.example/login?tenant=a%20b', { issuer })).toBe(
      'https://app.example/login?tenant=a%20b&iss=https%3A%2F%2Flogin.example',
    );
  });

  it('may say whom to expect and where to go', () => {
    const given = { issuer, loginHint: 'ada@example.com', targetLinkUri: 'https://app.example/?a=1&b' };
    const { searchParams } = new URL(initiateLoginUrl('https://app.example/login', given) ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      iss: issuer,
      login_hint: given.loginHint,
      target_link_uri: given.targetLinkUri,
    });
  });

  it.each([undefined, 'http://app.example/login', 'javascript:alert(1)', 'com.example.app:/login', ''])(
    'leads nowhere but to https: %s',
    (uri) => {
      expect(initiateLoginUrl(uri, { issuer })).toBeUndefined();
    },
  );
});
