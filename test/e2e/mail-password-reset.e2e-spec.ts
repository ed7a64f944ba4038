import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import { text } from '../../src/pages/texts.js';
import { Session } from '../../src/session/session.entity.js';
import { OneTimeToken } from '../../src/users/one-time-token.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { aProvenUser, aResetLink, askForReset, setPassword, tokenOf, userRow } from '../support/mailed-links.js';
import { deliverMail, linkIn, linksIn, MailServer } from '../support/smtp-server.js';
import { isAlive, refresh, someTokens } from '../support/tokens.js';

const NEW_PASSWORD = 'seven green-bicycles asleep';
const OTHER_PASSWORD = 'eight blue-bicycles awake';
const RESET = text('mail.reset-password.subject');

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

let networks = 0;
/** A browser from a network of its own, so that tests do not use up one another's attempts. */
const aStranger = () => new TestBrowser(served, `10.9.${(networks += 1)}.1`);
const linkFor = (user: { email: string }, browser = aStranger()) => aResetLink(served, server, { browser, user });
const signIn = (username: string, password: string) => aStranger().post('/login', { username, password });
const post = (link: string, password: string) =>
  aStranger().post('/reset-password', { token: tokenOf(link), new_password: password });
const resetMailsTo = (email: string) => server.to(email).filter(({ subject }) => subject === RESET);

describe('a lost password', () => {
  it('is replaced with a mailed link; then the person signs in', async () => {
    const ada = await aProvenUser(served);
    const browser = aStranger();
    const login = await browser.open('/login');
    const forgot = login.links.find((link) => link.startsWith('/forgot-password')) ?? '';
    const sent = await askForReset(browser, ada.email.toUpperCase(), forgot);
    expect([sent.status, sent.text.includes(text('forgot-password.sent'))]).toEqual([200, true]);
    await deliverMail(served);
    const mail = server.lastTo(ada.email);
    expect(mail.text).toContain(ada.username);
    const done = await setPassword(browser, linkIn(mail), NEW_PASSWORD);
    expect([done.status, done.text.includes(text('password-set.title'))]).toEqual([200, true]);
    expect(done.links).toContain('/login');
    expect((await signIn(ada.username, NEW_PASSWORD)).status).toBe(303);
    expect((await signIn(ada.username, ada.password)).status).toBe(422);
  });

  it('ends every session and everything that apps hold, and tells the owner (attack A16)', async () => {
    const ada = await aProvenUser(served);
    const [here, there] = [await aBrowserOf(served, ada), await aBrowserOf(served, ada)];
    const { client, accessToken, refreshToken } = await someTokens(served, { user: ada });
    const link = await linkFor(ada);
    expect((await here.get('/account')).status).toBe(200);
    await setPassword(here, link, NEW_PASSWORD);
    expect([(await here.get('/account')).status, (await there.get('/account')).status]).toEqual([303, 303]);
    expect(await isAlive(served, accessToken)).toBe(false);
    expect((await refresh(served, client, refreshToken)).error).toBe('invalid_grant');
    expect(await served.source.getRepository(Session).countBy({ userId: ada.id })).toBe(0);
    await deliverMail(served);
    const notice = server.lastTo(ada.email);
    expect(notice.subject).toBe(text('mail.password-changed.subject'));
    expect(linksIn(notice)).toContain(`${served.issuer}/forgot-password`);
  });

  it('shows that the address is the person’s own', async () => {
    const ada = await aUser(served);
    const link = await linkFor(ada);
    await setPassword(aStranger(), link, NEW_PASSWORD);
    expect((await userRow(served, ada)).emailVerifiedAt).not.toBeNull();
  });

  it('takes the password’s rules, also the one that needs the user’s name', async () => {
    const ada = await aProvenUser(served);
    const [browser, link] = [aStranger(), await linkFor(ada)];
    for (const [password, fault] of [
      ['short', 'too_short'],
      ['password1', 'common'],
      [`${ada.username}-is-me`, 'personal'],
    ] as const) {
      const page = await setPassword(browser, link, password);
      expect([page.status, page.text.includes(text(`validation.password_${fault}`))]).toEqual([422, true]);
      expect(page.html).not.toContain(`"${password}"`);
    }
    expect((await setPassword(browser, link, NEW_PASSWORD)).status).toBe(200);
  });

  it('leads back to the app that waits, in the browser where it does', async () => {
    const [ada, client] = [await aProvenUser(served), await aClient(served)];
    const [browser, elsewhere] = [aStranger(), aStranger()];
    const login = await browser.open(anAttempt(client).url);
    const forgot = login.links.find((one) => one.startsWith('/forgot-password')) ?? '';
    await askForReset(browser, ada.email, forgot);
    await deliverMail(served);
    const link = linkIn(server.lastTo(ada.email));
    expect((await elsewhere.get(link)).text).not.toContain(text('link-over.title'));
    const done = await setPassword(browser, link, NEW_PASSWORD);
    const back = done.links.find((one) => one.startsWith('/login?interaction=')) ?? '';
    const { username } = ada;
    const next = await browser.submitAndFollow(await browser.open(back), { username, password: NEW_PASSWORD });
    expect(next.url).toContain('/consent?interaction=');
  });

  it('leads to the usual login in any other browser', async () => {
    const [ada, client] = [await aProvenUser(served), await aClient(served)];
    const browser = aStranger();
    const login = await browser.open(anAttempt(client).url);
    await askForReset(
      browser,
      ada.email,
      login.links.find((one) => one.startsWith('/forgot-password')),
    );
    await deliverMail(served);
    const done = await setPassword(aStranger(), linkIn(server.lastTo(ada.email)), NEW_PASSWORD);
    expect(done.links).toContain('/login');
    expect(done.links.filter((one) => one.includes('interaction'))).toEqual([]);
  });

  it('lets its owner in although strangers have used up the attempts on the account', async () => {
    const ada = await aProvenUser(served);
    await served.source.query('INSERT INTO throttles (`key`, points, expire) VALUES (?, 100, ?)', [
      `account:${ada.id}`,
      Date.now() + 3_600_000,
    ]);
    const browser = aStranger();
    await setPassword(browser, await linkFor(ada), NEW_PASSWORD);
    expect((await browser.post('/login', { username: ada.username, password: NEW_PASSWORD })).status).toBe(303);
  });
});

