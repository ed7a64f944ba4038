import { describe, expect, it } from 'vitest';
import { authorizationResponse, type ResponseTarget } from './authorization-response.js';

const iss = 'https://login.example';
const code = { code: 'c' };
const denied = { error: 'access_denied' as const, error_description: 'the user refused the request' };
const hostileState = 'a b&c=d#e%2F+"><script>?\\';

const at = (redirectUri: string, changes: Partial<ResponseTarget> = {}): ResponseTarget => ({
  redirectUri,
  responseMode: 'query',
  ...changes,
});

/** The address that a response by query leads to. */
function urlOf(target: ResponseTarget, result: Parameters<typeof authorizationResponse>[1] = code): string {
  const response = authorizationResponse(target, result, iss);
  return response.mode === 'query' ? response.url : '';
}

describe('authorization responses by query', () => {
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
    expect(urlOf(at(redirectUri))).toBe(`${beginning}code=c&iss=https%3A%2F%2Flogin.example`);
  });

  it('give back the state as it was, whatever it holds (RFC 6749 §4.1.2)', () => {
    const url = urlOf(at('https://app.example/callback', { state: hostileState }));
    expect(url).not.toMatch(/[\s"<>\\#]/);
    expect([...new URL(url).searchParams]).toEqual([
      ['code', 'c'],
      ['state', hostileState],
      ['iss', iss],
    ]);
  });

  it('carry error, description, state and issuer (RFC 6749 §4.1.2.1, RFC 9207 §2)', () => {
    const url = new URL(urlOf(at('https://app.example/callback?x=1', { state: 's' }), denied));
    expect(Object.fromEntries(url.searchParams)).toEqual({ x: '1', ...denied, state: 's', iss });
  });

  it('carry the issuer and no state when none was sent (RFC 9207 §2)', () => {
    const url = new URL(urlOf(at('https://app.example/')));
    expect(Object.fromEntries(url.searchParams)).toEqual({ code: 'c', iss });
  });
});

describe('authorization responses by form_post (Form Post Response Mode 1.0 §2)', () => {
  const target = at('https://app.example/callback?tenant=7', { responseMode: 'form_post', state: hostileState });

  it('are a form for the registered address as it is, with the same members', () => {
    expect(authorizationResponse(target, code, iss)).toEqual({
      mode: 'form_post',
      action: 'https://app.example/callback?tenant=7',
      fields: { code: 'c', state: hostileState, iss },
    });
  });

  it('carry errors too', () => {
    expect(authorizationResponse(target, denied, iss)).toMatchObject({ fields: { ...denied, iss } });
  });
});
