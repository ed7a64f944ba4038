import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ClientService } from '../../src/clients/client.service.js';
import { Client } from '../../src/clients/client.entity.js';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, deny, signIn } from '../support/authorization.js';
import type { Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';

let served: TestApp;
let owner: TestUser;
let app: TestClient;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  owner = await aUser(served, { username: 'photographer' });
});
beforeEach(async () => {
  app = await aClient(served, { owner, client_name: 'Acme Photos', redirect_uris: ['https://photos.example/cb'] });
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});
afterAll(() => served.close());

/** The boxes of the page: all of them, and those that are ticked. */
function boxes(page: Page): { all: string[]; ticked: string[] } {
  const found = page.form('/consent').controls.filter(({ name }) => name === 'scope');
  return {
    all: found.map(({ value }) => value),
    ticked: found.filter(({ isSent }) => isSent).map(({ value }) => value),
  };
}

/** What the app was given, read from the grant that its code stands for. */
async function grantedScopes(user = ada): Promise<string[]> {
  const [row] = await served.source.query<{ scopes: string }[]>(
    'SELECT scopes FROM oauth_grants WHERE user_id = ? ORDER BY id DESC LIMIT 1',
    [user.id],
  );
  return JSON.parse(row?.scopes ?? 'null') as string[];
}

/** Changes what people see of the app. */
async function change(values: Partial<Pick<Client, 'clientName' | 'logo' | 'redirectUris' | 'status' | 'scopes'>>) {
  await served.source.getRepository(Client).update({ id: app.rowId }, values);
  served.app.get(ClientService).forget(app.clientId);
}

const isConsent = (page: Page) => page.url.includes('/consent?interaction=');

