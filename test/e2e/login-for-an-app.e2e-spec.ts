import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Interaction } from '../../src/interaction/interaction.entity.js';
import { text } from '../../src/pages/texts.js';
import { Session } from '../../src/session/session.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAttempt, answerAt } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient } from '../support/builders.js';

describe('login for an app', () => {
  let served: TestApp;
  let app: TestClient;
  beforeAll(async () => {
    served = await startApp();
    app = await aClient(served, { client_name: 'Acme Photos', redirect_uris: ['https://acme.example/callback'] });
  });
  afterAll(() => served.close());

  async function asked(browser: TestBrowser, changes: Record<string, string> = {}): Promise<Page> {
    return browser.open(anAttempt(app, changes).url);
  }

  it('says who is asking, offers the hinted name, and goes on to the consent page', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const page = await asked(browser, { login_hint: ada.email });
    expect(page.url).toContain('/login?interaction=');
    expect(page.text).toContain('Acme Photos');
    expect(page.text).toContain('acme.example');
    const username = page.form('/login').controls.find(({ name }) => name === 'username');
    expect(username?.value).toBe(ada.email);
    const next = await browser.submitAndFollow(page, { password: ada.password }, { form: '/login' });
    expect(next.url).toContain('/consent?interaction=');
  });

  it('lets its form lead on to the app, and by itself to nowhere else', async () => {
    const page = await asked(new TestBrowser(served));
    expect(page.header('content-security-policy')).toMatch(/form-action 'self' https:(;|$)/);
    const alone = await new TestBrowser(served).get('/login');
    expect(alone.header('content-security-policy')).toMatch(/form-action 'self'(;|$)/);
  });

  it('shows a hostile hint as text', async () => {
    const page = await asked(new TestBrowser(served), { login_hint: '"><script>alert(1)</script>' });
    expect(page.html).not.toContain('<script>alert');
  });

  it('goes on after a wrong password was corrected', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const wrong = await browser.submit(
      await asked(browser),
      { username: ada.username, password: 'wrong' },
      { form: '/login' },
    );
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Acme Photos');
    const next = await browser.submitAndFollow(wrong, { password: ada.password }, { form: '/login' });
    expect(next.url).toContain('/consent?interaction=');
  });

  it('is cancelled: the app hears access_denied (RFC 6749 §4.1.2.1)', async () => {
    const browser = new TestBrowser(served);
    const page = await asked(browser);
    const answer = answerAt(app, await browser.submitAndFollow(page, {}, { form: '/login/cancel' }));
    expect(answer['error']).toBe('access_denied');
    expect(browser.cookie('session')).toBeUndefined();
  });

  it('is not cancelled by another site, nor by a browser that did not begin it (attack A10)', async () => {
    const browser = new TestBrowser(served);
    const page = await asked(browser);
    const interaction = new URL(page.url).searchParams.get('interaction') ?? '';
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await browser.post('/login/cancel', { interaction }, headers)).status).toBe(403);
    expect((await new TestBrowser(served).post('/login/cancel', { interaction })).status).toBe(400);
    expect((await browser.post('/login/cancel', {})).status).toBe(400);
    const row = await served.source.getRepository(Interaction).findOneByOrFail({ id: interaction });
    expect([row.consentDecision, row.consumedAt]).toEqual([null, null]);
  });

  it('can be a sign-up, which goes on to the consent page', async () => {
    const browser = new TestBrowser(served);
    const login = await asked(browser);
    const link = login.links.find((href) => href.startsWith('/signup')) ?? '';
    const signup = await browser.get(link);
    expect(signup.text).toContain('Acme Photos');
    expect(signup.header('content-security-policy')).toContain("form-action 'self' https:");
    const next = await browser.submitAndFollow(signup, newPerson(), { form: '/signup' });
    expect(next.url).toContain('/consent?interaction=');
    expect(next.text).toContain('Acme Photos');
  });

  it('keeps the request while someone looks at sign-up and comes back', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const login = await asked(browser);
    const signup = await browser.get(login.links.find((href) => href.startsWith('/signup')) ?? '');
    const back = await browser.get(signup.links.find((href) => href.startsWith('/login')) ?? '');
    const next = await browser.submitAndFollow(
      back,
      { username: ada.username, password: ada.password },
      { form: '/login' },
    );
    expect(next.url).toContain('/consent?interaction=');
  });

  it('is not asked again in a second tab that waited at the login page', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const [first, second] = [await asked(browser), await asked(browser)];
    await browser.submit(first, { username: ada.username, password: ada.password }, { form: '/login' });
    const reloaded = await browser.open(second.url);
    expect(reloaded.url).toContain('/consent?interaction=');
  });

  it('is asked although a session lives when the app wants a fresh login, with the name filled in', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const page = await asked(browser, { prompt: 'login' });
    expect(page.url).toContain('/login?interaction=');
    expect(page.form('/login').controls.find(({ name }) => name === 'username')?.value).toBe(ada.username);
    const next = await browser.submitAndFollow(page, { password: ada.password }, { form: '/login' });
    expect(next.url).toContain('/consent?interaction=');
  });

  it.each([
    [
      'of another browser',
      async () => new URL((await asked(new TestBrowser(served))).url).searchParams.get('interaction') ?? '',
    ],
    ['that nobody was given', async () => '01999999-0000-7000-8000-000000000000'],
    ['that is no id', async () => "' OR 1=1 --"],
  ])('is refused for an interaction %s: nobody is signed in (attacks A28, R03)', async (_whose, id) => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    await asked(browser);
    const interaction = await id();
    for (const path of ['/login', '/signup']) {
      const page = await browser.get(`${path}?interaction=${encodeURIComponent(interaction)}`);
      expect([page.status, page.text.includes(text('interaction-over.foreign'))]).toEqual([400, true]);
    }
    const { username, password } = ada;
    expect((await browser.post('/login', { username, password, interaction })).status).toBe(400);
    expect((await browser.post('/signup', { ...newPerson(), interaction })).status).toBe(400);
    expect(browser.cookie('session')).toBeUndefined();
    expect(await served.source.getRepository(Session).countBy({ userId: ada.id })).toBe(0);
  });

  it('says that it waited too long, and how to start again', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const page = await asked(browser);
    const id = new URL(page.url).searchParams.get('interaction') ?? '';
    await served.source.getRepository(Interaction).update({ id }, { expiresAt: new Date(Date.now() - 1_000) });
    const over = await browser.submit(page, { username: ada.username, password: ada.password }, { form: '/login' });
    expect(over.status).toBe(410);
    expect(over.text).toContain(text('interaction-over.expired'));
    const again = await browser.open(over.links.find((href) => href.startsWith('/authorize')) ?? '');
    expect(again.url).toContain('/login?interaction=');
  });

  it('sent twice does the same as sent once', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const page = await asked(browser);
    const { username, password } = ada;
    await browser.submitAndFollow(page, { username, password }, { form: '/login' });
    const next = await browser.submitAndFollow(page, { username, password }, { form: '/login' });
    expect(next.url).toContain('/consent?interaction=');
  });
});

let lastPerson = 0;
function newPerson() {
  lastPerson += 1;
  const username = `guest-${lastPerson}`;
  return { username, email: `${username}@example.com`, password: 'nine soft-kettles whistle' };
}
