import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, signIn } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';

let served: TestApp;
let app: TestClient;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  app = await aClient(served);
});
/** A browser that is signed in and has allowed the app before. */
beforeEach(async () => {
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
  await allow(browser, await browser.open(anAttempt(app).url));
});
afterAll(() => served.close());

const choose = (page: Page, button: 'select-continue' | 'select-other', by = browser) =>
  by.submitAndFollow(page, {}, { form: '/select-account', button });

const nameOn = (login: Page) => login.form('/login').controls.find(({ name }) => name === 'username')?.value;

const select = (changes = {}) => browser.open(anAttempt(app, { prompt: 'select_account', ...changes }).url);

describe('OpenID Connect Core §3.1.2.1 prompt=select_account', () => {
  it('offers to go on as who is signed in, by name and address', async () => {
    const page = await select();
    expect(page.url).toContain('/select-account?interaction=');
    for (const part of [ada.username, ada.email]) expect(page.text).toContain(part);
    expect(answerAt(app, await choose(page, 'select-continue'))).toHaveProperty('code');
  });

  it('leads to a login as somebody else, and goes on with them', async () => {
    const login = await choose(await select(), 'select-other');
    expect(login.url).toContain('/login?interaction=');
    expect(nameOn(login)).toBe('');
    const bob = await aUser(served);
    const consent = await signIn(browser, login, bob);
    expect(consent.text).toContain(bob.username);
    expect(answerAt(app, await allow(browser, consent))).toHaveProperty('code');
  });

  it('fills in who is expected, unless that is who is here', async () => {
    for (const [hint, expected] of [
      ['bob@example.com', 'bob@example.com'],
      [ada.email, ''],
      [ada.username, ''],
    ] as const) {
      const login = await choose(await select({ login_hint: hint }), 'select-other');
      expect(nameOn(login)).toBe(expected);
    }
  });

  it('asks a stranger to sign in, which is a choice', async () => {
    const stranger = new TestBrowser(served);
    const login = await stranger.open(anAttempt(app, { prompt: 'select_account' }).url);
    expect(login.url).toContain('/login?interaction=');
    expect(answerAt(app, await signIn(stranger, login, ada))).toHaveProperty('code');
  });

  it('asks again in every new request', async () => {
    await choose(await select(), 'select-continue');
    expect((await select()).url).toContain('/select-account?');
  });

  it('asks for the password of the chosen account when a login is wanted too', async () => {
    const login = await choose(await select({ prompt: 'login select_account' }), 'select-continue');
    expect(login.url).toContain('/login?');
    expect(answerAt(app, await signIn(browser, login, ada))).toHaveProperty('code');
  });

  it('asks for consent second when that is wanted too', async () => {
    const consent = await choose(await select({ prompt: 'consent select_account' }), 'select-continue');
    expect(consent.url).toContain('/consent?');
  });

  it('is not satisfied by any other page', async () => {
    const page = await select();
    const { search } = new URL(page.url);
    for (const path of ['/authorize/resume', '/consent']) {
      expect((await browser.open(path + search)).url).toBe(page.url);
    }
  });

  it('can be cancelled', async () => {
    const back = await browser.submitAndFollow(await select(), {}, { form: '/login/cancel' });
    expect(answerAt(app, back)).toMatchObject({ error: 'access_denied' });
  });

  it('may be chosen after all by whoever comes back from the login page', async () => {
    const page = await select();
    await choose(page, 'select-other');
    const again = await browser.open(page.url);
    expect(again.url).toBe(page.url);
    expect(answerAt(app, await choose(again, 'select-continue'))).toHaveProperty('code');
  });
});

describe('the account selection page', () => {
  it('does not take one person for another who signed in meanwhile', async () => {
    const page = await select();
    const bob = await aUser(served);
    await browser.post('/login', { username: bob.username, password: bob.password });
    const again = await choose(page, 'select-continue');
    expect(again.status).toBe(422);
    expect(again.text).toContain(bob.username);
    expect(again.text).not.toContain(ada.username);
    expect((await choose(again, 'select-continue')).url).toContain('/consent?');
  });

  it('asks to sign in when the session ended meanwhile', async () => {
    const page = await select();
    await served.source.query('DELETE FROM sessions WHERE user_id = ?', [ada.id]);
    expect((await choose(page, 'select-continue')).url).toContain('/login?');
  });

  it('belongs to the browser that asked, and ends with the request', async () => {
    const page = await select();
    const { searchParams } = new URL(page.url);
    const mallory = await aBrowserOf(served, await aUser(served));
    expect((await mallory.get(`/select-account?${searchParams.toString()}`)).status).toBe(400);
    const fields = { interaction: searchParams.get('interaction') ?? '', account: ada.id, choice: 'continue' };
    expect((await mallory.post('/select-account', fields)).status).toBe(400);
    await choose(page, 'select-continue');
    expect((await browser.get(page.url)).status).toBe(409);
  });

  it.each([{}, { choice: 'other' }, { interaction: 'x', account: 'x', choice: 'continue' }, { choice: 'delete' }])(
    'refuses a form that it did not make: %j',
    async (fields) => {
      expect((await browser.post('/select-account', fields)).status).toBe(400);
    },
  );

  it('refuses a form from another site (attack A10)', async () => {
    const { searchParams } = new URL((await select()).url);
    const fields = { interaction: searchParams.get('interaction') ?? '', account: ada.id, choice: 'continue' };
    const forged = await browser.post('/select-account', fields, {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(forged.status).toBe(403);
  });

  it('without an interaction is nothing', async () => {
    expect((await browser.get('/select-account')).status).toBe(400);
  });
});
