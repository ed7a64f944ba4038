import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Consent } from '../../src/consent/consent.entity.js';
import { text } from '../../src/pages/texts.js';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { aCode, exchange, isAlive, refresh, type TestCode, type Tokens, tokensOf } from '../support/tokens.js';

let served: TestApp;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
});
beforeEach(async () => {
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});
afterAll(() => served.close());

/** Allows the app what it asks for; what the app then redeems. */
async function allowedCode(app: TestClient, scope: string): Promise<TestCode> {
  const { url, codeVerifier } = anAttempt(app, { scope, prompt: 'consent' });
  const { code = '' } = answerAt(app, await allow(browser, await browser.open(url)));
  return { code, codeVerifier, redirectUri: app.redirectUris[0] ?? '', client: app, user: ada };
}

/** Allows the app what it asks for, up to its tokens. */
async function connect(app: TestClient, scope: string): Promise<Tokens> {
  return tokensOf(await exchange(served, await allowedCode(app, scope)));
}

const inWords = (scope: string) => text(`scope.${scope}.sentence`);

const removeLink = (page: Page) => page.links.find((link) => link.endsWith('/remove')) ?? '';

async function remove(page: Page): Promise<Page> {
  const question = await browser.open(removeLink(page));
  return browser.submit(question, {}, { form: removeLink(page) });
}

describe('connected apps', () => {
  it('says what was allowed in words, to whom, since when and when it was last used', async () => {
    const owner = await aUser(served);
    const app = await aClient(served, {
      owner,
      client_name: 'Acme Photos',
      redirect_uris: ['https://photos.example/cb'],
    });
    await connect(app, 'profile email offline_access');
    const { text: page, html } = await browser.open('/account/apps');
    for (const part of ['Acme Photos', 'photos.example', owner.username]) expect(page).toContain(part);
    for (const scope of ['profile', 'email', 'offline_access']) expect(page).toContain(inWords(scope));
    expect(page).not.toContain(inWords('phone'));
    const times = [...html.matchAll(/datetime="([^"]+)"/g)].map(([, time = '']) => Date.now() - Date.parse(time));
    expect(times).toHaveLength(2);
    for (const age of times) expect(Math.abs(age)).toBeLessThan(60_000);
  });

  it('does not list what was refused', async () => {
    const app = await aClient(served);
    await allow(browser, await browser.open(anAttempt(app, { scope: 'profile phone' }).url), ['profile']);
    const page = (await browser.open('/account/apps')).text;
    expect(page).toContain(inWords('profile'));
    expect(page).not.toContain(inWords('phone'));
  });

  it('tells somebody without apps what the page is for', async () => {
    const { status, links } = await browser.open('/account/apps');
    expect(status).toBe(200);
    expect(links.filter((link) => link.endsWith('/remove'))).toEqual([]);
  });

  it('is for signed-in users', async () => {
    const { location } = await new TestBrowser(served).get('/account/apps');
    expect(location).toBe('/login?return_to=%2Faccount%2Fapps');
  });

  it('shows the name of an app as text', async () => {
    const app = await aClient(served, { client_name: '<b>bold</b>{{x}}' });
    await connect(app, 'profile');
    const page = await browser.open('/account/apps');
    expect(page.text).toContain('<b>bold</b>{{x}}');
    expect(page.html).not.toContain('<b>bold');
  });
});

