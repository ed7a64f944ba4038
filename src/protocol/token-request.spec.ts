import { describe, expect, it } from 'vitest';
import { parseParams } from './params.js';
import { parseTokenRequest } from './token-request.js';

const parse = (params: Record<string, string> | string) =>
  parseTokenRequest(parseParams(new URLSearchParams(params).toString(), { repeatable: ['resource'] }));
const verifier = 'v'.repeat(43);

describe('token requests', () => {
  it('redeem a code with redirect URI and verifier (RFC 6749 §4.1.3, RFC 7636 §4.5)', () => {
    const redirect_uri = 'https://app.example/callback?a=b';
    const sent = { grant_type: 'authorization_code', code: 'c', redirect_uri, code_verifier: verifier };
    expect(parse({ ...sent, client_id: 'app', client_secret: 'secret' })).toEqual({
      grantType: 'authorization_code',
      code: 'c',
      redirectUri: redirect_uri,
      codeVerifier: verifier,
      resources: [],
    });
  });

  it('may leave out the redirect URI (OAuth 2.1 §4.1.3)', () => {
    expect(parse({ grant_type: 'authorization_code', code: 'c', code_verifier: verifier })).toEqual({
      grantType: 'authorization_code',
      code: 'c',
      codeVerifier: verifier,
      resources: [],
    });
  });

  it('refresh, perhaps with less scope (RFC 6749 §6)', () => {
    expect(parse({ grant_type: 'refresh_token', refresh_token: 'r' })).toEqual({
      grantType: 'refresh_token',
      refreshToken: 'r',
      scopes: [],
      resources: [],
    });
    expect(parse({ grant_type: 'refresh_token', refresh_token: 'r', scope: 'email profile' })).toMatchObject({
      scopes: ['email', 'profile'],
    });
  });

  it('ask for a token of the client itself (RFC 6749 §4.4.2)', () => {
    expect(parse({ grant_type: 'client_credentials', scope: 'a b' })).toEqual({
      grantType: 'client_credentials',
      scopes: ['a', 'b'],
      resources: [],
    });
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'invalid_request'],
    [{ grant_type: '' }, 'invalid_request'],
    [{ code: 'c' }, 'invalid_request'],
    [{ grant_type: 'authorization_code' }, 'invalid_request'],
    [{ grant_type: 'authorization_code', code: '' }, 'invalid_request'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
    [{ grant_type: 'refresh_token', code: 'c' }, 'invalid_request'],
    [{ grant_type: 'password', username: 'u', password: 'p' }, 'unsupported_grant_type'],
    [{ grant_type: 'implicit' }, 'unsupported_grant_type'],
    [{ grant_type: 'Authorization_Code', code: 'c' }, 'unsupported_grant_type'],
    [{ grant_type: 'authorization_code ', code: 'c' }, 'unsupported_grant_type'],
    [{ grant_type: '__proto__' }, 'unsupported_grant_type'],
    [{ grant_type: 'constructor' }, 'unsupported_grant_type'],
    [{ grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' }, 'unsupported_grant_type'],
    [{ grant_type: 'refresh_token', refresh_token: 'r', scope: 'a"b' }, 'invalid_scope'],
    [{ grant_type: 'client_credentials', scope: 'é' }, 'invalid_scope'],
    [{ grant_type: 'authorization_code', code: 'x'.repeat(513), code_verifier: verifier }, 'invalid_grant'],
    [{ grant_type: 'refresh_token', refresh_token: 'x'.repeat(513) }, 'invalid_grant'],
  ])('like %j are %s (RFC 6749 §5.2)', (params, code) => {
    expect(() => parse(params)).toThrow(expect.objectContaining({ code, status: 400 }));
  });

  it.each(['v'.repeat(42), 'v'.repeat(129), `${verifier}+`, `${verifier}=`, `${verifier} `])(
    'with the verifier %j are invalid_request (RFC 7636 §4.1)',
    (code_verifier) => {
      const params = { grant_type: 'authorization_code', code: 'c', code_verifier };
      expect(() => parse(params)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
    },
  );

  it.each(['authorization_code&code=c', 'refresh_token&refresh_token=r', 'client_credentials'])(
    'hand on the resource servers that they name: %s (RFC 8707 §2)',
    (grant) => {
      expect(parse(`grant_type=${grant}&resource=a&resource=b`).resources).toEqual(['a', 'b']);
    },
  );
});
