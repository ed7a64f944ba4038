import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../src/pages/texts.js';
import { EmailChange } from '../../src/users/email-change.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser, type TestUser } from '../support/builders.js';
import { aProvenUser, tokenOf, userRow } from '../support/mailed-links.js';
import { deliverMail, linkIn, linksIn, MailServer } from '../support/smtp-server.js';

const NEW_PASSWORD = 'seven green-bicycles asleep';
const SIDES = ['old', 'new'] as const;

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

let made = 0;
const anAddress = () => `wanted${(made += 1)}@example.org`;
const emailOf = async (user: TestUser) => (await userRow(served, user)).email;
const changes = () => served.source.getRepository(EmailChange);

async function ask(browser: TestBrowser, email: string, password: string): Promise<Page> {
  const fields = { email, current_password: password };
  return browser.submit(await browser.get('/account/email'), fields, { form: 'email-form' });
}

interface Change {
  readonly ada: TestUser;
  readonly browser: TestBrowser;
  readonly wanted: string;
  readonly links: Readonly<Record<(typeof SIDES)[number], string>>;
}

/** A change that waits for both addresses. */
async function aChange(user?: TestUser): Promise<Change> {
  const ada = user ?? (await aProvenUser(served));
  const [browser, wanted] = [await aBrowserOf(served, ada), anAddress()];
  const begun = await browser.follow(await ask(browser, wanted, ada.password));
  expect(begun.text).toContain(text('notice.email_change_begun'));
  await deliverMail(served);
  const links = { old: linkIn(server.lastTo(ada.email)), new: linkIn(server.lastTo(wanted)) };
  return { ada, browser, wanted, links };
}

async function press(link: string, decision: 'agree' | 'stop' = 'agree', browser = new TestBrowser(served)) {
  return browser.submit(await browser.get(link), {}, { form: 'email-change', button: decision });
}

const post = (side: (typeof SIDES)[number], link: string, decision: string, browser = new TestBrowser(served)) =>
  browser.post(`/email-change/${side}`, { token: tokenOf(link), decision });

