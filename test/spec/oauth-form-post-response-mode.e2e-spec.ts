import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, type Changes, anAttempt, deny, formPostAt, signIn } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { exchange } from '../support/tokens.js';

let served: TestApp;
let app: TestClient;
let ada: TestUser;

beforeAll(async () => {
  served = await startApp();
  app = await aClient(served, { redirect_uris: ['https://form.example/callback?tenant=a%20b'] });
  ada = await aUser(served);
});
afterAll(() => served.close());

const byForm = (changes = {}) => anAttempt(app, { response_mode: 'form_post', ...changes });
const HOSTILE = '"><script>alert(1)</script><input name="state" value=\'x&quot;{{code}}';

function formActionOf(page: Page): string | undefined {
  return page
    .header('content-security-policy')
    .split('; ')
    .find((directive) => directive.startsWith('form-action '));
}

describe('Form Post Response Mode 1.0 §2 a response', () => {
  it('is a form for the registered address with code, state and iss, and the code is good', async () => {
    const browser = await aBrowserOf(served, ada);
    const { url, state, codeVerifier } = byForm();
    const page = await allow(browser, await browser.open(url));
    const { code = '', ...rest } = formPostAt(app, page);
    expect(rest).toEqual({ state, iss: served.issuer });
    const [redirectUri = ''] = app.redirectUris;
    expect((await exchange(served, { code, codeVerifier, redirectUri, client: app, user: ada })).status).toBe(200);
  });

  it('comes after a login as well as after consent, and without any page', async () => {
    const browser = new TestBrowser(served);
    const { url } = byForm();
    expect(formPostAt(app, await signIn(browser, await browser.open(url), ada))).toHaveProperty('code');
    expect(formPostAt(app, await browser.open(byForm({ prompt: 'none' }).url))).toHaveProperty('code');
  });

  it('has a button to press, and a script of our own that presses it', async () => {
    const browser = await aBrowserOf(served, ada);
    const page = await browser.open(byForm({ prompt: 'none' }).url);
    expect(page.form('form-post').controls).toContainEqual(
      expect.objectContaining({ type: 'submit', id: 'form-post-continue' }),
    );
    const [, script = ''] = /src="(\/assets\/form-post\.js\?v=[^"]+)"/.exec(page.html) ?? [];
    expect((await browser.get(script)).status).toBe(200);
  });

  it('is never kept, and its page can send a form to no address of ours (attack A43)', async () => {
    const browser = await aBrowserOf(served, ada);
    const page = await browser.open(byForm({ prompt: 'none' }).url);
    expect(page.header('cache-control')).toBe('no-store');
    expect(formActionOf(page)).toBe('form-action https:');
    expect(page.header('content-security-policy')).toContain("script-src 'self';");
    expect(page.header('referrer-policy')).toBe('no-referrer');
  });

  it.each(['http://localhost:4000/cb', 'http://[::1]:4000/cb'])(
    'from a page for %s may go there',
    async (redirectUri) => {
      const local = await aClient(served, { redirect_uris: [redirectUri] });
      const { url } = anAttempt(local, { response_mode: 'form_post', prompt: 'none' });
      const page = await new TestBrowser(served).get(url);
      expect(formPostAt(local, page)).toMatchObject({ error: 'login_required' });
      expect(formActionOf(page)).toBe('form-action https: http:');
    },
  );

  it('gives back any state as it was, as text (CVE-2024-21637, CVE-2026-42849)', async () => {
    const page = await new TestBrowser(served).get(byForm({ state: HOSTILE, prompt: 'none' }).url);
    expect(formPostAt(app, page)['state']).toBe(HOSTILE);
    expect(page.html).not.toContain('<script>alert');
    expect(page.form('form-post').controls.filter(({ name }) => name === 'state')).toHaveLength(1);
  });
});

describe('Form Post Response Mode 1.0 §2 an error', () => {
  it.each<[string, Changes, string]>([
    ['of the request', { scope: 'root' }, 'invalid_scope'],
    ['of the response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['of PKCE', { code_challenge: undefined }, 'invalid_request'],
    ['of prompt=none', { prompt: 'none' }, 'login_required'],
  ])('%s travels by the mode that was asked for', async (_case, changes, error) => {
    const { url, state } = byForm(changes);
    const expected = { error, state, iss: served.issuer, error_description: expect.any(String) };
    expect(formPostAt(app, await new TestBrowser(served).get(url))).toEqual(expected);
  });

  it('of a request that was posted is posted back', async () => {
    const { params } = byForm({ scope: 'root' });
    const page = await new TestBrowser(served).post('/authorize', params);
    expect(formPostAt(app, page)).toMatchObject({ error: 'invalid_scope' });
  });

  it('of the user does, too', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const page = await deny(browser, await browser.open(byForm().url));
    expect(formPostAt(app, page)).toMatchObject({ error: 'access_denied' });
    const login = await new TestBrowser(served).open(byForm().url);
    expect(login.url).toContain('/login?');
  });

  it.each(['fragment', 'web_message', 'FORM_POST', 'form_post.jwt'])(
    'of an unknown mode, %s, travels by query',
    async (mode) => {
      const { url, state } = byForm({ response_mode: mode });
      const page = await new TestBrowser(served).get(url);
      expect(answerAt(app, page)).toMatchObject({ error: 'invalid_request', state });
      expect(page.location).not.toContain('#');
    },
  );

  it('goes nowhere when the address is not registered (Keycloak GHSA-9vm7-v8wj-3fqw)', async () => {
    for (const redirectUri of ['https://evil.example/callback', 'javascript:alert(1)', 'https://form.example/other']) {
      const page = await new TestBrowser(served).get(byForm({ redirect_uri: redirectUri, scope: 'root' }).url);
      expect([page.status, page.location, page.forms.length]).toEqual([400, undefined, 0]);
      expect(page.html).not.toContain(redirectUri);
    }
  });

  it('says by query that a native app cannot take a form', async () => {
    const native = await aClient(served, { kind: 'native', redirect_uris: ['com.example.app:/callback'] });
    const { url } = anAttempt(native, { response_mode: 'form_post' });
    expect(answerAt(native, await new TestBrowser(served).get(url))).toMatchObject({ error: 'invalid_request' });
  });
});
