import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient } from '../support/builders.js';
import { HOSTILE_REDIRECT_URIS, mutationsOf, REGISTERED_REDIRECT_URI } from '../support/hostile-redirect-uris.js';

let served: TestApp;
let app: TestClient;
let native: TestClient;
let victim: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  app = await aClient(served, { redirect_uris: [REGISTERED_REDIRECT_URI] });
  native = await aClient(served, {
    kind: 'native',
    redirect_uris: ['http://127.0.0.1/callback', 'com.example.app:/callback'],
  });
  victim = await aBrowserOf(served, await aUser(served));
});
afterAll(() => served.close());

/** What an attack must not change: a page of ours, no redirect, nothing of the address in the page. */
function seen({ status, location, html }: Page, redirectUri: string) {
  const isShown = redirectUri.length > 12 && html.includes(redirectUri);
  return { status, location, isPage: html.includes('</html>'), isShown };
}
const REFUSED = { status: 400, location: undefined, isPage: true, isShown: false };

describe('attack A01 and A02: redirect URI manipulation (RFC 9700 §4.1)', () => {
  it('has a corpus worth the name', () => {
    expect(HOSTILE_REDIRECT_URIS.length).toBeGreaterThanOrEqual(60);
    expect(mutationsOf(REGISTERED_REDIRECT_URI).length).toBeGreaterThanOrEqual(200);
  });

  it.each(HOSTILE_REDIRECT_URIS)('%j (%s) is a page, never a redirect', async (redirectUri) => {
    const { url, params } = anAttempt(app, { redirect_uri: redirectUri });
    expect(seen(await victim.get(url), redirectUri)).toEqual(REFUSED);
    expect(seen(await victim.post('/authorize', params), redirectUri)).toEqual(REFUSED);
  });

  it('no mutation of the registered address is a redirect', async () => {
    const followed: string[] = [];
    for (const redirectUri of mutationsOf(REGISTERED_REDIRECT_URI)) {
      const { status, location } = await victim.get(anAttempt(app, { redirect_uri: redirectUri }).url);
      if (status !== 400 || location !== undefined) followed.push(redirectUri);
    }
    expect(followed).toEqual([]);
  });

  it('no other fault makes a hostile address a redirect', async () => {
    const faults = [{ prompt: 'none' }, { scope: 'root' }, { response_type: 'token' }, { code_challenge: undefined }];
    for (const [redirectUri] of HOSTILE_REDIRECT_URIS.slice(0, 20)) {
      for (const fault of faults) {
        const { url } = anAttempt(app, { redirect_uri: redirectUri, ...fault });
        expect(seen(await victim.get(url), redirectUri)).toEqual(REFUSED);
      }
    }
  });

  it("another app's address is a page", async () => {
    const other = await aClient(served, { redirect_uris: ['https://other.example/callback'] });
    const [redirectUri = ''] = other.redirectUris;
    expect(seen(await victim.get(anAttempt(app, { redirect_uri: redirectUri }).url), redirectUri)).toEqual(REFUSED);
  });

  it('the registered address itself goes on', async () => {
    expect((await victim.get(anAttempt(app).url)).location).toMatch(/^\/consent/);
  });
});

describe('RFC 8252 §7.3 loopback addresses', () => {
  it.each(['http://127.0.0.1/callback', 'http://127.0.0.1:1/callback', 'http://127.0.0.1:65535/callback'])(
    '%s: any port will do',
    async (redirectUri) => {
      const page = await victim.get(anAttempt(native, { redirect_uri: redirectUri }).url);
      expect(page.location).toMatch(/^\/consent/);
    },
  );

  it.each([
    'http://127.0.0.1:0/callback',
    'http://127.0.0.1:65536/callback',
    'http://127.0.0.1:99999999/callback',
    'http://127.0.0.1:/callback',
    'http://127.0.0.1:80@evil.example/callback',
    'http://127.0.0.1:8090%25@evil.example/callback',
    'http://127.0.0.1.evil.example/callback',
    'http://127.0.0.1:4000.evil.example/callback',
    'http://127.0.0.1:4000/callback/',
    'http://127.0.0.1:4000/callback?x=1',
    'http://127.0.0.1:4000/Callback',
    'http://localhost:4000/callback',
    'http://[::1]:4000/callback',
    'http://127.0.0.2:4000/callback',
    'https://127.0.0.1:4000/callback',
    'HTTP://127.0.0.1:4000/callback',
    'http://127.1:4000/callback',
    'com.example.app:/callback/',
    'com.example.app://callback',
    'com.example.app:/callback?x',
    'COM.example.app:/callback',
    'com.example.apps:/callback',
  ])('%s: nothing but the port', async (redirectUri) => {
    const page = await victim.get(anAttempt(native, { redirect_uri: redirectUri }).url);
    expect(seen(page, redirectUri)).toEqual(REFUSED);
  });
});

describe('RFC 9700 §4.11 no open redirect on the way', () => {
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'an interaction of %j leads nowhere',
    async (id) => {
      for (const path of ['/authorize/resume', '/consent', '/login', '/signup']) {
        const page = await victim.get(`${path}?interaction=${encodeURIComponent(id)}`);
        expect([page.location, page.status]).toEqual([undefined, 400]);
        expect(page.html).not.toContain('evil.example');
      }
    },
  );
});
