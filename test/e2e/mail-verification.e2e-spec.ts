import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OneTimeToken } from '../../src/users/one-time-token.entity.js';
import { text } from '../../src/pages/texts.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser, type TestUser } from '../support/builders.js';
import { aProvenUser, tokenOf, userRow } from '../support/mailed-links.js';
import { deliverMail, linkIn, MailServer } from '../support/smtp-server.js';
import { getJson, someTokens } from '../support/tokens.js';

let server: MailServer;
let served: TestApp;
beforeAll(async () => {
  server = await MailServer.start();
  served = await startApp({ smtp: server.settings });
});
afterAll(async () => {
  await served.close();
  await server.down();
});

const isVerified = async (user: Pick<TestUser, 'id'>) => (await userRow(served, user)).emailVerifiedAt !== null;

/** A user and the link that they asked for. */
async function aLink(): Promise<{ ada: TestUser; browser: TestBrowser; link: string }> {
  const ada = await aUser(served);
  const browser = await aBrowserOf(served, ada);
  return { ada, browser, link: await another(browser, ada) };
}

async function another(browser: TestBrowser, { email }: Pick<TestUser, 'email'>): Promise<string> {
  await browser.submit(await browser.get('/account'), {}, { form: 'email-verify-form' });
  await deliverMail(served);
  return linkIn(server.lastTo(email));
}

async function press(browser: TestBrowser, link: string) {
  return browser.submit(await browser.get(link), {}, { form: 'verify-email' });
}

describe('sign-up', () => {
  it('lets a person in at once, and mails a link to the address that they gave', async () => {
    const browser = new TestBrowser(served);
    const email = 'newcomer@example.com';
    const fields = { username: 'newcomer', email, password: 'seven green-bicycles asleep' };
    const welcome = await browser.submitAndFollow(await browser.open('/signup'), fields, { form: 'signup' });
    expect(welcome.text).toContain('newcomer');
    await deliverMail(served);
    expect(server.to(email)).toHaveLength(1);
    const mail = server.lastTo(email);
    expect(linkIn(mail)).toMatch(new RegExp(`^${served.issuer}/verify-email\\?token=[A-Za-z0-9_-]{43}$`));
    // Nobody has proven the address yet: it may be a stranger's, who gets no name that somebody chose.
    expect(`${mail.text}${String(mail.html)}`).not.toContain('newcomer');
  });

  it('works while the mail server is away, and mails when it is back', async () => {
    const browser = new TestBrowser(served);
    const email = 'patient@example.com';
    await server.down();
    const fields = { username: 'patient', email, password: 'seven green-bicycles asleep' };
    const answer = await browser.submit(await browser.open('/signup'), fields, { form: 'signup' });
    expect(answer.status).toBe(303);
    await server.up();
    await deliverMail(served);
    expect(server.to(email)).toHaveLength(1);
  });
});

