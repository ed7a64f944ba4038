import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Mailer } from '../../src/mail/mailer.service.js';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { text } from '../../src/pages/texts.js';
import { startApp, type TestApp } from '../support/app.js';
import { deliverMail, MailServer } from '../support/smtp-server.js';

const LINK = 'http://localhost:3000/verify-email?token=x';

let server: MailServer;
let served: TestApp;
beforeAll(async () => {
  server = await MailServer.start();
  served = await startApp({ smtp: server.settings, mailFrom: { name: 'Türsteher', address: 'door@example.com' } });
});
afterAll(async () => {
  await served.close();
  await server.down();
});
afterEach(() => {
  server.refuses = {};
});

let receivers = 0;
const aReceiver = () => `reader${(receivers += 1)}@example.com`;
const waiting = () => served.source.getRepository(OutboxMessage).find();

async function sendTo(to: string): Promise<void> {
  await served.app.get(Mailer).send({ to, template: 'verify-email', values: { link: LINK, hours: 24 } });
}

describe('a mail', () => {
  it('arrives as text and as HTML, from whom it should, marked as made by a machine (RFC 3834 §5)', async () => {
    const to = aReceiver();
    await sendTo(to);
    await deliverMail(served);
    const mail = server.lastTo(to);
    expect(mail.envelope).toEqual({ from: 'door@example.com', to: [to] });
    expect(mail.from?.value).toEqual([{ name: 'Türsteher', address: 'door@example.com' }]);
    expect(mail.subject).toBe(text('mail.verify-email.subject'));
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('content-language')).toBe('en');
    expect(mail.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    expect(mail.text).toContain(LINK);
    expect(mail.html).toContain(`href="${LINK.replace('=', '&#x3D;')}"`);
  });

  it('keeps names of every script, in both of its forms and in its subject', async () => {
    const to = aReceiver();
    const app = 'صور العائلة – Müller & Söhne <b>';
    const values = { app, at: new Date(0).toISOString(), appUrl: `${served.issuer}/apps/1` };
    await served.app.get(Mailer).send({ to, template: 'app-secret-rotated', values });
    await deliverMail(served);
    const mail = server.lastTo(to);
    expect(mail.subject).toBe(text('mail.app-secret-rotated.subject', { app }));
    expect(mail.text).toContain(app);
    expect(mail.html).toContain('<bdi>صور العائلة – Müller &amp; Söhne &lt;b&gt;</bdi>');
    // RFC 5322 §2.2: what goes over the wire as a header is ASCII.
    expect(mail.source.split('\r\n\r\n', 1)[0]).toMatch(/^[\x20-\x7e\r\n\t]+$/);
  });

  it('has the headers and the receivers that we gave it, whatever stands in a value', async () => {
    const to = aReceiver();
    const app = 'Acme\r\nBcc: victim@example.com\r\n\r\n<script>alert(1)</script>';
    const values = { app, at: new Date(0).toISOString(), appUrl: `${served.issuer}/apps/1` };
    await served.app.get(Mailer).send({ to, template: 'app-secret-rotated', values });
    await deliverMail(served);
    const mail = server.lastTo(to);
    expect(mail.envelope.to).toEqual([to]);
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.subject).toContain('Acme Bcc: victim@example.com <script>');
    expect(mail.html).not.toContain('<script>');
    expect(server.to('victim@example.com')).toEqual([]);
  });

  it.each([
    'ada@example.com\r\nBcc: victim@example.com',
    'ada@example.com, victim@example.com',
    'Ada <ada@example.com>',
    '"victim@example.com x"@example.com',
    '',
  ])('is not sent to %j, which is more or less than one address', async (to) => {
    await expect(sendTo(to)).rejects.toThrow('no address');
    expect(await waiting()).toEqual([]);
  });

  it('waits sealed: a dump of the database holds neither its link nor its reader', async () => {
    const to = aReceiver();
    server.refuses = { receivers: { [to]: 451 } };
    await sendTo(to);
    await served.app.get(Outbox).drain();
    const [row] = await waiting();
    expect(JSON.stringify(row)).not.toMatch(/reader|verify-email|token/);
    server.refuses = {};
    await deliverMail(served);
    expect(server.to(to)).toHaveLength(1);
  });
});

