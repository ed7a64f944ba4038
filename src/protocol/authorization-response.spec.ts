import { describe, expect, it } from 'vitest';
import { authorizationResponseUrl } from './authorization-response.js';

const iss = 'https://login.example';
const code = { code: 'c' };

describe('authorization responses', () => {
  it.each([
    ['https://app.example/callback', 'https://app.example/callback?'],
    ['https://app.example', 'https://app.example?'],
    ['https://app.example/callback?tenant=7', 'https://app.example/callback?tenant=7&'],
    ['https://app.example/callback?', 'https://app.example/callback?'],
    ['https://app.example/callback?a=1&', 'https://app.example/callback?a=1&'],
    ['https://app.example/?a=%2F&b=x+y&a=2&c', 'https://app.example/?a=%2F&b=x+y&a=2&c&'],
    ['https://app.example/%7euser', 'https://app.example/%7euser?'],
    ['http://127.0.0.1:51004/callback', 'http://127.0.0.1:51004/callback?'],
    ['com.example.app:/callback', 'com.example.app:/callback?'],
  ])('keep %s as it is, query included (RFC 6749 §3.1.2)', (redirectUri, beginning) => {
    expect(authorizationResponseUrl(redirectUri, code, { iss })).toBe(
      `${beginning}code=c&iss=https%3A%2F%2Flogin.example`,
    );
  });

  it('give back the state as it was, whatever it holds (RFC 6749 §4.1.2)', () => {
    const state = 'a b&c=d#e%2F+"<script>?\\';
    const url = authorizationResponseUrl('https://app.example/callback', code, { state, iss });
    expect(url).not.toMatch(/[\s"<>\\#]/);
    expect([...new URL(url).searchParams]).toEqual([
      ['code', 'c'],
      ['state', state],
      ['iss', iss],
    ]);
  });

  it('carry error, description, state and issuer (RFC 6749 §4.1.2.1, RFC 9207 §2)', () => {
    const result = { error: 'access_denied' as const, error_description: 'the user refused the request' };
    const url = new URL(authorizationResponseUrl('https://app.example/callback?x=1', result, { state: 's', iss }));
    expect(Object.fromEntries(url.searchParams)).toEqual({ x: '1', ...result, state: 's', iss });
  });

  it('carry the issuer and no state when none was sent (RFC 9207 §2)', () => {
    const url = new URL(authorizationResponseUrl('https://app.example/', code, { state: undefined, iss }));
    expect(Object.fromEntries(url.searchParams)).toEqual({ code: 'c', iss });
  });
});
