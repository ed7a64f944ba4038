import { describe, expect, it } from 'vitest';
import { type GrantedClaims, idTokenClaimNames, userinfoClaimNames } from './granted-claims.js';

const granted: GrantedClaims = {
  userinfo: ['nickname', 'zoneinfo', 'email'],
  idToken: ['nickname', 'zoneinfo', 'email'],
  allowed: ['nickname'],
};

const EVERY_SCOPE = ['openid', 'profile', 'email'];

describe('which claims are released', () => {
  it.each([
    ['by scope', ['openid', 'email'], null, ['email', 'email_verified']],
    ['beyond the scopes only when allowed', ['openid'], granted, ['nickname']],
    ['by scope and beyond', ['openid', 'email'], granted, ['email', 'email_verified', 'nickname']],
    ['by a token without openid, by scope only', ['email'], granted, ['email', 'email_verified']],
  ])('to userinfo: %s (OpenID Connect Core §5.4, §5.5)', (_case, scopes, claims, expected) => {
    expect([...userinfoClaimNames(scopes, claims, EVERY_SCOPE)]).toEqual(expected);
  });

  it('none beyond the scopes that the client has now', () => {
    expect([...userinfoClaimNames(['openid'], granted, ['openid', 'email'])]).toEqual([]);
    expect(idTokenClaimNames(['openid'], granted, ['openid', 'email'])).toEqual([]);
  });

  it.each([
    ['none that was not asked for there', ['openid', 'email'], null, []],
    ['what was allowed by itself', ['openid'], granted, ['nickname']],
    ['what a scope of this token opens', ['openid', 'email'], granted, ['nickname', 'email']],
  ])('to the ID token: %s (OpenID Connect Core §5.4)', (_case, scopes, claims, expected) => {
    expect(idTokenClaimNames(scopes, claims, EVERY_SCOPE)).toEqual(expected);
  });
});
