import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { answerAt, anAttempt } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';

let served: TestApp;
let app: TestClient;
let ada: TestUser;

beforeAll(async () => {
  served = await startApp();
  app = await aClient(served);
  ada = await aUser(served);
});
afterAll(() => served.close());

/** A page of ours that says that the request is wrong, and the browser stays. */
const REFUSED = { isClientError: true, isPage: true, location: undefined };

function seen({ status, location, html }: Page) {
  return { isClientError: status >= 400 && status < 500, isPage: html.includes('</html>'), location };
}

describe('RFC 6749 §3.1 authorization endpoint', () => {
  it('takes GET: a stranger is asked to sign in', async () => {
    const page = await new TestBrowser(served).get(anAttempt(app).url);
    expect(page.status).toBe(303);
    expect(page.location).toMatch(/^\/login\?interaction=[0-9a-f-]{36}$/);
  });

  it('takes POST: the browser comes again by GET, where its SameSite cookies are sent (OpenID Connect Core §3.1.2.1)', async () => {
    const browser = await aBrowserOf(served, ada);
    const { params } = anAttempt(app);
    const fromTheApp = { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' };
    const sent = await browser.post('/authorize', params, fromTheApp);
    expect(sent.status).toBe(303);
    expect(Object.fromEntries(new URL(sent.location ?? '', served.issuer).searchParams)).toEqual(params);
    const next = await browser.get(sent.location ?? '');
    expect(next.location).toMatch(/^\/consent\?interaction=/);
  });

  it('tells the app about a fault of a POST as well', async () => {
    const page = await new TestBrowser(served).post('/authorize', anAttempt(app, { scope: 'admin' }).params);
    expect(answerAt(app, page)).toMatchObject({ error: 'invalid_scope' });
  });

  it('refuses parameters in the URL of a POST', async () => {
    const { url, params } = anAttempt(app);
    expect(seen(await new TestBrowser(served).post(url, params))).toEqual(REFUSED);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    'refuses a POST of %s',
    async (type) => {
      expect(seen(await new TestBrowser(served).postBody('/authorize', '{}', { 'content-type': type }))).toEqual(
        REFUSED,
      );
    },
  );

  it('treats a parameter without a value as omitted', async () => {
    const page = await new TestBrowser(served).get(anAttempt(app, { prompt: '', max_age: '', nonce: '' }).url);
    expect(page.location).toMatch(/^\/login/);
  });

  it('ignores parameters that it does not know', async () => {
    const page = await new TestBrowser(served).get(anAttempt(app, { utm_source: 'x', __proto__x: '1' }).url);
    expect(page.location).toMatch(/^\/login/);
  });

  it.each(['client_id', 'redirect_uri', 'state', 'scope', 'code_challenge', 'response_type', 'prompt', 'unknown'])(
    'refuses %s twice, on a page: another reader may see the other value',
    async (name) => {
      const { url } = anAttempt(app, { [name]: 'a' });
      for (const value of ['a', 'b'])
        expect(seen(await new TestBrowser(served).get(`${url}&${name}=${value}`))).toEqual(REFUSED);
    },
  );

  it.each(['state=%', 'state=%zz', 'state=%ff%fe', 'state=%c0%af', 'state=a%00b', 'state=a%0d%0aLocation:x', '%00=1'])(
    'refuses what is not clean percent-encoded UTF-8: %s',
    async (pair) => {
      expect(seen(await new TestBrowser(served).get(`${anAttempt(app, { state: undefined }).url}&${pair}`))).toEqual(
        REFUSED,
      );
    },
  );

  it('refuses a flood of parameters', async () => {
    const flood = Array.from({ length: 200 }, (_, index) => `x${index}=1`).join('&');
    expect(seen(await new TestBrowser(served).get(`${anAttempt(app).url}&${flood}`))).toEqual(REFUSED);
  });

  it('takes no other method', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
      const { statusCode, headers } = await served.app.inject({ method, url: anAttempt(app).url });
      expect([statusCode, headers['location']]).toEqual([404, undefined]);
    }
  });

  it.each(['/authorize/', '//authorize', '/Authorize', '/authorize;x', '/authorize/resume/'])(
    'is not reached through %s',
    async (path) => {
      const { search } = new URL(anAttempt(app).url, served.issuer);
      const { headers, statusCode } = await served.app.inject({ url: path + search });
      expect(headers['location']).toBeUndefined();
      expect(statusCode).toBeGreaterThanOrEqual(400);
    },
  );

  it('keeps every answer out of caches, frames and referrers (RFC 9700 §4.2, §4.16)', async () => {
    const browser = await aBrowserOf(served, ada);
    const redirected = await browser.get(anAttempt(app).url);
    const consent = await browser.follow(redirected);
    const refused = await browser.get(anAttempt(app, { redirect_uri: 'https://evil.example/' }).url);
    for (const page of [redirected, consent, refused]) {
      expect(page.header('cache-control')).toContain('no-store');
      expect(page.header('referrer-policy')).toBe('no-referrer');
      expect(page.header('x-frame-options').toLowerCase()).toBe('deny');
      expect(page.header('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });
});

describe('RFC 6749 §3.1.1 response type', () => {
  it.each([
    [undefined, 'invalid_request'],
    ['token', 'unsupported_response_type'],
    ['id_token', 'unsupported_response_type'],
    ['code token', 'unsupported_response_type'],
    ['CODE', 'unsupported_response_type'],
    ['none', 'unsupported_response_type'],
  ])('%s → %s: no token ever travels through the browser (RFC 9700 §2.1.2)', async (type, error) => {
    const { url, state } = anAttempt(app, { response_type: type });
    expect(answerAt(app, await new TestBrowser(served).get(url))).toMatchObject({ error, state });
  });
});

describe('RFC 6749 §3.1.2 redirection endpoint', () => {
  it('keeps the query of the registered address, and adds to it', async () => {
    const redirectUri = 'https://query.example/cb?tenant=a%20b&empty=';
    const tenant = await aClient(served, { redirect_uris: [redirectUri] });
    const { url, state } = anAttempt(tenant, { scope: 'admin' });
    const { location = '' } = await new TestBrowser(served).get(url);
    expect(location.startsWith(`${redirectUri}&error=invalid_scope&`)).toBe(true);
    expect(new URL(location).searchParams.get('state')).toBe(state);
  });

  it.each([
    ['client_id is missing', { client_id: undefined }],
    ['client_id is unknown', { client_id: 'client_nobody' }],
    ['client_id differs in case', { client_id: 'UPPER' }],
    ['client_id is very long', { client_id: 'x'.repeat(5_000) }],
    ['redirect_uri is missing, although only one is registered (OAuth 2.1 §4.1.1)', { redirect_uri: undefined }],
    ['redirect_uri is empty', { redirect_uri: '' }],
  ])('never redirects when %s', async (_case, changes) => {
    const given =
      'client_id' in changes && changes.client_id === 'UPPER' ? { client_id: app.clientId.toUpperCase() } : changes;
    const page = await new TestBrowser(served).get(anAttempt(app, given).url);
    expect(seen(page)).toEqual(REFUSED);
    expect(page.text).toContain(page.header('x-request-id'));
  });

  it('never redirects for a suspended app', async () => {
    const suspended = await aClient(served, { row: { status: 'suspended' } });
    expect(seen(await new TestBrowser(served).get(anAttempt(suspended).url))).toEqual(REFUSED);
  });
});
