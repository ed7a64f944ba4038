import { describe, expect, it } from 'vitest';
import { HOSTILE_REDIRECT_URIS, mutationsOf } from '../../test/support/hostile-redirect-uris.js';
import {
  type AuthorizationClient,
  checkRedirectUri,
  faultTarget,
  parseAuthorizationRequest,
  requireClientId,
  requireRedirectUri,
  stateOf,
} from './authorization-request.js';
import { parseParams } from './params.js';

const redirectUri = 'https://app.example/callback';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const aClient = (changes: Partial<AuthorizationClient> = {}): AuthorizationClient => ({
  clientId: 'app',
  redirectUris: [redirectUri, 'https://app.example/other'],
  grantTypes: ['authorization_code'],
  scopes: ['profile', 'email', 'offline_access'],
  pkceRequired: true,
  isPublic: false,
  metadata: {},
  ...changes,
});

const PARAMS: Record<string, string> = {
  response_type: 'code',
  client_id: 'app',
  redirect_uri: redirectUri,
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

/** Parses the request with some parameters changed; an empty value leaves a parameter out. */
function parse(changes: Record<string, string> = {}, client = aClient()) {
  const encoded = new URLSearchParams({ ...PARAMS, ...changes }).toString();
  return parseAuthorizationRequest(parseParams(encoded, { repeatable: ['resource'] }), client);
}

const oauthError = (code: string) => expect.objectContaining({ code }) as Error;

describe('client and redirect URI of an authorization request', () => {
  it('are both required (RFC 6749 §4.1.1, OAuth 2.1 §4.1.1)', () => {
    expect([requireClientId(PARAMS), requireRedirectUri(PARAMS)]).toEqual(['app', redirectUri]);
    expect(() => requireClientId({ redirect_uri: redirectUri })).toThrow(/client_id is missing/);
    expect(() => requireRedirectUri({ client_id: 'app' })).toThrow(/redirect_uri is missing/);
  });

  it('belong together: the URI is a registered one (RFC 9700 §2.1)', () => {
    const client = aClient();
    for (const uri of client.redirectUris) expect(() => checkRedirectUri(client, uri)).not.toThrow();
    expect(() => checkRedirectUri(aClient({ redirectUris: [] }), redirectUri)).toThrow(oauthError('invalid_request'));
  });

  it('are refused with hundreds of hostile and nearly right URIs (attacks A01, A02)', () => {
    for (const uri of [...HOSTILE_REDIRECT_URIS.map(([hostile]) => hostile), ...mutationsOf(redirectUri)]) {
      expect(() => checkRedirectUri(aClient(), uri)).toThrow(oauthError('invalid_request'));
    }
  });
});

describe('authorization requests', () => {
  it('need no more than the code flow with PKCE (RFC 6749 §4.1.1, RFC 7636 §4.3)', () => {
    const request = {
      clientId: 'app',
      redirectUri,
      responseMode: 'query',
      scopes: [],
      prompt: new Set(),
      display: 'page',
      acrValues: [],
      codeChallenge: challenge,
      resources: [],
    };
    expect(parse()).toEqual(request);
    expect(parse({ response_mode: 'query', unknown: 'ignored' })).toEqual(request);
  });

  it('hand on the resource servers that they name: which there are is another question (RFC 8707 §2)', () => {
    expect(parse({ resource: 'https://api.example' }).resources).toEqual(['https://api.example']);
  });

  it('may say much more (OpenID Connect Core §3.1.2.1)', () => {
    const request = parse({
      scope: 'profile email',
      state: 'a state with spaces & "signs"',
      nonce: 'n-0S6_WzA2Mj',
      prompt: 'login consent',
      max_age: '0',
      login_hint: 'ada@example.org',
      ui_locales: 'fr-CA fr en',
      claims_locales: 'fr',
      acr_values: 'phr  pwd',
      id_token_hint: 'e30.e30.x',
      display: 'touch',
      response_mode: 'form_post',
    });
    expect(request).toMatchObject({
      scopes: ['profile', 'email'],
      state: 'a state with spaces & "signs"',
      nonce: 'n-0S6_WzA2Mj',
      prompt: new Set(['login', 'consent']),
      maxAge: 0,
      loginHint: 'ada@example.org',
      uiLocales: 'fr-CA fr en',
      acrValues: ['phr', 'pwd'],
      idTokenHint: 'e30.e30.x',
      display: 'touch',
      responseMode: 'form_post',
    });
  });

  it('demand what the registration says where they say nothing (OpenID Connect Registration §2)', () => {
    const client = aClient({ metadata: { default_max_age: 60, default_acr_values: ['phr'] } });
    expect(parse({}, client)).toMatchObject({ maxAge: 60, acrValues: ['phr'] });
    expect(parse({ max_age: '0', acr_values: 'pwd' }, client)).toMatchObject({ maxAge: 0, acrValues: ['pwd'] });
    expect(parse({}, aClient({ metadata: { default_max_age: 0 } }))).toMatchObject({ maxAge: 0 });
  });

  it('are answered in the mode that they ask for, faults too, if it is one (Multiple Response Types §2.1)', () => {
    const modeOf = (response_mode: string, uri = redirectUri) => faultTarget({ response_mode }, uri).responseMode;
    expect(faultTarget({ state: 's' }, redirectUri)).toEqual({ redirectUri, responseMode: 'query', state: 's' });
    expect(faultTarget({ state: 'é' }, redirectUri)).not.toHaveProperty('state');
    expect(modeOf('form_post')).toBe('form_post');
    for (const mode of ['fragment', 'FORM_POST', 'web_message', 'form_post query']) expect(modeOf(mode)).toBe('query');
    expect(modeOf('form_post', 'com.example.app:/cb')).toBe('query');
  });

  it('cannot post a form to a native app', () => {
    const native = aClient({ redirectUris: ['com.example.app:/cb'] });
    const changes = { redirect_uri: 'com.example.app:/cb', response_mode: 'form_post' };
    expect(() => parse(changes, native)).toThrow(oauthError('invalid_request'));
  });

  it.each<[Record<string, string>, string]>([
    [{ response_type: '' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ response_type: 'id_token' }, 'unsupported_response_type'],
    [{ response_type: 'code token' }, 'unsupported_response_type'],
    [{ response_type: 'code id_token' }, 'unsupported_response_type'],
    [{ response_type: 'CODE' }, 'unsupported_response_type'],
    [{ response_mode: 'fragment' }, 'invalid_request'],
    [{ response_mode: 'web_message' }, 'invalid_request'],
    [{ display: 'hologram' }, 'invalid_request'],
    [{ display: 'page popup' }, 'invalid_request'],
    [{ scope: 'profile phone' }, 'invalid_scope'],
    [{ scope: 'openid' }, 'invalid_scope'],
    [{ scope: 'PROFILE' }, 'invalid_scope'],
    [{ scope: 'a"b' }, 'invalid_scope'],
    [{ prompt: 'none login' }, 'invalid_request'],
    [{ prompt: 'silent' }, 'invalid_request'],
    [{ max_age: '-1' }, 'invalid_request'],
    [{ max_age: '1.5' }, 'invalid_request'],
    [{ max_age: '1e3' }, 'invalid_request'],
    [{ max_age: '0x10' }, 'invalid_request'],
    [{ max_age: '9'.repeat(10) }, 'invalid_request'],
    [{ max_age: 'soon' }, 'invalid_request'],
    [{ state: 'x'.repeat(1_025) }, 'invalid_request'],
    [{ state: 'é' }, 'invalid_request'],
    [{ nonce: 'x'.repeat(256) }, 'invalid_request'],
    [{ login_hint: 'x'.repeat(321) }, 'invalid_request'],
    [{ ui_locales: 'x'.repeat(321) }, 'invalid_request'],
    [{ claims_locales: 'x'.repeat(321) }, 'invalid_request'],
    [{ acr_values: 'x'.repeat(1_001) }, 'invalid_request'],
    [{ id_token_hint: 'x'.repeat(8_193) }, 'invalid_request'],
  ])('with %j are %s', (changes, code) => {
    expect(() => parse(changes)).toThrow(oauthError(code));
  });

  it('belong to a client that is registered for codes (RFC 6749 §4.1.2.1)', () => {
    const client = aClient({ grantTypes: ['client_credentials'] });
    expect(() => parse({}, client)).toThrow(oauthError('unauthorized_client'));
  });

  describe('without proper PKCE are refused (RFC 7636 §4.4.1, RFC 9700 §2.1.1, attack A11):', () => {
    it.each<[string, Record<string, string>]>([
      ['no challenge', { code_challenge: '', code_challenge_method: '' }],
      ['a method alone', { code_challenge: '' }],
      ['no method, which would mean plain', { code_challenge_method: '' }],
      ['plain', { code_challenge_method: 'plain' }],
      ['a method in lower case', { code_challenge_method: 's256' }],
      ['an unknown method', { code_challenge_method: 'S512' }],
      ['a short challenge', { code_challenge: 'short' }],
      ['a challenge with padding', { code_challenge: `${challenge.slice(0, 42)}=` }],
      ['a long challenge', { code_challenge: `${challenge}A` }],
      ['a challenge that is no base64url', { code_challenge: `${challenge.slice(0, 42)}+` }],
    ])('%s', (_title, changes) => {
      for (const isPublic of [true, false]) {
        expect(() => parse(changes, aClient({ isPublic }))).toThrow(oauthError('invalid_request'));
      }
    });

    it('and told what to send', () => {
      expect(() => parse({ code_challenge: '' })).toThrow(/code_challenge is missing/);
      expect(() => parse({ code_challenge_method: '' })).toThrow(/code_challenge_method=S256/);
    });

    it('an exempt confidential client may do without, but not do it wrong', () => {
      const exempt = aClient({ pkceRequired: false });
      expect(parse({ code_challenge: '', code_challenge_method: '' }, exempt)).not.toHaveProperty('codeChallenge');
      expect(parse({}, exempt)).toHaveProperty('codeChallenge', challenge);
      for (const changes of [
        { code_challenge: '' },
        { code_challenge_method: '' },
        { code_challenge_method: 'plain' },
      ]) {
        expect(() => parse(changes, exempt)).toThrow(oauthError('invalid_request'));
      }
    });

    it('a public client is never exempt', () => {
      const client = aClient({ pkceRequired: false, isPublic: true });
      const changes = { code_challenge: '', code_challenge_method: '' };
      expect(() => parse(changes, client)).toThrow(oauthError('invalid_request'));
    });
  });

  it('give their state back with an error only if it can be a state (RFC 6749 §4.1.2.1, appendix A.5)', () => {
    expect(stateOf({ state: 'x y~' })).toBe('x y~');
    expect(stateOf({ state: 'x'.repeat(1_024) })).toHaveLength(1_024);
    for (const state of ['x'.repeat(1_025), 'é', '\u202e', 'a\nb', 'a\0']) expect(stateOf({ state })).toBeUndefined();
    expect(stateOf({})).toBeUndefined();
  });

  it('travel back in the ways that the app registered, and in every way when it named none', () => {
    const formOnly = aClient({ metadata: { response_modes: ['form_post'] } });
    expect(parse({ response_mode: 'form_post' }, formOnly).responseMode).toBe('form_post');
    for (const response_mode of ['query', '']) {
      expect(() => parse({ response_mode }, formOnly)).toThrow(oauthError('invalid_request'));
    }
    expect(parse({ response_mode: 'form_post' }).responseMode).toBe('form_post');
  });

  it('mean what they meant when they come back from where they were stored', () => {
    const sent = { ...PARAMS, scope: 'email profile', state: 's', max_age: '60' };
    const client = aClient();
    expect(parseAuthorizationRequest({ values: sent, lists: {} }, client)).toEqual(parse(sent));
  });
});
