import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, signIn } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
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

/** A browser that is signed in and has allowed the app before. */
async function knownBrowser(user = ada, client = app): Promise<TestBrowser> {
  const browser = await aBrowserOf(served, user);
  const page = await browser.open(anAttempt(client, { prompt: 'consent' }).url);
  answerAt(client, await allow(browser, page));
  return browser;
}

const PAST_MS = 3_600_000;
const age = (user: TestUser) =>
  served.source.query('UPDATE sessions SET auth_time = auth_time - ? WHERE user_id = ?', [PAST_MS, user.id]);

describe('OpenID Connect Core §3.1.2.1 prompt=none', () => {
  it('answers with a code when nothing is left to ask, and shows no page', async () => {
    const browser = await knownBrowser();
    const { url, state } = anAttempt(app, { prompt: 'none' });
    expect(answerAt(app, await browser.get(url))).toMatchObject({ code: expect.any(String), state });
  });

  it('says login_required to a stranger', async () => {
    const page = await new TestBrowser(served).get(anAttempt(app, { prompt: 'none' }).url);
    expect(answerAt(app, page)).toMatchObject({ error: 'login_required' });
  });

  it('says consent_required to a user who was never asked', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const page = await browser.get(anAttempt(app, { prompt: 'none' }).url);
    expect(answerAt(app, page)).toMatchObject({ error: 'consent_required' });
  });

  it('says consent_required when the app wants more', async () => {
    const browser = await knownBrowser();
    const page = await browser.get(anAttempt(app, { prompt: 'none', scope: 'profile phone' }).url);
    expect(answerAt(app, page)).toMatchObject({ error: 'consent_required' });
  });

  it('says login_required when max_age has passed', async () => {
    const user = await aUser(served);
    const browser = await knownBrowser(user);
    await age(user);
    const page = await browser.get(anAttempt(app, { prompt: 'none', max_age: '60' }).url);
    expect(answerAt(app, page)).toMatchObject({ error: 'login_required' });
  });

  it('keeps no row when it asks nothing', async () => {
    const count = () => served.source.query('SELECT COUNT(*) AS rows_ FROM oauth_interactions');
    const before = await count();
    await new TestBrowser(served).get(anAttempt(app, { prompt: 'none' }).url);
    expect(await count()).toEqual(before);
  });

  it.each([
    ['its own scheme', 'com.example.photos:/callback'],
    ['a loopback address', 'http://127.0.0.1:4711/callback'],
  ])(
    'never answers a public app at %s: another program may have taken it (RFC 8252 §8.6)',
    async (_case, redirectUri) => {
      const native = await aClient(served, { kind: 'native', redirect_uris: [redirectUri] });
      const browser = await knownBrowser(ada, native);
      const page = await browser.get(anAttempt(native, { prompt: 'none' }).url);
      expect(answerAt(native, page)).toMatchObject({ error: 'consent_required' });
      expect((await browser.get(anAttempt(native).url)).location).toMatch(/^\/consent/);
    },
  );

  it('answers a public app at an https address', async () => {
    const spa = await aClient(served, { kind: 'browser', redirect_uris: ['https://spa.example/cb'] });
    const browser = await knownBrowser(ada, spa);
    expect(answerAt(spa, await browser.get(anAttempt(spa, { prompt: 'none' }).url))).toHaveProperty('code');
  });
});

describe('OpenID Connect Core §3.1.2.1 prompt=login', () => {
  it('asks for the password although a session lives, and ends after one login', async () => {
    const browser = await knownBrowser();
    const login = await browser.open(anAttempt(app, { prompt: 'login' }).url);
    expect(login.url).toContain('/login?interaction=');
    expect(answerAt(app, await signIn(browser, login, ada))).toHaveProperty('code');
  });

  it('is not satisfied by going to the dispatcher or to the consent page without signing in', async () => {
    const browser = await knownBrowser();
    const login = await browser.open(anAttempt(app, { prompt: 'login' }).url);
    const { searchParams } = new URL(login.url);
    for (const path of ['/authorize/resume', '/consent']) {
      const page = await browser.open(`${path}?${searchParams.toString()}`);
      expect(page.url).toBe(login.url);
    }
  });

  it('is not satisfied by an older session that takes the place of the new one', async () => {
    const stolen = await aBrowserOf(served, ada);
    const thief = new TestBrowser(served);
    const login = await thief.open(anAttempt(app, { prompt: 'login' }).url);
    const { username, password } = await aUser(served);
    const signed = await thief.submit(login, { username, password }, { form: '/login' });
    for (const [name, value] of stolen.cookies) if (name.endsWith('session')) thief.cookies.set(name, value);
    expect((await stolen.get('/account')).status).toBe(200);
    expect((await thief.follow(signed)).url).toContain('/login?interaction=');
  });

  it('asks again in every new request', async () => {
    const browser = await knownBrowser();
    await signIn(browser, await browser.open(anAttempt(app, { prompt: 'login' }).url), ada);
    const second = await browser.open(anAttempt(app, { prompt: 'login' }).url);
    expect(second.url).toContain('/login?interaction=');
  });
});

