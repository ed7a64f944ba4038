import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { LANGUAGES } from '../../src/pages/reader.js';
import { anAttempt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { getJson, someTokens } from '../support/tokens.js';

const GERMAN = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' };
const FORM = 'application/x-www-form-urlencoded';
const ENGLISH = { 'accept-language': 'en-US' };

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('the language of a page', () => {
  it('is what the browser prefers, as far as there are texts', async () => {
    const browser = new TestBrowser(served);
    const languageOf = async (header: string) =>
      /<html lang="(\w+)" dir="ltr">/.exec((await browser.get('/login', { 'accept-language': header })).html)?.[1];
    expect(await languageOf('de-AT,de;q=0.9,en;q=0.5')).toBe('de');
    expect(await languageOf('tlh, de;q=0.5, en;q=0.1')).toBe('de');
    expect(await languageOf('tlh')).toBe('en');
    expect(await languageOf('')).toBe('en');
  });

  it('is what the app asked for, through every step (OpenID Connect Core §3.1.2.1 ui_locales)', async () => {
    const [app, ada] = [await aClient(served), await aUser(served)];
    const browser = new TestBrowser(served);
    const login = await browser.open(anAttempt(app, { ui_locales: 'tlh de-CH en' }).url);
    expect(login.text).toContain('Anmelden');
    const wrong = await browser.submit(login, { username: ada.username, password: 'not the password' });
    expect(wrong.text).toContain('Benutzername oder Passwort ist nicht richtig.');
    const consent = await browser.submitAndFollow(wrong, { username: ada.username, password: ada.password });
    expect(consent.text).toMatch(/Möchten Sie App \d+ wirklich die Erlaubnis geben\?/);
    // The rest of the site is not the app's.
    expect((await browser.get('/account')).text).toContain('Save profile');
  });

  it('is not a fault of the request when there are no texts in it (§3.1.2.1)', async () => {
    const browser = new TestBrowser(served);
    for (const wish of ['tlh', 'x', '-', '../../etc/passwd', 'de_DE', '"', '* *']) {
      const page = await browser.open(anAttempt(await aClient(served), { ui_locales: wish }).url);
      expect([page.status, page.html.includes('<html lang="en"')]).toEqual([200, true]);
    }
  });

  it('of a refusal is the app’s wish too', async () => {
    const { url } = anAttempt(await aClient(served), { ui_locales: 'de', redirect_uri: 'https://evil.example/' });
    expect((await new TestBrowser(served).get(url)).html).toContain('<html lang="de"');
  });

  it('is that of whoever is signed in, whatever the browser prefers', async () => {
    const ada = await aUser(served, { row: { locale: 'de-AT' } });
    const browser = await aBrowserOf(served, ada);
    expect((await browser.get('/account', ENGLISH)).html).toContain('<html lang="de"');
    await served.source.getRepository(User).update({ id: ada.id }, { locale: 'tlh' });
    expect((await browser.get('/account', ENGLISH)).html).toContain('<html lang="en"');
    const app = await aClient(served);
    const page = await browser.open(anAttempt(app, { ui_locales: 'de' }).url);
    expect(page.text).toContain('wirklich die Erlaubnis');
  });

  it('stays after a body was read, and after one that could not be', async () => {
    const browser = new TestBrowser(served);
    const wrong = { username: 'nobody', password: 'not the password' };
    expect((await browser.post('/login', wrong, GERMAN)).text).toContain(
      'Benutzername oder Passwort ist nicht richtig.',
    );
    const answers = await Promise.all([
      browser.postBody('/login', Buffer.from([0x61, 0xff]), { 'content-type': FORM, ...GERMAN }),
      browser.postBody('/login', 'a', { 'content-type': 'text/plain', ...GERMAN }),
      browser.post('/login', wrong, { ...GERMAN, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }),
      browser.get('/no/such/page', GERMAN),
    ]);
    expect(answers.map(({ status, html }) => [status, html.includes('<html lang="de"')])).toEqual([
      [400, true],
      [400, true],
      [403, true],
      [404, true],
    ]);
  });

  it('is each request’s own, however many come at once', async () => {
    const browser = new TestBrowser(served);
    const submit = async (headers: Record<string, string>) =>
      (await browser.post('/login', { username: `nobody-${Math.random()}`, password: 'x' }, headers)).text;
    const wishes = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? GERMAN : ENGLISH));
    const texts = await Promise.all(wishes.map(submit));
    const isGerman = texts.map((said) => said.includes('ist nicht richtig'));
    expect(isGerman).toEqual(wishes.map((headers) => headers === GERMAN));
  });
});

