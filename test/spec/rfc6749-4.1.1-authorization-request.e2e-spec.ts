import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { answerAt, anAttempt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aClient, type TestClient } from '../support/builders.js';

let served: TestApp;
let app: TestClient;

beforeAll(async () => {
  served = await startApp();
  app = await aClient(served, { scope: ['profile', 'email'] });
});
afterAll(() => served.close());

const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('RFC 6749 §4.1.1 authorization request', () => {
  it.each([
    ['a scope that the app is not registered for', { scope: 'profile phone' }, 'invalid_scope'],
    ['a scope that does not exist', { scope: 'profile root' }, 'invalid_scope'],
    ['a scope with a forbidden character', { scope: 'pro"file' }, 'invalid_scope'],
    ['ten thousand scopes', { scope: 'x '.repeat(5_000) }, 'invalid_scope'],
    ['a state that is too long', { state: 's'.repeat(2_000) }, 'invalid_request'],
    ['a nonce that is too long', { nonce: 'n'.repeat(300) }, 'invalid_request'],
    ['another response mode', { response_mode: 'fragment' }, 'invalid_request'],
    ['a request object (OpenID Connect Core §6)', { request: 'e30.e30.' }, 'invalid_request_object'],
    ['a request by reference', { request_uri: 'https://evil.example/jar' }, 'invalid_request_uri'],
    ['a resource that does not exist (RFC 8707 §2)', { resource: 'https://api.example/' }, 'invalid_target'],
    ['max_age that is no number', { max_age: '-1' }, 'invalid_request'],
    ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request'],
    ['prompt=none beside another (OpenID Connect Core §3.1.2.1)', { prompt: 'none login' }, 'invalid_request'],
  ])('tells the app about %s', async (_case, changes, error) => {
    const { url, params } = anAttempt(app, changes);
    const answer = answerAt(app, await new TestBrowser(served).get(url));
    const { state } = params;
    expect(answer).toMatchObject({ error, iss: served.issuer });
    expect(answer['state']).toBe(state !== undefined && state.length > 1_024 ? undefined : state);
    expect(answer['error_description']).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(answer['code']).toBeUndefined();
  });

  it('tells an app that is not registered for the code grant', async () => {
    const machine = await aClient(served, { kind: 'machine' });
    // It has no redirect URI either, so there is nowhere to tell it.
    const page = await new TestBrowser(served).get(anAttempt(machine, { redirect_uri: 'https://m.example/' }).url);
    expect([page.status, page.location]).toEqual([400, undefined]);
  });

  it('makes no row for a request that it refuses', async () => {
    const { writes } = await served.statements.during(() =>
      new TestBrowser(served).get(anAttempt(app, { scope: 'root' }).url),
    );
    expect(writes).toEqual([]);
  });
});

describe('RFC 7636 §4.4.1 and RFC 9700 §2.1.1 PKCE is required', () => {
  it.each([
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }],
    ['no challenge, but a method', { code_challenge: undefined }],
    ['an empty challenge', { code_challenge: '' }],
    ['no method, which means plain', { code_challenge_method: undefined }],
    ['plain', { code_challenge_method: 'plain' }],
    ['s256 in lower case', { code_challenge_method: 's256' }],
    ['a challenge that is too short', { code_challenge: CHALLENGE.slice(1) }],
    ['a challenge that is too long', { code_challenge: `${CHALLENGE}A` }],
    ['a challenge that is not base64url', { code_challenge: `${CHALLENGE.slice(1)}+` }],
    ['a padded challenge', { code_challenge: `${CHALLENGE.slice(1)}=` }],
  ])('refuses %s', async (_case, changes) => {
    const { url, state } = anAttempt(app, changes);
    const answer = answerAt(app, await new TestBrowser(served).get(url));
    expect(answer).toMatchObject({ error: 'invalid_request', state });
  });

  it('refuses no challenge from a public app, even one marked as exempt', async () => {
    const browserApp = await aClient(served, { kind: 'browser', row: { pkceRequired: false } });
    const { url } = anAttempt(browserApp, { code_challenge: undefined, code_challenge_method: undefined });
    expect(answerAt(browserApp, await new TestBrowser(served).get(url))).toMatchObject({ error: 'invalid_request' });
  });

  it('lets an admin exempt a confidential app, which may then do PKCE or not, but not badly', async () => {
    const exempt = await aClient(served, { row: { pkceRequired: false } });
    const without = anAttempt(exempt, { code_challenge: undefined, code_challenge_method: undefined });
    expect((await new TestBrowser(served).get(without.url)).location).toMatch(/^\/login/);
    const plain = anAttempt(exempt, { code_challenge_method: 'plain' });
    expect(answerAt(exempt, await new TestBrowser(served).get(plain.url))).toMatchObject({ error: 'invalid_request' });
  });
});