describe('removing a connected app', () => {
  it('asks first, then ends its tokens at once, and the app has to ask again', async () => {
    const app = await aClient(served);
    const first = await connect(app, 'profile offline_access');
    const second = await connect(app, 'profile offline_access');
    expect(await isAlive(served, first.accessToken)).toBe(true);
    const list = await browser.open('/account/apps');
    const question = await browser.open(removeLink(list));
    expect(await isAlive(served, first.accessToken)).toBe(true);
    await browser.submit(question, {}, { form: removeLink(list) });
    for (const { accessToken, refreshToken } of [first, second]) {
      expect(await isAlive(served, accessToken)).toBe(false);
      expect((await refresh(served, app, refreshToken)).error).toBe('invalid_grant');
    }
    expect((await browser.open(anAttempt(app, { scope: 'profile' }).url)).url).toContain('/consent?');
  });

  it('ends a code that is still on its way', async () => {
    const code = await allowedCode(await aClient(served), 'profile');
    await remove(await browser.open('/account/apps'));
    expect((await exchange(served, code)).error).toBe('invalid_grant');
  });

  it('leaves nothing to an authorization that had read the consent before, and whose code comes after', async () => {
    const app = await aClient(served);
    const late = await aCode(served, { client: app, user: ada });
    await served.source.getRepository(Consent).delete({ userId: ada.id });
    expect((await exchange(served, late)).error).toBe('invalid_grant');
    expect((await browser.open('/account/apps')).links.filter((link) => link.endsWith('/remove'))).toEqual([]);
  });

  it('says once that it was done', async () => {
    await connect(await aClient(served), 'profile');
    const removed = await remove(await browser.open('/account/apps'));
    expect([removed.status, removed.location]).toEqual([303, '/account/apps']);
    expect((await browser.follow(removed)).text).toContain('The app was removed');
    expect((await browser.open('/account/apps')).text).not.toContain('The app was removed');
  });

  it('can be sent twice', async () => {
    await connect(await aClient(served), 'profile');
    const list = await browser.open('/account/apps');
    const question = await browser.open(removeLink(list));
    for (let count = 0; count < 2; count += 1) {
      expect((await browser.submit(question, {}, { form: removeLink(list) })).status).toBe(303);
    }
  });

  it('leaves other apps and other people alone', async () => {
    const [app, other] = [await aClient(served), await aClient(served)];
    const kept = await connect(other, 'profile');
    const bob = await aBrowserOf(served, await aUser(served));
    await allow(bob, await bob.open(anAttempt(app, { scope: 'profile' }).url));
    await connect(app, 'profile');
    await remove(await browser.open('/account/apps'));
    expect(await isAlive(served, kept.accessToken)).toBe(true);
    expect(answerAt(app, await bob.get(anAttempt(app, { scope: 'profile' }).url))).toHaveProperty('code');
    expect((await browser.open('/account/apps')).links.filter((link) => link.endsWith('/remove'))).toHaveLength(1);
  });

  it("does not reach somebody else's apps (attack A44)", async () => {
    const app = await aClient(served);
    const { accessToken } = await connect(app, 'profile');
    const link = removeLink(await browser.open('/account/apps'));
    const mallory = await aBrowserOf(served, await aUser(served));
    expect((await mallory.get(link)).status).toBe(404);
    await mallory.post(link, {});
    expect(await isAlive(served, accessToken)).toBe(true);
    expect(answerAt(app, await browser.get(anAttempt(app, { scope: 'profile' }).url))).toHaveProperty('code');
  });

  it('is not done from another site (attack A10)', async () => {
    const { accessToken } = await connect(await aClient(served), 'profile');
    const link = removeLink(await browser.open('/account/apps'));
    const forged = await browser.post(link, {}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect(forged.status).toBe(403);
    expect(await isAlive(served, accessToken)).toBe(true);
  });

  it.each(['x', '%27', '019abcde-0000-7000-8000-000000000001', 'a'.repeat(200)])(
    'of something that is no app of theirs (%s) is not found',
    async (id) => {
      expect((await browser.get(`/account/apps/${id}/remove`)).status).toBe(404);
    },
  );
});

describe('many connected apps', () => {
  it('are listed twenty at a time, with the same number of statements for one and for twenty', async () => {
    await connect(await aClient(served), 'profile');
    const one = await served.statements.during(() => browser.get('/account/apps'));
    for (let count = 1; count < 23; count += 1) await connect(await aClient(served), 'profile');
    let page: Page | undefined;
    const many = await served.statements.during(async () => {
      page = await browser.get('/account/apps');
    });
    expect(many.all.length).toBe(one.all.length);
    expect(page?.links.filter((link) => link.endsWith('/remove'))).toHaveLength(20);
    const second = await browser.get('/account/apps?page=2');
    expect(second.links.filter((link) => link.endsWith('/remove'))).toHaveLength(3);
    expect(page?.links).toContain('/account/apps?page=2');
  });

  it.each(['0', '-1', 'x', '1e9', '999999', '1&page=2', '%00'])('page %s is a page all the same', async (number) => {
    const { status } = await browser.open(`/account/apps?page=${number}`);
    expect(status).toBeLessThan(500);
  });
});
