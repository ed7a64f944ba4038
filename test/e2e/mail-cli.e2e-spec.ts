import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { createInstallation, type Installation } from '../support/cli.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';
import { setPassword, tokenOf } from '../support/mailed-links.js';
import { deliverMail, linkIn, MailServer } from '../support/smtp-server.js';

const PASSWORD = 'quiet-lamp-forty-two';
const NEW_PASSWORD = 'seven green-bicycles asleep';
const PUBLIC = { ISSUER: 'https://login.example.com', PORT: '0' };

interface Diagnosis {
  readonly checks: { check: string; state: string; detail: string; fix?: string }[];
}

let server: MailServer;
let installation: Installation;
let served: TestApp;
beforeAll(async () => {
  server = await MailServer.start();
  installation = await createInstallation();
  noteSecret(PASSWORD);
  for (const [name, email] of [
    ['ada', 'ada@example.com'],
    ['bob', 'bob@example.com'],
  ] as const) {
    await installation.run(['user', 'create', '--username', name, '--email', email, '--password', PASSWORD]);
  }
  const { database, secretKeys } = installation;
  served = await startApp({ database, secretKeys, smtp: server.settings });
});
afterAll(async () => {
  await served.close();
  await installation.remove();
  await server.down();
});

const reset = (...args: string[]) => installation.run(['user', 'reset-password', ...args]);

const mailOf = async (env: Record<string, string>) => {
  const { json } = await installation.run(['doctor', '--json'], { env: { PORT: '0', ...env } });
  return (json as Diagnosis).checks.find(({ check }) => check === 'mail');
};

describe('doorward user reset-password', () => {
  it('prints a link with which the user sets a new password, once', async () => {
    const { exitCode, stdout, stderr } = await reset('ada@example.com');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const link = /^ {2}(http:\/\/localhost:3000\/reset-password\?token=\S+)$/m.exec(stdout)?.[1] ?? '';
    noteSecret(tokenOf(link));
    expect((await setPassword(new TestBrowser(served), link, NEW_PASSWORD)).status).toBe(200);
    expect((await new TestBrowser(served).get(link)).status).toBe(410);
    const fields = { username: 'ada', password: NEW_PASSWORD };
    expect((await new TestBrowser(served).post('/login', fields)).status).toBe(303);
  });

  it('sends it, and then does not print it', async () => {
    const env = { SMTP_URL: server.url() };
    const { exitCode, json, stdout } = await installation.run(['user', 'reset-password', 'bob', '--mail', '--json'], {
      env,
    });
    expect({ exitCode, json }).toEqual({ exitCode: 0, json: { username: 'bob', sent_to: 'bob@example.com' } });
    const link = linkIn(server.lastTo('bob@example.com'));
    expect(stdout).not.toContain(tokenOf(link));
    expect((await setPassword(new TestBrowser(served), link, NEW_PASSWORD)).status).toBe(200);
  });

  it('says who is not there, and where no mail is sent', async () => {
    expect(await reset('nobody')).toMatchObject({ exitCode: 1, stdout: '' });
    const { exitCode, stderr } = await installation.run(['user', 'reset-password', 'bob', '--mail'], { env: PUBLIC });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('SMTP_URL');
  });
});

describe('doorward client', () => {
  it('tells the owner of an app of a secret that it makes, never the secret', async () => {
    await served.source.getRepository(User).update({ username: 'ada' }, { emailVerifiedAt: new Date() });
    const env = { SMTP_URL: server.url() };
    const args = ['--owner', 'ada', '--name', 'Acme', '--redirect-uri', 'https://acme.example/cb', '--json'];
    const app = (await installation.run(['client', 'create', ...args], { env })).json as Record<string, string>;
    const id = app['client_id'] ?? '';
    const next = await installation.run(['client', 'rotate-secret', id, '--json'], { env });
    const secrets = [app, next.json as Record<string, string>].map(({ client_secret: secret = '' }) => secret);
    for (const secret of secrets) noteSecret(secret);
    // What did not leave with the command is the server's.
    await deliverMail(served);
    const mails = server.to('ada@example.com').filter(({ subject }) => subject?.includes('Acme'));
    expect(mails).toHaveLength(2);
    for (const { source } of mails) for (const secret of secrets) expect(source).not.toContain(secret);
  });
});

describe('doorward doctor', () => {
  it('says where mail goes: to a page in development, nowhere in production, or to a server that takes it', async () => {
    const before = server.mails.length;
    expect(await mailOf({})).toMatchObject({ state: 'ok', detail: expect.stringContaining('/dev/mail') as string });
    expect(await mailOf(PUBLIC)).toMatchObject({ state: 'warn', fix: expect.stringContaining('SMTP_URL') as string });
    expect(await mailOf({ SMTP_URL: server.url() })).toMatchObject({ state: 'ok' });
    expect(server.mails).toHaveLength(before);
  });

  it('says what is wrong with the mail server', async () => {
    const closed = `smtp://127.0.0.1:${await freePort()}`;
    expect(await mailOf({ SMTP_URL: closed })).toMatchObject({
      state: 'fail',
      detail: expect.stringMatching(/^127\.0\.0\.1:\d+: the mail server failed: E\w+\.$/) as string,
      fix: expect.stringContaining('host and port') as string,
    });
    const strict = await MailServer.start({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no')),
    });
    const refused = await mailOf({ SMTP_URL: strict.url('door:hunter22') });
    expect(refused).toMatchObject({ state: 'fail', fix: expect.stringContaining('password') as string });
    expect(JSON.stringify(refused)).not.toContain('hunter22');
    await strict.down();
    const selfMade = await MailServer.start({ hideSTARTTLS: false });
    const unbelieved = await mailOf({ SMTP_URL: selfMade.url() });
    expect(unbelieved).toMatchObject({ state: 'fail', fix: expect.stringContaining('certificate') as string });
    await selfMade.down();
  });

  it('hides SMTP_URL, which holds a password', async () => {
    const env = { SMTP_URL: server.url('door:hunter22') };
    const { stdout, stderr } = await installation.run(['config', 'check'], { env });
    expect(`${stdout}${stderr}`).not.toContain('hunter22');
    expect(stdout).toMatch(/SMTP_URL +environment +\(set, not shown\)/);
  });
});