describe('OpenID Connect Core §3.1.2.1 prompt=consent', () => {
  it('asks again although it was allowed before, with the earlier answer filled in', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    await allow(browser, await browser.open(anAttempt(app).url), ['email']);
    const page = await browser.open(anAttempt(app, { prompt: 'consent' }).url);
    const ticked = page.form('/consent').controls.filter(({ name, isSent }) => name === 'scope' && isSent);
    expect(ticked.map(({ value }) => value)).toEqual(['email']);
    expect(answerAt(app, await allow(browser, page))).toHaveProperty('code');
  });

  it('asks for login first when both are wanted', async () => {
    const browser = await knownBrowser();
    const login = await browser.open(anAttempt(app, { prompt: 'login consent' }).url);
    expect(login.url).toContain('/login?');
    const consent = await signIn(browser, login, ada);
    expect(consent.url).toContain('/consent?');
    expect(answerAt(app, await allow(browser, consent))).toHaveProperty('code');
  });
});

describe('OpenID Connect Core §3.1.2.1 max_age', () => {
  it('asks for the password when the login is too old, and ends after one login', async () => {
    const user = await aUser(served);
    const browser = await knownBrowser(user);
    await age(user);
    const login = await browser.open(anAttempt(app, { max_age: '600' }).url);
    expect(login.url).toContain('/login?interaction=');
    expect(answerAt(app, await signIn(browser, login, user))).toHaveProperty('code');
  });

  it('does not ask while the login is young enough', async () => {
    const user = await aUser(served);
    const browser = await knownBrowser(user);
    await age(user);
    expect(answerAt(app, await browser.open(anAttempt(app, { max_age: '7200' }).url))).toHaveProperty('code');
  });

  it('max_age=0 is prompt=login', async () => {
    const browser = await knownBrowser();
    const login = await browser.open(anAttempt(app, { max_age: '0' }).url);
    expect(answerAt(app, await signIn(browser, login, ada))).toHaveProperty('code');
  });
});

describe('Initiating User Registration 1.0 §4 prompt=create', () => {
  it('shows the sign-up page, also to a signed-in user', async () => {
    for (const browser of [new TestBrowser(served), await knownBrowser()]) {
      const page = await browser.open(anAttempt(app, { prompt: 'create' }).url);
      expect(page.url).toContain('/signup?interaction=');
    }
  });

  it('goes on with an account that exists when the person has one after all', async () => {
    const browser = new TestBrowser(served);
    const signup = await browser.open(anAttempt(app, { prompt: 'create' }).url);
    const loginLink = signup.links.find((link) => link.startsWith('/login?interaction=')) ?? '';
    const consent = await signIn(browser, await browser.open(loginLink), await aUser(served));
    expect(consent.url).toContain('/consent?');
  });
});

describe('OpenID Connect Registration §2 default_max_age', () => {
  it('holds when the request says nothing, and for every step of it', async () => {
    const strict = await aClient(served, { row: { metadata: { default_max_age: 600 } } });
    const user = await aUser(served);
    const browser = await knownBrowser(user, strict);
    await age(user);
    const login = await browser.open(anAttempt(strict).url);
    expect(login.url).toContain('/login?interaction=');
    const { search } = new URL(login.url);
    expect((await browser.open(`/consent${search}`)).url).toBe(login.url);
    expect(answerAt(strict, await signIn(browser, login, user))).toHaveProperty('code');
  });

  it('gives way to what the request says', async () => {
    const strict = await aClient(served, { row: { metadata: { default_max_age: 0 } } });
    const user = await aUser(served);
    const browser = await aBrowserOf(served, user);
    expect((await browser.open(anAttempt(strict, { max_age: '600' }).url)).url).toContain('/consent?');
    const page = await browser.get(anAttempt(strict, { prompt: 'none' }).url);
    expect(answerAt(strict, page)).toMatchObject({ error: 'login_required' });
  });
});

describe('OpenID Connect Core §3.1.2.1 wishes', () => {
  it.each([
    { display: 'page' },
    { display: 'popup' },
    { display: 'touch' },
    { display: 'wap' },
    { acr_values: 'urn:mace:incommon:iap:silver phr' },
    { ui_locales: 'tlh de-AT en' },
    { claims_locales: 'se fr' },
    { nothing_known: 'x' },
  ])('%j is taken', async (wish) => {
    const browser = await knownBrowser();
    expect(answerAt(app, await browser.open(anAttempt(app, wish).url))).toHaveProperty('code');
  });

  it('an unknown display is a fault of the request', async () => {
    const page = await new TestBrowser(served).get(anAttempt(app, { display: 'hologram' }).url);
    expect(answerAt(app, page)).toMatchObject({ error: 'invalid_request' });
  });
});

describe('OpenID Connect Core §3.1.2.1 login_hint', () => {
  it('fills in who is expected, escaped', async () => {
    const page = await new TestBrowser(served).open(anAttempt(app, { login_hint: 'ada"><script>' }).url);
    expect(page.html).not.toContain('"><script>');
    expect(page.form('/login').controls.find(({ name }) => name === 'username')?.value).toBe('ada"><script>');
  });
});
