import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser } from '../support/builders.js';
import { aSigningApp, signedAttempt, type SigningApp } from '../support/request-objects.js';

let served: TestApp;
let app: SigningApp;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  app = await aSigningApp(served);
  browser = await aBrowserOf(served, await aUser(served));
});
/** Nothing is allowed yet, so that whatever passes is asked about. */
beforeEach(() => served.source.query('DELETE FROM oauth_consents'));
afterAll(() => served.close());

describe('POST /authorize with what is too long for an address', () => {
  const fromTheApp = { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' };

  it('keeps it for the browser that comes back, which is then known by its cookies', async () => {
    const { params, state } = await signedAttempt(served, app, { claims: { padding: 'x'.repeat(20_000) } });
    const sent = await browser.post('/authorize', params, fromTheApp);
    expect([sent.status, sent.location?.startsWith('/authorize/posted?')]).toEqual([303, true]);
    expect(sent.location?.length).toBeLessThan(200);
    const page = await browser.follow(sent);
    expect(page.url).toContain('/consent?');
    expect(answerAt(app, await allow(browser, page))).toMatchObject({ state });
  });

  it('keeps a long request without an object, too', async () => {
    const names = Array.from({ length: 70 }, (_, index) => [`ä${index}`.repeat(10), null]);
    const { params, state } = anAttempt(app, {
      scope: 'openid',
      claims: JSON.stringify({ userinfo: Object.fromEntries(names) }),
    });
    const sent = await browser.post('/authorize', params, fromTheApp);
    expect(sent.location).toMatch(/^\/authorize\/posted\?/);
    expect(answerAt(app, await allow(browser, await browser.follow(sent)))).toMatchObject({ state });
  });

  it('belongs to the first browser that comes with the ticket', async () => {
    const { params } = await signedAttempt(served, app);
    const { location = '' } = await browser.post('/authorize', params, fromTheApp);
    await browser.open(location);
    const thief = await aBrowserOf(served, await aUser(served));
    expect((await thief.open(location)).status).toBe(400);
  });

  it.each(['', '?interaction=x', '?interaction=x&ticket=y', '?ticket=y', '?interaction=x&interaction=y&ticket=z'])(
    'is found by nothing else: %j',
    async (query) => {
      expect((await browser.open(`/authorize/posted${query}`)).status).toBe(400);
    },
  );

  it('answers without a page when nothing is left to ask', async () => {
    const { params, state } = await signedAttempt(served, app, { claims: { prompt: 'none' } });
    const stranger = new TestBrowser(served);
    const page = await stranger.follow(await stranger.post('/authorize', params, fromTheApp));
    expect(answerAt(app, page)).toMatchObject({ error: 'login_required', state });
  });

  it('takes only so many from one network (attack A42)', async () => {
    const { params } = await signedAttempt(served, app);
    const flood = new TestBrowser(served, '203.0.113.77');
    expect((await flood.post('/authorize', params, fromTheApp)).status).toBe(303);
    await served.source.query("UPDATE throttles SET points = 3000 WHERE points = 1 AND throttles.key LIKE 'waiting:%'");
    expect((await flood.post('/authorize', params, fromTheApp)).status).toBe(429);
  });
});
