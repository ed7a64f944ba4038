import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, deny, signIn } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { exchange } from '../support/tokens.js';

let served: TestApp;
let app: TestClient;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
});
beforeEach(async () => {
  app = await aClient(served);
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});
afterAll(() => served.close());

const interactionOf = (page: Page) => new URL(page.url).searchParams.get('interaction') ?? '';
const resumeUrl = (page: Page) => `/authorize/resume?interaction=${interactionOf(page)}`;
const isConsent = (page: Page) => page.url.includes('/consent?interaction=');
const over = ({ status, location }: Page) => ({ status, location });

const expire = (page: Page) =>
  served.source.query('UPDATE oauth_interactions SET expires_at = 1 WHERE id = ?', [interactionOf(page)]);

async function grants(): Promise<unknown[]> {
  return served.source.query<unknown[]>('SELECT id FROM oauth_grants WHERE user_id = ?', [ada.id]);
}

async function change(values: Partial<Pick<Client, 'redirectUris' | 'status' | 'scopes'>>): Promise<void> {
  await served.source.getRepository(Client).update({ id: app.rowId }, values);
  served.app.get(ClientService).forget(app.clientId);
}

describe('a whole sign-in', () => {
  it('of a stranger: login, consent, back to the app with a code that works', async () => {
    const stranger = new TestBrowser(served);
    const { url, state, codeVerifier } = anAttempt(app);
    const login = await stranger.open(url);
    const consent = await signIn(stranger, login, ada);
    expect(isConsent(consent)).toBe(true);
    const answer = answerAt(app, await allow(stranger, consent));
    expect(answer['state']).toBe(state);
    const [redirectUri = ''] = app.redirectUris;
    const code = { code: answer['code'] ?? '', codeVerifier, redirectUri, client: app, user: ada };
    const { status, body } = await exchange(served, code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'profile email' });
  });

  it('of somebody new: sign-up on the way, then consent', async () => {
    const stranger = new TestBrowser(served);
    const login = await stranger.open(anAttempt(app).url);
    const signup = await stranger.open(login.links.find((link) => link.startsWith('/signup?')) ?? '');
    const fields = { username: 'brandnew', email: 'brandnew@example.com', password: 'correct horse battery' };
    const consent = await stranger.submitAndFollow(signup, fields, { form: '/signup' });
    expect(consent.text).toContain('brandnew');
    expect(answerAt(app, await allow(stranger, consent))).toHaveProperty('code');
  });

  it('with a wrong password on the way', async () => {
    const stranger = new TestBrowser(served);
    const login = await stranger.open(anAttempt(app).url);
    const again = await signIn(stranger, login, { ...ada, password: 'not my password' });
    expect(again.status).toBe(422);
    expect(isConsent(await signIn(stranger, again, ada))).toBe(true);
  });

  it('costs two reads and one write when nothing is left to ask', async () => {
    await allow(browser, await browser.open(anAttempt(app).url));
    await browser.get(anAttempt(app).url);
    const { reads, writes } = await served.statements.during(() => browser.get(anAttempt(app).url));
    expect(reads.length).toBeLessThanOrEqual(2);
    expect(writes).toHaveLength(1);
    expect(writes[0]).toMatch(/^INSERT INTO [`"]oauth_grants/);
  });
});

describe('the back button', () => {
  it('from the app to the consent page: says that it was answered, and can start again', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await allow(browser, consent);
    const back = await browser.get(consent.url);
    expect(over(back)).toEqual({ status: 409, location: undefined });
    expect(back.text).toContain('already answered');
    const restart = back.links.find((link) => link.startsWith('/authorize?')) ?? '';
    expect(answerAt(app, await browser.open(restart))).toHaveProperty('code');
  });

  it('from the consent page to the login page: goes on without another login', async () => {
    const stranger = new TestBrowser(served);
    const login = await stranger.open(anAttempt(app).url);
    const consent = await signIn(stranger, login, ada);
    const back = await stranger.open(login.url);
    expect(back.url).toBe(consent.url);
  });

  it('from the app to the login page, and signing in once more: starts the same request again', async () => {
    const stranger = new TestBrowser(served);
    const login = await stranger.open(anAttempt(app).url);
    await allow(stranger, await signIn(stranger, login, ada));
    expect(answerAt(app, await signIn(stranger, login, ada))).toHaveProperty('code');
  });

  it('onto the dispatcher: no second code', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await allow(browser, consent);
    expect(over(await browser.get(resumeUrl(consent)))).toEqual({ status: 409, location: undefined });
    expect(await grants()).toHaveLength(1);
  });

  it('keeps every page out of the cache', async () => {
    const consent = await browser.open(anAttempt(app).url);
    expect(consent.header('cache-control')).toContain('no-store');
  });
});

describe('two tabs', () => {
  it('of one browser do not disturb each other', async () => {
    const stranger = new TestBrowser(served);
    const [first, second] = [anAttempt(app, { scope: 'profile' }), anAttempt(app, { scope: 'email' })];
    const [one, two] = [await stranger.open(first.url), await stranger.open(second.url)];
    const consentTwo = await signIn(stranger, two, ada);
    const consentOne = await stranger.open(one.url);
    expect(answerAt(app, await allow(stranger, consentOne))).toMatchObject({ state: first.state });
    expect(answerAt(app, await deny(stranger, consentTwo))).toMatchObject({
      state: second.state,
      error: 'access_denied',
    });
  });

  it('one with the consent page open while the other signs out: asks for the login again', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await browser.submitAndFollow(await browser.open('/logout'), {}, { form: '/logout' });
    const login = await browser.open(consent.url);
    expect(login.url).toContain('/login?interaction=');
    expect(isConsent(await signIn(browser, login, ada))).toBe(true);
  });
});

describe('an expired interaction', () => {
  it.each(['/consent', '/login', '/signup', '/authorize/resume'])('at %s can be started again', async (path) => {
    const consent = await browser.open(anAttempt(app, { prompt: 'consent' }).url);
    await expire(consent);
    const page = await browser.get(`${path}?interaction=${interactionOf(consent)}`);
    expect(over(page)).toEqual({ status: 410, location: undefined });
    const restart = page.links.find((link) => link.startsWith('/authorize?')) ?? '';
    const again = await browser.open(restart);
    expect(isConsent(again)).toBe(true);
    expect(interactionOf(again)).not.toBe(interactionOf(consent));
  });

  it('is not decided any more', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await expire(consent);
    expect(over(await allow(browser, consent))).toEqual({ status: 410, location: undefined });
    expect(await grants()).toEqual([]);
    expect(await served.source.query('SELECT id FROM oauth_consents WHERE user_id = ?', [ada.id])).toEqual([]);
  });

  it('gives no code for a decision that was made in time but comes back too late', async () => {
    const consent = await browser.open(anAttempt(app).url);
    const answered = await browser.submit(consent, {}, { button: 'consent-allow' });
    await expire(consent);
    expect(over(await browser.follow(answered))).toEqual({ status: 410, location: undefined });
    expect(await grants()).toEqual([]);
  });
});

describe('an interaction of another browser (attacks A25 and A28, Keycloak CVE-2026-7507, Dex CVE-2022-39222)', () => {
  it.each(['/authorize/resume', '/consent', '/login', '/signup'])('is nothing at %s', async (path) => {
    const consent = await browser.open(anAttempt(app).url);
    for (const thief of [new TestBrowser(served), await aBrowserOf(served, await aUser(served))]) {
      const page = await thief.get(`${path}?interaction=${interactionOf(consent)}`);
      expect(over(page)).toEqual({ status: 400, location: undefined });
      expect(page.html).not.toContain(app.redirectUris[0]);
    }
  });

  it('looks the same as one that was never given out', async () => {
    const consent = await browser.open(anAttempt(app).url);
    const thief = new TestBrowser(served);
    await thief.open(anAttempt(app).url);
    const [taken, madeUp] = [
      await thief.get(consent.url),
      await thief.get('/consent?interaction=019abcde-0000-7000-8000-000000000001'),
    ];
    expect([taken.status, taken.text]).toEqual([madeUp.status, madeUp.text]);
  });

  it('cannot be allowed, denied or switched', async () => {
    const consent = await browser.open(anAttempt(app).url);
    const mallory = await aUser(served);
    const thief = await aBrowserOf(served, mallory);
    await thief.open(anAttempt(app).url);
    for (const decision of ['allow', 'deny', 'switch']) {
      const form = { interaction: interactionOf(consent), account: mallory.id, decision, scope: ['profile'] };
      expect(over(await thief.post('/consent', form))).toEqual({ status: 400, location: undefined });
    }
    expect((await browser.open(consent.url)).url).toBe(consent.url);
  });

  it('that was prepared by a thief and handed to a victim cannot be finished by either', async () => {
    const thief = new TestBrowser(served);
    const login = await thief.open(anAttempt(app).url);
    expect(over(await browser.get(login.url))).toEqual({ status: 400, location: undefined });
    expect(over(await browser.get(resumeUrl(login)))).toEqual({ status: 400, location: undefined });
    expect((await thief.open(resumeUrl(login))).url).toBe(login.url);
  });

  it('is not found by a cookie that is a prefix or a variation of the right one', async () => {
    const consent = await browser.open(anAttempt(app).url);
    const [name, value] = [...browser.cookies].find(([cookie]) => cookie.endsWith('browser')) ?? ['', ''];
    for (const wrong of [value.slice(0, -1), `${value}A`, value.toLowerCase(), '', 'x'.repeat(5_000)]) {
      browser.cookies.set(name, wrong);
      expect((await browser.get(consent.url)).status).toBe(400);
    }
  });
});

describe('what is decided counts for the stored request only (Keycloak CVE-2026-7571)', () => {
  it('whatever parameters come with the interaction', async () => {
    const { url, state } = anAttempt(app);
    const consent = await browser.open(url);
    const answered = await browser.submit(consent, {}, { button: 'consent-allow' });
    const extra = new URLSearchParams({ redirect_uri: 'https://evil.example/', state: 'evil', scope: 'phone' });
    const back = await browser.get(`${answered.location ?? ''}&${extra.toString()}`);
    expect(answerAt(app, back)).toMatchObject({ state });
  });

  it('and not when the address was removed while the page was open', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await change({ redirectUris: ['https://elsewhere.example/cb'] });
    expect(over(await allow(browser, consent))).toEqual({ status: 400, location: undefined });
    expect(await grants()).toEqual([]);
  });

  it('and not when the app was suspended while the page was open', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await change({ status: 'suspended' });
    expect(over(await allow(browser, consent))).toEqual({ status: 400, location: undefined });
    expect(await grants()).toEqual([]);
  });

  it('and not when a scope was taken from the app while the page was open', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await change({ scopes: ['profile'] });
    expect(answerAt(app, await allow(browser, consent))).toMatchObject({ error: 'invalid_scope' });
    expect(await grants()).toEqual([]);
  });

  it('and not when the user was disabled while the page was open (attack A47)', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await served.source.query("UPDATE users SET status = 'disabled' WHERE id = ?", [ada.id]);
    expect((await allow(browser, consent)).url).toContain('/login?interaction=');
    expect(await grants()).toEqual([]);
  });
});

describe('many at once (attack A40)', () => {
  it('of eight tabs that come back from one decision, one gets a code', async () => {
    for (let round = 0; round < 20; round += 1) {
      const consent = await browser.open(anAttempt(app, { prompt: 'consent' }).url);
      const answered = await browser.submit(consent, {}, { button: 'consent-allow' });
      const backs = await Promise.all(Array.from({ length: 8 }, () => browser.get(answered.location ?? '')));
      const codes = backs.filter(({ location }) => location?.includes('code='));
      expect(codes).toHaveLength(1);
      expect(backs.filter(({ status }) => status === 409)).toHaveLength(7);
    }
    expect(await grants()).toHaveLength(20);
  });
});

describe('a fault of ours', () => {
  it('is a page that says nothing about the inside, and the request can be started again', async () => {
    const consent = await browser.open(anAttempt(app).url);
    await served.source.query('ALTER TABLE oauth_grants RENAME TO oauth_grants_away');
    const broken = await allow(browser, consent);
    await served.source.query('ALTER TABLE oauth_grants_away RENAME TO oauth_grants');
    expect(over(broken)).toEqual({ status: 500, location: undefined });
    expect(broken.text).toContain(broken.header('x-request-id'));
    expect(broken.html).not.toMatch(/oauth_grants|sql|no such table/i);
    const again = await browser.get(consent.url);
    expect(again.status).toBe(409);
    const restart = again.links.find((link) => link.startsWith('/authorize?')) ?? '';
    expect(answerAt(app, await browser.open(restart))).toHaveProperty('code');
  });
});