describe('a change of address', () => {
  it.each([
    ['old', 'new'],
    ['new', 'old'],
  ] as const)('happens when both have agreed, the %s one first', async (first, second) => {
    const { ada, browser, wanted, links } = await aChange();
    expect((await press(links[first])).text).toContain(text('email-change.waiting'));
    expect(await emailOf(ada)).toBe(ada.email);
    expect((await browser.get('/account')).text).toContain(
      text(first === 'old' ? 'email.waits_for_new' : 'email.waits_for_old'),
    );
    expect((await press(links[second])).text).toContain(text('email-change.done'));
    expect(await userRow(served, ada)).toMatchObject({ email: wanted, emailKey: wanted });
    expect((await userRow(served, ada)).emailVerifiedAt).not.toBeNull();
    expect((await browser.get('/account')).text).toContain(wanted);
    expect(await changes().countBy({ userId: ada.id })).toBe(0);
    await deliverMail(served);
    const notice = server.lastTo(ada.email);
    expect(notice.subject).toBe(text('mail.email-changed.subject'));
    expect(notice.text).toContain(wanted);
  });

  it('writes to one address ten times in an hour at most, whoever asks, and says the same', async () => {
    const wanted = anAddress();
    for (let count = 0; count < 11; count += 1) {
      const user = await aUser(served);
      const browser = await aBrowserOf(served, user);
      const begun = await browser.follow(await ask(browser, wanted, user.password));
      expect(begun.text).toContain(text('notice.email_change_begun'));
    }
    await deliverMail(served);
    expect(server.to(wanted)).toHaveLength(10);
  });

  it('waits for the old address however often the new one agrees, and the other way round', async () => {
    for (const side of SIDES) {
      const { ada, links } = await aChange();
      for (let times = 0; times < 3; times += 1) await post(side, links[side], 'agree');
      expect(await emailOf(ada)).toBe(ada.email);
    }
  });

  it('does not take the token of one side for the other’s', async () => {
    const { ada, links } = await aChange();
    expect((await post('old', links.new, 'agree')).status).toBe(410);
    expect((await post('new', links.old, 'agree')).status).toBe(410);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  it('happens once when both agree at the same moment (attack A40)', async () => {
    const { ada, wanted, links } = await aChange();
    const before = server.to(ada.email).length;
    const sides = [...SIDES, ...SIDES, ...SIDES, ...SIDES];
    const answers = await Promise.all(sides.map((side) => post(side, links[side], 'agree')));
    for (const { status } of answers) expect([200, 410]).toContain(status);
    expect(await emailOf(ada)).toBe(wanted);
    await deliverMail(served);
    expect(server.to(ada.email)).toHaveLength(before + 1);
  });

  it('is not made by looking: mail scanners follow links', async () => {
    const { ada, links } = await aChange();
    for (const link of Object.values(links)) expect((await new TestBrowser(served).get(link)).status).toBe(200);
    const [row] = await changes().findBy({ userId: ada.id });
    expect(row).toMatchObject({ oldConfirmedAt: null, newConfirmedAt: null });
  });

  it('needs the password, whoever holds the open browser', async () => {
    const ada = await aProvenUser(served);
    const browser = await aBrowserOf(served, ada);
    const page = await ask(browser, anAddress(), 'not the password');
    expect([page.status, page.text.includes(text('validation.password_wrong'))]).toEqual([422, true]);
    expect(await changes().countBy({ userId: ada.id })).toBe(0);
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () =>
        browser.post('/account/email', { email: anAddress(), current_password: 'wrong' }),
      ),
    );
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThan(9);
  });

  it('refuses the address that the user has, in any case, and what is none', async () => {
    const ada = await aProvenUser(served);
    const browser = await aBrowserOf(served, ada);
    expect((await ask(browser, ada.email.toUpperCase(), ada.password)).text).toContain(text('validation.email_same'));
    expect((await ask(browser, 'ada', ada.password)).text).toContain(text('validation.email'));
  });

  it('tells nobody whose the wanted address is: its owner alone gets a mail (attack A39)', async () => {
    const [ada, bob] = [await aProvenUser(served), await aProvenUser(served)];
    const [mine, free] = [await aBrowserOf(served, ada), anAddress()];
    const seen = [];
    for (const email of [bob.email.toUpperCase(), free]) {
      const answer = await ask(mine, email, ada.password);
      const page = await mine.follow(answer);
      await deliverMail(served);
      const { expiresAt } = await changes().findOneByOrFail({ userId: ada.id });
      seen.push([
        answer.status,
        page.html.replaceAll(/[\w.]+@example\.(com|org)/gi, '…').replaceAll(expiresAt.toISOString(), '…'),
      ]);
    }
    const withoutTimes = seen.map(([status, html]) => [status, String(html).replaceAll(/<time.*?<\/time>/g, '')]);
    expect(withoutTimes[0]).toEqual(withoutTimes[1]);
    const mail = server.lastTo(bob.email);
    expect(mail.subject).toBe(text('mail.email-in-use.subject'));
    expect(linksIn(mail).filter((link) => link.includes('token'))).toEqual([]);
    expect(`${mail.text}${String(mail.html)}`).not.toContain(ada.username);
  });

  it('to an address that somebody takes meanwhile ends with a page that says so', async () => {
    const { ada, wanted, links } = await aChange();
    await press(links.old);
    await aUser(served, { email: wanted });
    const page = await press(links.new);
    expect([page.status, page.text.includes(text('email-change.taken'))]).toEqual([200, true]);
    expect(await emailOf(ada)).toBe(ada.email);
    expect(await changes().countBy({ userId: ada.id })).toBe(0);
  });

  it('is stopped by the old address', async () => {
    const { ada, links } = await aChange();
    await press(links.new);
    const page = await press(links.old, 'stop');
    expect(page.text).toContain(text('email-change.stopped'));
    expect(page.links).toContain('/forgot-password');
    expect((await post('old', links.old, 'agree')).status).toBe(410);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  it('is stopped by the old address even after it has agreed, but not by the new one', async () => {
    const { ada, links } = await aChange();
    await press(links.old);
    expect((await post('new', links.new, 'stop')).status).toBe(410);
    await press(links.old, 'stop');
    expect((await post('new', links.new, 'agree')).status).toBe(410);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  it('is taken back on the account page', async () => {
    const { ada, browser, wanted, links } = await aChange();
    const page = await browser.get('/account');
    expect(page.text).toContain(wanted);
    const after = await browser.submitAndFollow(page, {}, { form: 'email-cancel-form' });
    expect(after.text).toContain(text('notice.email_change_cancelled'));
    for (const side of SIDES) expect((await post(side, links[side], 'agree')).status).toBe(410);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  it('was either stopped or made, never both, when the two come at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ada, wanted, links } = await aChange();
      await press(links.new);
      const [agreed, stopped] = await Promise.all([post('old', links.old, 'agree'), post('old', links.old, 'stop')]);
      const isStopped = stopped.text.includes(text('email-change.stopped'));
      expect(agreed.text.includes(text('email-change.done'))).toBe(!isStopped);
      expect(await emailOf(ada)).toBe(isStopped ? ada.email : wanted);
    }
  });

  it('that has been made is not taken back, nor does it say so', async () => {
    const { ada, browser, wanted } = await aChange();
    // The moment between the change and the end of its row.
    await served.source.query('UPDATE users SET email = ?, email_key = ? WHERE id = ?', [wanted, wanted, ada.id]);
    const page = await browser.follow(await browser.post('/account/email/cancel', {}));
    expect(page.text).toContain(text('notice.email_change_over'));
  });

  it('ends with the next one', async () => {
    const { ada, links } = await aChange();
    const next = await aChange(ada);
    for (const side of SIDES) expect((await post(side, links[side], 'agree')).status).toBe(410);
    for (const side of SIDES) await press(next.links[side]);
    expect(await emailOf(ada)).toBe(next.wanted);
  });

  it('ends after a day, by the clock of the database', async () => {
    const { ada, browser, wanted, links } = await aChange();
    await press(links.old);
    const { createdAt, expiresAt } = await changes().findOneByOrFail({ userId: ada.id });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(24 * 60 * 60 * 1000);
    await changes().update({ userId: ada.id }, { expiresAt: new Date(Date.now() - 1_000) });
    expect((await post('new', links.new, 'agree')).status).toBe(410);
    expect(await emailOf(ada)).toBe(ada.email);
    expect((await browser.get('/account')).text).not.toContain(wanted);
  });

  it('ends with a new password, which ends what somebody who knew the old one began', async () => {
    const { ada, browser, links } = await aChange();
    await press(links.old);
    const fields = { current_password: ada.password, new_password: NEW_PASSWORD };
    expect((await browser.post('/account/password', fields)).status).toBe(303);
    expect((await post('new', links.new, 'agree')).status).toBe(410);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  it('is refused where somebody else is signed in (attack R14)', async () => {
    const { ada, links } = await aChange();
    const eve = await aBrowserOf(served, await aUser(served));
    for (const side of SIDES) {
      expect((await eve.get(links[side])).status).toBe(403);
      expect((await post(side, links[side], 'agree', eve)).status).toBe(403);
    }
    expect((await post('old', links.old, 'stop', eve)).status).toBe(403);
    expect(await changes().countBy({ userId: ada.id })).toBe(1);
  });

  it('needs no word from an address that nobody has proven, which learns nothing of the account', async () => {
    const ada = await aUser(served);
    const { wanted, links } = await aChange(ada);
    const mail = server.lastTo(ada.email);
    expect(`${mail.text}${String(mail.html)}`).not.toMatch(new RegExp(`${wanted}|${ada.username}(?!@)`));
    expect((await press(links.new)).text).toContain(text('email-change.done'));
    expect(await emailOf(ada)).toBe(wanted);
  });

  it('may be stopped by an address that nobody has proven', async () => {
    const ada = await aUser(served);
    const { links } = await aChange(ada);
    const page = await new TestBrowser(served).get(links.old);
    expect(page.html).not.toContain('value="agree"');
    await press(links.old, 'stop');
    expect((await post('new', links.new, 'agree')).status).toBe(410);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  it('writes to strangers five times an hour at most', async () => {
    const ada = await aProvenUser(served);
    const browser = await aBrowserOf(served, ada);
    const answers = [];
    for (let count = 0; count < 6; count += 1) {
      answers.push(
        (await browser.post('/account/email', { email: anAddress(), current_password: ada.password })).status,
      );
    }
    expect(answers).toEqual([303, 303, 303, 303, 303, 429]);
  });

  it.each([
    '/email-change/old',
    '/email-change/new?token=x',
    '/email-change/both?token=x',
    '/email-change/old?token[]=x',
  ])('%s leads nowhere', async (url) => {
    expect([404, 410]).toContain((await new TestBrowser(served).get(url)).status);
  });

  it('is neither begun nor pretended where no mail is sent', async () => {
    const mute = await startApp({ issuer: 'https://login.example.com', isHttps: true });
    const ada = await aUser(mute);
    const browser = await aBrowserOf(mute, ada);
    const page = await browser.get('/account/email');
    expect(page.text).toContain(text('email.no_mail'));
    expect(page.forms).toEqual([]);
    const fields = { email: anAddress(), current_password: ada.password };
    expect((await browser.post('/account/email', fields)).status).toBe(403);
    await mute.close();
  });
});
