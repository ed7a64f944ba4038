import { describe, expect, it } from 'vitest';
import { parseClaimsRequest } from './claims-request.js';
import { askedPermissions, claimOfPermission, grantedClaims, scopesIn } from './permission.js';

const wishes = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));
const request = (scopes: readonly string[], userinfo: readonly string[] = [], idToken: readonly string[] = []) => {
  const text = JSON.stringify({ userinfo: wishes(userinfo), id_token: wishes(idToken) });
  return { scopes, claims: parseClaimsRequest(text) };
};

describe('what a user is asked for', () => {
  it.each([
    ['scopes alone', request(['openid', 'email']), ['openid', 'email']],
    ['a claim that no scope opens', request(['openid'], ['nickname']), ['openid', 'claim:nickname']],
    ['no claim that a scope opens', request(['openid', 'email'], ['email', 'email_verified']), ['openid', 'email']],
    [
      'an address and whether it is verified at once',
      request(['openid'], ['email_verified'], ['email']),
      ['openid', 'claim:email'],
    ],
    ['what is asked for twice only once', request(['openid'], ['name'], ['name']), ['openid', 'claim:name']],
    [
      'nothing for what every ID token tells',
      request(['openid'], ['sub'], ['acr', 'auth_time', 'amr', 'sub']),
      ['openid'],
    ],
    ['scopes of a request without claims', { scopes: ['email'] }, ['email']],
  ])('is %s', (_case, asked, expected) => {
    expect(askedPermissions(asked)).toEqual(expected);
  });

  it('is a scope or a claim', () => {
    expect(claimOfPermission('claim:email')).toBe('email');
    expect(claimOfPermission('email')).toBeUndefined();
    expect(scopesIn(['openid', 'claim:email', 'email'])).toEqual(['openid', 'email']);
  });
});

describe('what a grant keeps of the claims parameter', () => {
  const asked = request(['openid', 'email'], ['nickname', 'email', 'phone_number_verified'], ['email', 'sub']);

  it('is what was asked for, and what of it the user allowed by itself', () => {
    expect(grantedClaims(asked, ['openid', 'email', 'claim:phone_number'])).toEqual({
      userinfo: ['nickname', 'email', 'phone_number_verified'],
      idToken: ['email'],
      allowed: ['phone_number_verified'],
    });
  });

  it('is nothing without the parameter', () => {
    expect(grantedClaims({ scopes: ['openid'] }, ['openid'])).toBeNull();
  });
});
