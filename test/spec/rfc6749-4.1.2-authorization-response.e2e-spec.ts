import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, deny } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';

let served: TestApp;
let owner: TestUser;
let app: TestClient;

beforeAll(async () => {
  served = await startApp();
  owner = await aUser(served);
  app = await aClient(served, { owner, client_name: 'Acme Photos' });
});
afterAll(() => served.close());

/** A signed-in user's way to the app's answer. */
async function allowed(client: TestClient, changes: Parameters<typeof anAttempt>[1] = {}): Promise<Page> {
  const browser = await aBrowserOf(served, await aUser(served));
  return allow(browser, await browser.open(anAttempt(client, changes).url));
}

const HOSTILE_STATES = [
  '"><script>alert(1)</script>',
  "';alert(1)//",
  'a b+c%20d&e=f#g?h',
  '{{constructor}}',
  '<!--',
  'x'.repeat(1_024),
];

describe('RFC 6749 §4.1.2 authorization response', () => {
  it('answers with code, state and iss, and nothing else', async () => {
    const answer = answerAt(app, await allowed(app, { state: 'xyz' }));
    expect(Object.keys(answer).toSorted()).toEqual(['code', 'iss', 'state']);
    expect(answer).toMatchObject({ state: 'xyz', iss: served.issuer });
  });

  it('makes codes that cannot be guessed (RFC 6749 §10.10)', async () => {
    const codes = new Set<string>();
    for (let count = 0; count < 5; count += 1) codes.add(answerAt(app, await allowed(app))['code'] ?? '');
    expect(codes.size).toBe(5);
    for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('keeps only a digest of the code', async () => {
    const { code = '' } = answerAt(app, await allowed(app));
    const rows = JSON.stringify(await served.source.query('SELECT * FROM oauth_grants'));
    expect(rows).not.toContain(code);
    expect(rows).not.toContain(Buffer.from(code).toString('base64'));
  });

  it.each(HOSTILE_STATES)('gives the state back as it came, and only to the app: %s', async (state) => {
    const browser = await aBrowserOf(served, await aUser(served));
    const consent = await browser.open(anAttempt(app, { state }).url);
    expect(consent.html).not.toContain(state);
    const back = await allow(browser, consent);
    expect(answerAt(app, back)).toMatchObject({ state });
    expect(back.html).toBe('');
  });

  it('gives back no state that cannot be one (RFC 6749 appendix A.5)', async () => {
    const page = await new TestBrowser(served).get(anAttempt(app, { state: 'ünïcödé' }).url);
    const answer = answerAt(app, page);
    expect(answer).toMatchObject({ error: 'invalid_request' });
    expect(answer).not.toHaveProperty('state');
  });

  it('leaves state out when there was none', async () => {
    expect(answerAt(app, await allowed(app, { state: undefined }))).not.toHaveProperty('state');
  });

  it('leaves with 303, so that no form is ever sent to the app (RFC 9700 §4.12)', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const consent = await browser.open(anAttempt(app).url);
    const answered = await browser.submit(consent, {}, { button: 'consent-allow' });
    const left = await browser.get(answered.location ?? '');
    expect([answered.status, left.status]).toEqual([303, 303]);
  });
});

describe('RFC 6749 §4.1.2.1 error response', () => {
  it('says access_denied when the user denies', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const { url, state } = anAttempt(app);
    const back = await deny(browser, await browser.open(url));
    expect(answerAt(app, back)).toEqual({
      error: 'access_denied',
      error_description: expect.any(String),
      state,
      iss: served.issuer,
    });
  });

  it('says access_denied when the user cancels on the login page', async () => {
    const browser = new TestBrowser(served);
    const { url, state } = anAttempt(app);
    const login = await browser.open(url);
    const back = await browser.submitAndFollow(login, {}, { form: '/login/cancel' });
    expect(answerAt(app, back)).toMatchObject({ error: 'access_denied', state });
  });

  it('says access_denied again when the person comes back to what they refused', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const { url, state } = anAttempt(app);
    const consent = await browser.open(url);
    await deny(browser, consent);
    for (const again of [
      await browser.open(consent.url),
      await allow(browser, consent),
      await deny(browser, consent),
    ]) {
      expect(answerAt(app, again)).toMatchObject({ error: 'access_denied', state });
    }
  });

  it('never shows on its own page what the request said (Hydra CVE-2019-8400)', async () => {
    const marks = { client_id: 'mark-a', redirect_uri: 'https://mark-b.example/', state: 'mark-c', scope: 'mark-d' };
    const browser = new TestBrowser(served);
    const shapes = [
      anAttempt(app, marks).url,
      anAttempt(app, { ...marks, client_id: app.clientId }).url,
      `${anAttempt(app, marks).url}&mark-e=1&mark-e=2&error_hint=mark-f&error=mark-g`,
    ];
    for (const url of shapes) {
      const page = await browser.get(url);
      expect([page.status, page.location]).toEqual([400, undefined]);
      expect(page.html).not.toContain('mark-');
    }
  });

  it('shows a stranger which app, and a reference for support', async () => {
    const page = await new TestBrowser(served).get(anAttempt(app, { redirect_uri: 'https://evil.example/cb' }).url);
    expect(page.text).toContain('Acme Photos');
    expect(page.text).toContain(page.header('x-request-id'));
    expect(page.html).not.toContain('evil.example');
    expect(page.html).not.toContain(app.redirectUris[0]);
  });

  it('shows the signed-in owner what was asked, what is registered, and where they differ', async () => {
    const browser = await aBrowserOf(served, owner);
    const [registered = ''] = app.redirectUris;
    const page = await browser.get(anAttempt(app, { redirect_uri: `${registered}/` }).url);
    expect([page.status, page.location]).toEqual([400, undefined]);
    expect(page.text).toContain(registered);
    expect(page.html).toMatch(/<mark[^>]*>\/<\/mark>/);
  });

  it('lets the owner add the address with one button, and then it works', async () => {
    const grown = await aClient(served, { owner });
    const browser = await aBrowserOf(served, owner);
    const redirectUri = 'https://second.example/callback';
    const page = await browser.get(anAttempt(grown, { redirect_uri: redirectUri }).url);
    const added = await browser.submit(page, {}, { form: `/apps/${grown.rowId}/redirect-uris` });
    expect(added.status).toBe(303);
    const consent = await browser.open(anAttempt(grown, { redirect_uri: redirectUri }).url);
    expect(consent.text).toContain('second.example');
  });

  it('offers no button for an address that cannot be registered', async () => {
    const browser = await aBrowserOf(served, owner);
    const page = await browser.get(anAttempt(app, { redirect_uri: 'http://plain.example/cb' }).url);
    // The address is cut into pieces, of which some are marked.
    expect(page.text.replaceAll(' ', '')).toContain('http://plain.example/cb');
    expect(page.forms.filter(({ action }) => action.includes('redirect-uris'))).toEqual([]);
  });

  it('shows another signed-in user no more than a stranger', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const page = await browser.get(anAttempt(app, { redirect_uri: 'https://evil.example/cb' }).url);
    expect(page.html).not.toContain('evil.example');
    expect(page.html).not.toContain(app.redirectUris[0]);
  });

  it('shows what the owner reads escaped', async () => {
    const browser = await aBrowserOf(served, owner);
    const page = await browser.get(
      anAttempt(app, { redirect_uri: 'https://x.example/"><script>alert(1)</script>' }).url,
    );
    expect(page.html).not.toContain('<script>alert');
  });
});