async function member(name: string): Promise<readonly string[]> {
  const { body } = await getJson(served, '/.well-known/openid-configuration');
  return body[name] as readonly string[];
}

describe('the languages of discovery', () => {
  it('are those that pages answer in (OpenID Connect Discovery §3 ui_locales_supported)', async () => {
    const app = await aClient(served);
    const answered = [];
    for (const language of await member('ui_locales_supported')) {
      const page = await new TestBrowser(served).open(anAttempt(app, { ui_locales: language }).url);
      answered.push(/<html lang="([\w-]+)"/.exec(page.html)?.[1]);
    }
    expect(answered).toEqual(LANGUAGES);
    expect(answered.length).toBeGreaterThan(1);
  });

  it('of claims is the one that the server’s own words are in, whatever claims_locales says (Core §5.2)', async () => {
    expect(await member('claims_locales_supported')).toEqual(['en']);
    const user = await aUser(served, { row: { locale: 'de', address: { country: 'DE' } } });
    const { accessToken } = await someTokens(served, { user, scopes: ['address'] });
    const { body } = await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}`, ...GERMAN });
    expect(body['address']).toEqual({ formatted: 'Germany', country: 'Germany' });
    const { url } = anAttempt(await aClient(served), { claims_locales: 'de fr' });
    expect((await new TestBrowser(served).open(url)).status).toBe(200);
  });
});

describe('a whole visit in German', () => {
  it('has notices, faults of forms and waiting times in it', async () => {
    const ada = await aUser(served, { row: { locale: 'de' } });
    const browser = await aBrowserOf(served, ada);
    const wrong = await browser.submit(await browser.get('/account'), { phone: '1' }, { form: 'profile' });
    expect(wrong.text).toContain('Schreiben Sie die Nummer mit Ländervorwahl');
    expect(wrong.text).toContain('Deutschland');
    const saved = await browser.submit(await browser.get('/account'), { locale: 'de' }, { form: 'profile' });
    expect((await browser.follow(saved)).text).toContain('Ihr Profil wurde gespeichert.');
    const picture = { pic: Buffer.from('no picture') };
    const refused = await browser.submit(await browser.get('/account'), picture, { form: 'profile' });
    expect(refused.text).toContain('Wählen Sie ein Bild im Format JPEG');
  });
});

describe('the language over one connection', () => {
  it('is that of each request, also of one whose body comes late', async () => {
    const listening = await startApp({}, 0);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const { port } = listening.app.getHttpServer().address() as AddressInfo;
      const said = [];
      for (const headers of [GERMAN, ENGLISH, GERMAN, ENGLISH]) said.push(await slowPost({ port, agent, headers }));
      expect(said).toEqual(['de', 'en', 'de', 'en']);
    } finally {
      agent.destroy();
      await listening.close();
    }
  });
});

/** A wrong login whose body arrives after its headers. @returns the language of the refusal */
async function slowPost({ port, agent, headers }: { port: number; agent: Agent; headers: object }): Promise<string> {
  const path = '/login';
  const sent = request({ port, agent, path, method: 'POST', headers: { 'content-type': FORM, ...headers } });
  sent.flushHeaders();
  sent.write('username=nobody&');
  await setTimeout(20);
  sent.end('password=wrong');
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const html = Buffer.concat(await answer.toArray()).toString();
  return html.includes('ist nicht richtig') ? 'de' : 'en';
}