describe('a mail server', () => {
  it('that is away loses no mail, and gets each of them once when it is back', async () => {
    const to = [aReceiver(), aReceiver(), aReceiver()];
    await server.down();
    await Promise.all(to.map(sendTo));
    await served.app.get(Outbox).drain();
    expect(await waiting()).toHaveLength(3);
    await server.up();
    await deliverMail(served);
    await deliverMail(served);
    expect(to.map((one) => server.to(one).length)).toEqual([1, 1, 1]);
    expect(await waiting()).toEqual([]);
  });

  it('that refuses an address for good is not asked again, and the log does not name the address (attack A39)', async () => {
    const to = aReceiver();
    server.refuses = { receivers: { [to]: 550 } };
    await sendTo(to);
    await deliverMail(served);
    server.refuses = {};
    await deliverMail(served);
    expect(server.to(to)).toEqual([]);
    const [dead] = await waiting();
    expect(dead).toMatchObject({ nextAttemptAt: null, lastError: 'the mail server answered 550 to RCPT TO' });
    await served.source.getRepository(OutboxMessage).clear();
  });

  it.each([
    ['an address for now (RFC 5321 §4.2.1)', (to: string) => ({ receivers: { [to]: 451 } })],
    ['the mail for now', () => ({ data: 452 })],
    ['our sender: a setting of ours, which can be put right', () => ({ sender: 550 })],
  ])('that refuses %s is asked again', async (_what, refuses) => {
    const to = aReceiver();
    server.refuses = refuses(to);
    await sendTo(to);
    await served.app.get(Outbox).drain();
    expect(server.to(to)).toEqual([]);
    server.refuses = {};
    await deliverMail(served);
    expect(server.to(to)).toHaveLength(1);
  });

  it('that refuses our password is asked again: the mail leaves when that is put right', async () => {
    let password = 'right';
    const strict = await MailServer.start({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) =>
        done(auth.password === password ? null : new Error('wrong'), { user: auth.username }),
    });
    const other = await startApp({ smtp: { ...strict.settings, credentials: { user: 'door', password: 'old' } } });
    const to = aReceiver();
    await other.app.get(Mailer).send({ to, template: 'verify-email', values: { link: LINK, hours: 24 } });
    await other.app.get(Outbox).drain();
    const [row] = await other.source.getRepository(OutboxMessage).find();
    expect(row?.lastError).toBe('the mail server answered 535 to AUTH PLAIN');
    password = 'old';
    await deliverMail(other);
    expect(strict.to(to)).toHaveLength(1);
    await other.close();
    await strict.down();
  });

  it('is told nothing without TLS when the settings require it (RFC 3207 §6)', async () => {
    const other = await startApp({ smtp: { ...server.settings, tls: 'required' } });
    const to = aReceiver();
    await other.app.get(Mailer).send({ to, template: 'verify-email', values: { link: LINK, hours: 24 } });
    await other.app.get(Outbox).drain();
    expect(server.to(to)).toEqual([]);
    expect(await other.source.getRepository(OutboxMessage).count()).toBe(1);
    await other.close();
  });

  it('is not believed when its certificate is of its own making (RFC 8314 §4.1)', async () => {
    const impostor = await MailServer.start({ hideSTARTTLS: false });
    const other = await startApp({ smtp: { ...impostor.settings, tls: 'required' } });
    const to = aReceiver();
    await other.app.get(Mailer).send({ to, template: 'verify-email', values: { link: LINK, hours: 24 } });
    await other.app.get(Outbox).drain();
    expect(impostor.mails).toEqual([]);
    const [row] = await other.source.getRepository(OutboxMessage).find();
    expect(row?.lastError).toMatch(/^the mail server failed: E(TLS|SOCKET)$/);
    await other.close();
    await impostor.down();
  });
});
