import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalMail } from '../../src/mail/local-mail.entity.js';
import { LocalMails } from '../../src/mail/local-mails.service.js';
import { text } from '../../src/pages/texts.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aProvenUser, askForReset, setPassword } from '../support/mailed-links.js';
import { deliverMail, MailServer } from '../support/smtp-server.js';

const NEW_PASSWORD = 'seven green-bicycles asleep';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const rows = () => served.source.getRepository(LocalMail);

describe('a server on a developer’s machine without a mail server', () => {
  it('keeps its mails, and shows them on a page from which their links can be followed', async () => {
    const ada = await aProvenUser(served);
    const browser = new TestBrowser(served);
    await askForReset(browser, ada.email);
    await deliverMail(served);
    const list = await browser.get('/dev/mail');
    expect(list.text).toContain(ada.email);
    const mail = await browser.get(list.links.find((link) => link.startsWith('/dev/mail/')) ?? '');
    expect(mail.text).toContain(text('mail.reset-password.subject'));
    const link = mail.links.find((one) => one.includes('/reset-password?token=')) ?? '';
    expect((await setPassword(browser, link, NEW_PASSWORD)).status).toBe(200);
  });

  it('shows the HTML of a mail as text: nothing of it is a page of ours', async () => {
    const mails = served.app.get(LocalMails);
    const html = '<script>alert(1)</script><img src=x onerror=alert(1)><a href="https://evil.example/">x</a>';
    await mails.keep({ id: 'x', to: 'a@example.com', subject: '<b>x</b>', text: `x ${html}`, html, language: 'en' });
    const kept = (await mails.list()).find(({ to }) => to === 'a@example.com');
    const page = await new TestBrowser(served).get(`/dev/mail/${kept?.id}`);
    expect(page.html).toContain('&lt;script&gt;');
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<b>x|href="https:\/\/evil/);
  });

  it('keeps the newest 200, sealed', async () => {
    const mails = served.app.get(LocalMails);
    const mail = { id: 'x', to: 'reader@example.com', text: 'secretive', html: '', language: 'en' };
    for (let count = 0; count < 205; count += 1) await mails.keep({ ...mail, subject: `mail ${count}` });
    const kept = await mails.list();
    expect(kept.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 200 }, (_, index) => `mail ${204 - index}`),
    );
    expect(await rows().count()).toBe(200);
    expect(JSON.stringify(await rows().find())).not.toMatch(/reader|secretive|mail 204/);
  });

  it('has no other mail', async () => {
    for (const id of ['x', '01999999-0000-7000-8000-000000000000']) {
      expect((await new TestBrowser(served).get(`/dev/mail/${id}`)).status).toBe(404);
    }
  });

  it('shows no mail to a site that has pointed its name at this machine (DNS rebinding)', async () => {
    const { statusCode } = await served.app.inject({ url: '/dev/mail', headers: { host: 'evil.example:3000' } });
    expect(statusCode).toBe(404);
  });
});

describe('a server that is not in development', () => {
  it.each([
    ['a public issuer', { issuer: 'https://login.example.com', isHttps: true }],
    ['a public issuer on a loopback host', { issuer: 'https://localhost', isHttps: true }],
  ])('with %s has no page of mails, even if there are some', async (_what, settings) => {
    const other = await startApp(settings);
    const mails = other.app.get(LocalMails);
    await mails.keep({ id: 'x', to: 'a@example.com', subject: 's', text: 't', html: 'h', language: 'en' });
    const [row] = await other.source.getRepository(LocalMail).find();
    for (const url of ['/dev/mail', `/dev/mail/${row?.id}`]) {
      expect((await new TestBrowser(other).get(url)).status).toBe(404);
    }
    await other.close();
  });

  it('or that has a mail server, has none either', async () => {
    const server = await MailServer.start();
    const other = await startApp({ smtp: server.settings });
    expect((await new TestBrowser(other).get('/dev/mail')).status).toBe(404);
    await other.close();
    await server.down();
  });
});