describe('asking for a link', () => {
  it('is answered alike, in the same steps, for a user, nobody and a disabled user (attack A39)', async () => {
    const ada = await aProvenUser(served);
    const gone = await aUser(served, { row: { status: 'disabled' } });
    const asked: unknown[] = [];
    for (const email of [ada.email, gone.email, 'nobody@example.com']) {
      const browser = aStranger();
      const form = await browser.open('/forgot-password');
      const { all } = await served.statements.during(async () => {
        const page = await browser.submit(form, { email });
        asked.push([page.status, page.html.replaceAll(email, '…'), page.header('set-cookie')]);
      });
      // What the answer waits for: a counter and a row. Looking for the user comes behind it.
      const steps = all.slice(0, all.findIndex((statement) => /^INSERT INTO .outbox/.test(statement)) + 1);
      asked.push(steps);
      expect(steps.filter((statement) => /users/.test(statement))).toEqual([]);
      await deliverMail(served);
    }
    const [known, ...others] = [asked.slice(0, 2), asked.slice(2, 4), asked.slice(4)];
    for (const other of others) expect(other).toEqual(known);
    expect(known?.[1]).not.toEqual([]);
    expect(resetMailsTo(ada.email)).toHaveLength(1);
    expect(resetMailsTo(gone.email)).toEqual([]);
    expect(server.to('nobody@example.com')).toEqual([]);
  });

  it('keeps no address where a dump would show it', async () => {
    const browser = aStranger();
    await server.down();
    await askForReset(browser, 'secretive@example.com');
    const rows = await served.source.getRepository(OutboxMessage).find();
    expect(JSON.stringify(rows)).not.toContain('secretive');
    await server.up();
    await deliverMail(served);
  });

  it('makes links that lead to the issuer, whatever the request claims (attacks A18, R50)', async () => {
    const ada = await aProvenUser(served);
    const browser = aStranger();
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'x-original-host': 'evil.example',
    };
    await browser.post('/forgot-password', { email: ada.email }, headers);
    await browser.post('/forgot-password', { email: ada.email }, { host: 'evil.example' });
    await deliverMail(served);
    expect(resetMailsTo(ada.email).length).toBeGreaterThan(0);
    for (const mail of resetMailsTo(ada.email)) {
      expect(linkIn(mail).startsWith(`${served.issuer}/reset-password?token=`)).toBe(true);
      expect(mail.source).not.toContain('evil.example');
    }
  });

  it('is limited for a network, and says when to come back', async () => {
    const browser = aStranger();
    const answers = [];
    for (let count = 0; count < 21; count += 1) {
      answers.push(await browser.post('/forgot-password', { email: `n${count}@example.com` }));
    }
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(20).fill(200), 429]);
    expect(Number(answers.at(-1)?.header('retry-after'))).toBeGreaterThan(0);
    expect((await aStranger().post('/forgot-password', { email: 'x@example.com' })).status).toBe(200);
  });

  it('is limited for an account without a word, and the last link mailed still works', async () => {
    const ada = await aProvenUser(served);
    for (let count = 0; count < 8; count += 1) {
      expect((await askForReset(aStranger(), ada.email)).status).toBe(200);
      await deliverMail(served);
    }
    expect(resetMailsTo(ada.email)).toHaveLength(5);
    expect((await setPassword(aStranger(), linkIn(server.lastTo(ada.email)), NEW_PASSWORD)).status).toBe(200);
  });

  it.each(['', 'ada', 'ada@example.com\r\nBcc: victim@example.com', 'a@example.com,b@example.com'])(
    'takes one address and not %j',
    async (email) => {
      expect((await aStranger().post('/forgot-password', { email })).status).toBe(422);
    },
  );

  it('takes no form of another site (attack A10)', async () => {
    const ada = await aProvenUser(served);
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await aStranger().post('/forgot-password', { email: ada.email }, headers)).status).toBe(403);
    expect((await aStranger().post('/reset-password', { token: 'x' }, headers)).status).toBe(403);
  });
});