describe('the consent page', () => {
  it('asks the question, and says who asks and where it leads', async () => {
    const page = await browser.open(anAttempt(app).url);
    expect(page.text).toContain('Do you really want to give Acme Photos permission?');
    expect(page.text).toContain('photographer');
    expect(page.text).toContain('photos.example');
    expect(page.text).toContain('Not verified');
    expect(page.text).toContain(ada.username);
  });

  it('says when an admin has verified the app', async () => {
    const verified = await aClient(served, { row: { isVerified: true } });
    const { text } = await browser.open(anAttempt(verified).url);
    expect(text).toContain('Verified');
    expect(text).not.toContain('Not verified');
  });

  it('shows what exactly would be shared', async () => {
    const page = await browser.open(anAttempt(app, { scope: 'profile email phone' }).url);
    for (const value of [ada.username, ada.email, '+491701234567', '1990-12-31']) expect(page.text).toContain(value);
  });

  it('shows only what is asked for', async () => {
    const page = await browser.open(anAttempt(app, { scope: 'profile' }).url);
    expect(boxes(page)).toEqual({ all: ['profile'], ticked: ['profile'] });
    expect(page.text).not.toContain('+491701234567');
  });

  it('shows the name of an app as text, whatever it is (attack A43)', async () => {
    const hostile = await aClient(served, { client_name: '<img src=x onerror=alert(1)>"\'{{x}}' });
    const page = await browser.open(anAttempt(hostile).url);
    expect(page.html).not.toContain('<img src=x');
    expect(page.text).toContain('<img src=x onerror=alert(1)>"\'{{x}}');
  });

  it('may lead to the app and on from there, and is in no frame (attack A21)', async () => {
    const page = await browser.open(anAttempt(app).url);
    const policy = page.header('content-security-policy');
    expect(policy).toMatch(/form-action 'self' https:(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.header('x-frame-options').toLowerCase()).toBe('deny');
  });

  it("may lead to a native app's own scheme", async () => {
    const native = await aClient(served, { kind: 'native', redirect_uris: ['com.example.app:/cb'] });
    const page = await browser.open(anAttempt(native).url);
    expect(page.header('content-security-policy')).toMatch(/form-action 'self' https: com\.example\.app:(;|$)/);
    expect(page.text).toContain('com.example.app');
  });
});

describe('deciding', () => {
  it('gives what was ticked, and no more', async () => {
    const page = await browser.open(anAttempt(app, { scope: 'profile email phone' }).url);
    expect(answerAt(app, await allow(browser, page, ['email']))).toHaveProperty('code');
    expect(await grantedScopes()).toEqual(['email']);
  });

  it('does not take "allow" with every box empty', async () => {
    const page = await browser.open(anAttempt(app).url);
    const again = await allow(browser, page, []);
    expect(again.status).toBe(422);
    expect(again.text).toContain('Tick at least one');
    expect(answerAt(app, await allow(browser, again, ['profile']))).toHaveProperty('code');
  });

  it('asks an app that wants nothing only for its sign-in', async () => {
    const page = await browser.open(anAttempt(app, { scope: undefined }).url);
    expect(boxes(page).all).toEqual([]);
    expect(answerAt(app, await allow(browser, page))).toHaveProperty('code');
    expect(await grantedScopes()).toEqual([]);
  });

  it('says that it signs the user in, which no box can take out (OpenID Connect Core §3.1.2.1)', async () => {
    const page = await browser.open(anAttempt(app, { scope: 'openid profile' }).url);
    expect(boxes(page).all).toEqual(['profile']);
    expect(page.text).toContain('knows that it is you');
    expect(answerAt(app, await allow(browser, page, []))).toHaveProperty('code');
    expect(await grantedScopes()).toEqual(['openid']);
    const again = await browser.open(anAttempt(app, { scope: 'openid profile' }).url);
    expect(answerAt(app, again)).toHaveProperty('code');
    expect(await grantedScopes()).toEqual(['openid']);
  });

  it('asks an app that only signs people in for nothing else, once', async () => {
    const page = await browser.open(anAttempt(app, { scope: 'openid' }).url);
    expect(page.text).toContain('only wants to know that it is you');
    await allow(browser, page);
    expect(answerAt(app, await browser.open(anAttempt(app, { scope: 'openid' }).url))).toHaveProperty('code');
    expect(await grantedScopes()).toEqual(['openid']);
    expect((await browser.open('/account/apps')).text).not.toContain('each time you come back');
  });

  it('asks an app that never signed people in before it begins to', async () => {
    await allow(browser, await browser.open(anAttempt(app, { scope: 'profile' }).url));
    expect(isConsent(await browser.open(anAttempt(app, { scope: 'openid profile' }).url))).toBe(true);
  });

  it('has a box of its own for access that stays (OpenID Connect Core §11)', async () => {
    const page = await browser.open(anAttempt(app, { scope: 'profile offline_access' }).url);
    expect(boxes(page).all).toContain('offline_access');
    await allow(browser, page, ['profile']);
    expect(await grantedScopes()).toEqual(['profile']);
  });

  it('never gives what the request does not ask for, whatever the form says', async () => {
    const page = await browser.open(anAttempt(app, { scope: 'profile' }).url);
    const { searchParams } = new URL(page.url);
    const form = { interaction: searchParams.get('interaction') ?? '', account: ada.id, decision: 'allow' };
    const forged = await browser.post('/consent', { ...form, scope: ['profile', 'phone'] });
    expect(forged.status).toBe(400);
    expect((await browser.open(page.url)).url).toBe(page.url);
  });

  it.each([
    ['nothing at all', {}],
    ['no decision', { decision: undefined }],
    ['no account', { account: undefined }],
    ['no interaction', { interaction: undefined }],
    ['an unknown decision', { decision: 'maybe' }],
    ['an unknown field', { scopes: 'profile' }],
    ['an account that is no id', { account: "' OR 1=1" }],
    ['an interaction that is no id', { interaction: '../../x' }],
  ])('is not decided by a form with %s (authentik CVE-2026-49443)', async (_case, changes) => {
    const page = await browser.open(anAttempt(app).url);
    const { searchParams } = new URL(page.url);
    const form = {
      interaction: searchParams.get('interaction') ?? '',
      account: ada.id,
      decision: 'allow',
      scope: ['profile'],
    };
    const sent = await browser.post('/consent', Object.keys(changes).length === 0 ? {} : { ...form, ...changes });
    expect([sent.status, sent.location]).toEqual([400, undefined]);
    expect((await browser.open(page.url)).url).toBe(page.url);
  });

  it('is not decided from another site (attack A10)', async () => {
    const page = await browser.open(anAttempt(app).url);
    const { searchParams } = new URL(page.url);
    const form = {
      interaction: searchParams.get('interaction') ?? '',
      account: ada.id,
      decision: 'allow',
      scope: 'profile',
    };
    const forged = await browser.post('/consent', form, {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(forged.status).toBe(403);
    expect((await browser.open(page.url)).url).toBe(page.url);
  });

  it('counts once when the button is pressed twice: both lead back to the app', async () => {
    const page = await browser.open(anAttempt(app).url);
    const codes = new Set<string | undefined>();
    for (const back of [await allow(browser, page), await allow(browser, page)]) codes.add(answerAt(app, back)['code']);
    expect(codes.size).toBe(2);
    const consents = await served.source.query('SELECT id FROM oauth_consents WHERE user_id = ?', [ada.id]);
    expect(consents).toHaveLength(1);
  });
});

describe('remembering', () => {
  it('does not ask again for what was allowed', async () => {
    await allow(browser, await browser.open(anAttempt(app).url));
    expect(answerAt(app, await browser.get(anAttempt(app).url))).toHaveProperty('code');
    expect(answerAt(app, await browser.get(anAttempt(app, { scope: 'email' }).url))).toHaveProperty('code');
    expect(await grantedScopes()).toEqual(['email']);
  });

  it('does not ask again for what was refused, and does not give it', async () => {
    await allow(browser, await browser.open(anAttempt(app, { scope: 'profile email' }).url), ['profile']);
    expect(answerAt(app, await browser.get(anAttempt(app, { scope: 'profile email' }).url))).toHaveProperty('code');
    expect(await grantedScopes()).toEqual(['profile']);
  });

  it('remembers no refusal of the whole', async () => {
    await deny(browser, await browser.open(anAttempt(app).url));
    expect(isConsent(await browser.open(anAttempt(app).url))).toBe(true);
  });

  it('is for one user and one app', async () => {
    await allow(browser, await browser.open(anAttempt(app).url));
    // Another app may look the same to the last pixel.
    const other = await aClient(served, { owner, client_name: 'Acme Photos', redirect_uris: [...app.redirectUris] });
    expect(isConsent(await browser.open(anAttempt(other).url))).toBe(true);
    const bob = await aBrowserOf(served, await aUser(served));
    expect(isConsent(await bob.open(anAttempt(app).url))).toBe(true);
  });

  it('asks again when the app wants more, and marks what is new', async () => {
    await allow(browser, await browser.open(anAttempt(app, { scope: 'profile email' }).url), ['profile']);
    const page = await browser.open(anAttempt(app, { scope: 'profile email phone' }).url);
    expect(boxes(page)).toEqual({ all: ['profile', 'email', 'phone'], ticked: ['profile', 'phone'] });
    expect(page.text.match(/\bNew\b/g)).toHaveLength(1);
    await allow(browser, page);
    expect(await grantedScopes()).toEqual(['profile', 'phone']);
  });

  it.each([
    ['name', { clientName: 'Acme Bank' }, 'changed its name'],
    ['hosts', { redirectUris: ['https://photos.example/cb', 'https://new.example/cb'] }, 'changed the address'],
  ] as const)(
    'asks again when the %s of the app changes, and says so (attack A23)',
    async (_part, values, sentence) => {
      await allow(browser, await browser.open(anAttempt(app).url));
      await change(values as Parameters<typeof change>[0]);
      const page = await browser.open(anAttempt(app).url);
      expect(isConsent(page)).toBe(true);
      expect(page.text).toContain(sentence);
      await allow(browser, page);
      expect(answerAt(app, await browser.get(anAttempt(app).url))).toHaveProperty('code');
    },
  );

  it('asks again when the logo of the app changes, and says so (attack A23)', async () => {
    await allow(browser, await browser.open(anAttempt(app).url));
    await change({ logo: '019abcde-0000-7000-8000-000000000001' });
    const page = await browser.open(anAttempt(app).url);
    expect(isConsent(page)).toBe(true);
    expect(page.text).toContain('changed its logo');
  });

  it('forgets what an app with another look was allowed', async () => {
    await allow(browser, await browser.open(anAttempt(app, { scope: 'profile email' }).url));
    await change({ clientName: 'Acme Bank' });
    await allow(browser, await browser.open(anAttempt(app, { scope: 'profile' }).url));
    expect(isConsent(await browser.open(anAttempt(app, { scope: 'email' }).url))).toBe(true);
  });

  it('does not ask again when nothing that people see has changed', async () => {
    await allow(browser, await browser.open(anAttempt(app).url));
    await change({ redirectUris: ['https://photos.example/cb', 'https://photos.example/other'] });
    expect(answerAt(app, await browser.get(anAttempt(app).url))).toHaveProperty('code');
  });
});

describe('using another account', () => {
  it('leads to the login page and comes back with the other account', async () => {
    const page = await browser.open(anAttempt(app).url);
    const login = await browser.submitAndFollow(page, {}, { form: '/consent', button: 'switch' });
    expect(login.url).toContain('/login?interaction=');
    const bob = await aUser(served);
    const consent = await signIn(browser, login, bob);
    expect(consent.text).toContain(bob.username);
    await allow(browser, consent);
    expect(await grantedScopes(bob)).toEqual(['profile', 'email']);
    expect(await grantedScopes(ada)).toBeNull();
  });

  it('can be thought better of with the back button', async () => {
    const page = await browser.open(anAttempt(app).url);
    await browser.submitAndFollow(page, {}, { form: '/consent', button: 'switch' });
    const back = await browser.open(page.url);
    expect(back.text).toContain(ada.username);
    expect(answerAt(app, await allow(browser, back))).toHaveProperty('code');
  });

  it('in another tab: the page is shown again for the new account, and nothing is decided for it', async () => {
    const page = await browser.open(anAttempt(app).url);
    const bob = await aUser(served);
    const second = await browser.open(anAttempt(app, { prompt: 'login' }).url);
    await signIn(browser, second, bob);
    const again = await allow(browser, page);
    expect(again.status).toBe(422);
    expect(again.text).toContain(`signed in as ${bob.username}`);
    expect(await grantedScopes(bob)).toBeNull();
    expect(answerAt(app, await allow(browser, again))).toHaveProperty('code');
    expect(await grantedScopes(bob)).toEqual(['profile', 'email']);
    expect(await grantedScopes(ada)).toBeNull();
  });

  it('after the decision, before the code: the new account is asked', async () => {
    const page = await browser.open(anAttempt(app).url);
    const answered = await browser.submit(page, {}, { form: '/consent', button: 'consent-allow' });
    const bob = await aUser(served);
    const other = await aBrowserOf(served, bob);
    const session = [...other.cookies].find(([name]) => name.endsWith('session'));
    if (session !== undefined) browser.cookies.set(...session);
    const next = await browser.follow(answered);
    expect(isConsent(next)).toBe(true);
    expect(next.text).toContain(bob.username);
    expect(await grantedScopes(bob)).toBeNull();
  });

  it('after signing out: a decision leads to the login page first', async () => {
    const page = await browser.open(anAttempt(app).url);
    for (const name of browser.cookies.keys()) if (name.endsWith('session')) browser.cookies.delete(name);
    const login = await allow(browser, page);
    expect(login.url).toContain('/login?interaction=');
    const consent = await signIn(browser, login, ada);
    expect(answerAt(app, await allow(browser, consent))).toHaveProperty('code');
  });
});