describe('the link to an address', () => {
  it('proves it, also in a browser where nobody is signed in, and the app is told (OpenID Connect Core §5.1)', async () => {
    const { ada, link } = await aLink();
    const claims = async () => {
      const { accessToken } = await someTokens(served, { user: ada });
      return (await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` })).body;
    };
    expect(await claims()).toMatchObject({ email: ada.email, email_verified: false });
    const page = await press(new TestBrowser(served), link);
    expect(page.text).toContain(text('verify-email.done'));
    expect(await claims()).toMatchObject({ email: ada.email, email_verified: true });
  });

  it('is not used up by whoever looks at it first: mail scanners follow links', async () => {
    const { ada, browser, link } = await aLink();
    for (let looks = 0; looks < 3; looks += 1) expect((await new TestBrowser(served).get(link)).status).toBe(200);
    expect(await isVerified(ada)).toBe(false);
    await press(browser, link);
    expect(await isVerified(ada)).toBe(true);
  });

  it('says the same to a button that is pressed twice', async () => {
    const { ada, browser, link } = await aLink();
    const page = await browser.get(link);
    const answers = await Promise.all([1, 2, 3].map(() => browser.submit(page, {}, { form: 'verify-email' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await isVerified(ada)).toBe(true);
  });

  it('works once: a replay proves nothing again', async () => {
    const { ada, browser, link } = await aLink();
    await press(browser, link);
    await served.source.query('UPDATE users SET email_verified_at = NULL WHERE id = ?', [ada.id]);
    expect((await browser.post('/verify-email', { token: tokenOf(link) })).status).toBe(410);
    expect(await isVerified(ada)).toBe(false);
  });

  it('ends with the next one', async () => {
    const { ada, browser, link } = await aLink();
    await another(browser, ada);
    expect((await browser.get(link)).status).toBe(410);
    expect((await browser.post('/verify-email', { token: tokenOf(link) })).status).toBe(410);
    expect(await isVerified(ada)).toBe(false);
  });

  it('ends after a day, by the clock of the database', async () => {
    const { ada, browser, link } = await aLink();
    const rows = served.source.getRepository(OneTimeToken);
    const { createdAt, expiresAt } = await rows.findOneByOrFail({ userId: ada.id });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(24 * 60 * 60 * 1000);
    await rows.update({ userId: ada.id }, { expiresAt: new Date(Date.now() - 1_000) });
    expect((await browser.get(link)).status).toBe(410);
    expect((await browser.post('/verify-email', { token: tokenOf(link) })).status).toBe(410);
    expect(await isVerified(ada)).toBe(false);
  });

  it('proves the address that it was mailed to and no later one', async () => {
    const { ada, link } = await aLink();
    await served.source.query('UPDATE users SET email = ?, email_key = ? WHERE id = ?', [
      'later@example.com',
      'later@example.com',
      ada.id,
    ]);
    expect((await new TestBrowser(served).post('/verify-email', { token: tokenOf(link) })).status).toBe(410);
    expect(await isVerified(ada)).toBe(false);
  });

  it('is refused where somebody else is signed in, who may have been talked into it (attack R14)', async () => {
    const { ada, link } = await aLink();
    const [eve, other] = [await aUser(served), await aUser(served)];
    const browser = await aBrowserOf(served, eve);
    const looked = await browser.get(link);
    expect([looked.status, looked.text.includes(text('link-over.foreign'))]).toEqual([403, true]);
    expect((await browser.post('/verify-email', { token: tokenOf(link) })).status).toBe(403);
    for (const user of [ada, eve, other]) expect(await isVerified(user)).toBe(false);
  });

  it('sets no password: a link does what it is for and nothing else (attack R15)', async () => {
    const { ada, browser, link } = await aLink();
    const before = await userRow(served, ada);
    const fields = { token: tokenOf(link), new_password: 'seven green-bicycles asleep' };
    expect((await browser.post('/reset-password', fields)).status).toBe(410);
    expect((await browser.post('/setup', { token: tokenOf(link), username: 'x' })).status).toBe(404);
    expect((await userRow(served, ada)).credentialsVersion).toBe(before.credentialsVersion);
  });

  it.each([
    '/verify-email',
    '/verify-email?token=',
    `/verify-email?token=${'A'.repeat(43)}`,
    '/verify-email?token=a&token=b',
    '/verify-email?token[]=a',
  ])('%s does not work', async (url) => {
    expect((await new TestBrowser(served).get(url)).status).toBe(410);
  });

  it('of a disabled user does not work', async () => {
    const { ada, link } = await aLink();
    await served.source.query("UPDATE users SET status = 'disabled' WHERE id = ?", [ada.id]);
    expect((await new TestBrowser(served).post('/verify-email', { token: tokenOf(link) })).status).toBe(410);
  });

  it('stands in the database as a digest', async () => {
    const { ada, link } = await aLink();
    const [row] = await served.source.query<[object]>('SELECT * FROM one_time_tokens WHERE user_id = ?', [ada.id]);
    expect(JSON.stringify(row)).not.toContain(tokenOf(link));
  });
});

describe('the account page', () => {
  it('says whether the address is proven, and offers another mail until it is', async () => {
    const { browser, link } = await aLink();
    expect((await browser.get('/account')).text).toContain(text('email.unverified'));
    await press(browser, link);
    const page = await browser.get('/account');
    expect(page.text).toContain(text('email.verified'));
    expect(page.forms.map(({ id }) => id)).not.toContain('email-verify-form');
  });

  it('sends five mails an hour, and then asks to wait', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.post('/account/email/verify', {})));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
    await deliverMail(served);
    expect(server.to(ada.email)).toHaveLength(5);
  });

  it('sends nothing to an address that is proven', async () => {
    const ada = await aProvenUser(served);
    await (await aBrowserOf(served, ada)).post('/account/email/verify', {});
    await deliverMail(served);
    expect(server.to(ada.email).map(({ subject }) => subject)).not.toContain(text('mail.verify-email.subject'));
  });
});