describe('the link for a new password', () => {
  it('works for one of eight that come at once (attack A40)', async () => {
    const ada = await aProvenUser(served);
    const link = await linkFor(ada);
    const token = tokenOf(link);
    const passwords = Array.from({ length: 8 }, (_, index) => `${NEW_PASSWORD} ${index}`);
    const answers = await Promise.all(
      passwords.map((password) => aStranger().post('/reset-password', { token, new_password: password })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array(7).fill(410)]);
    const winner = passwords[answers.findIndex(({ status }) => status === 200)] ?? '';
    expect((await signIn(ada.username, winner)).status).toBe(303);
    expect((await userRow(served, ada)).credentialsVersion).toBe(2);
  });

  it('works once, and its replay changes nothing', async () => {
    const ada = await aProvenUser(served);
    const link = await linkFor(ada);
    await setPassword(aStranger(), link, NEW_PASSWORD);
    const token = tokenOf(link);
    expect((await aStranger().post('/reset-password', { token, new_password: OTHER_PASSWORD })).status).toBe(410);
    expect((await aStranger().get(link)).status).toBe(410);
    expect((await signIn(ada.username, NEW_PASSWORD)).status).toBe(303);
  });

  it('ends with the next one', async () => {
    const ada = await aProvenUser(served);
    const [first, second] = [await linkFor(ada), await linkFor(ada)];
    expect((await post(first, NEW_PASSWORD)).status).toBe(410);
    expect((await post(second, NEW_PASSWORD)).status).toBe(200);
  });

  it('ends after 30 minutes, by the clock of the database', async () => {
    const ada = await aProvenUser(served);
    const link = await linkFor(ada);
    const rows = served.source.getRepository(OneTimeToken);
    const { createdAt, expiresAt } = await rows.findOneByOrFail({ userId: ada.id });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(30 * 60 * 1000);
    await rows.update({ userId: ada.id }, { expiresAt: new Date(Date.now() - 1_000) });
    expect((await aStranger().get(link)).status).toBe(410);
    expect((await post(link, NEW_PASSWORD)).status).toBe(410);
    expect((await signIn(ada.username, ada.password)).status).toBe(303);
  });

  it('ends when the password is changed in another way', async () => {
    const ada = await aProvenUser(served);
    const link = await linkFor(ada);
    const fields = { current_password: ada.password, new_password: NEW_PASSWORD };
    expect((await (await aBrowserOf(served, ada)).post('/account/password', fields)).status).toBe(303);
    expect((await post(link, OTHER_PASSWORD)).status).toBe(410);
  });

  it('ends when the address that it was mailed to is no longer the user’s', async () => {
    const ada = await aProvenUser(served);
    const link = await linkFor(ada);
    const later = `later-${ada.email}`;
    await served.source.query('UPDATE users SET email = ?, email_key = ? WHERE id = ?', [later, later, ada.id]);
    expect((await post(link, NEW_PASSWORD)).status).toBe(410);
  });

  it('ends when the user is disabled', async () => {
    const ada = await aProvenUser(served);
    const link = await linkFor(ada);
    await served.source.query("UPDATE users SET status = 'disabled' WHERE id = ?", [ada.id]);
    expect((await post(link, NEW_PASSWORD)).status).toBe(410);
  });

  it('leaves its page to nobody else: no referrer, no cache, no frame', async () => {
    const page = await aStranger().get(await linkFor(await aProvenUser(served)));
    expect(page.header('referrer-policy')).toBe('no-referrer');
    expect(page.header('cache-control')).toBe('no-store');
    expect(page.header('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('is the only way to set one: no step can be skipped or forged (attacks R15, R87)', async () => {
    const ada = await aProvenUser(served);
    await linkFor(ada);
    const fields = { new_password: NEW_PASSWORD };
    const [row] = await served.source.getRepository(OneTimeToken).findBy({ userId: ada.id });
    const forged: Record<string, string>[] = [
      {},
      { token: '' },
      { token: ada.id },
      { token: 'A'.repeat(43) },
      { token: row?.digest.toString('base64url') ?? '' },
      { token: row?.digest.toString('hex') ?? '' },
    ];
    for (const one of forged) {
      const { status } = await aStranger().post('/reset-password', { ...one, ...fields });
      expect([410, 422]).toContain(status);
    }
    for (const extra of [{ username: ada.username }, { user_id: ada.id }, { email: ada.email }]) {
      expect((await aStranger().post('/reset-password', { token: 'A', ...fields, ...extra })).status).toBe(400);
    }
    expect((await signIn(ada.username, ada.password)).status).toBe(303);
  });
});

describe('a server that sends no mail', () => {
  it('says so, and does not pretend', async () => {
    const mute = await startApp({ issuer: 'https://login.example.com', isHttps: true });
    const ada = await aUser(mute);
    const browser = new TestBrowser(mute);
    const page = await browser.get('/forgot-password');
    expect(page.text).toContain(text('forgot-password.no_mail'));
    expect(page.forms).toEqual([]);
    expect((await browser.post('/forgot-password', { email: ada.email })).text).toContain(
      text('forgot-password.no_mail'),
    );
    expect(await mute.source.getRepository(OutboxMessage).count()).toBe(0);
    await mute.close();
  });
});
