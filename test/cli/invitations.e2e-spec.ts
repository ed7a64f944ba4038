import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInstallation, type Installation } from '../support/cli.js';
import { noteSecret } from '../support/leak-scan.js';
import { tokenOf } from '../support/mailed-links.js';
import { linkIn, MailServer } from '../support/smtp-server.js';

const PASSWORD = 'quiet-lamp-forty-two';

let server: MailServer;
let installation: Installation;
beforeAll(async () => {
  server = await MailServer.start();
  installation = await createInstallation();
  noteSecret(PASSWORD);
  const who = ['--username', 'ada', '--email', 'ada@example.com'];
  await installation.run(['user', 'create', ...who, '--password', PASSWORD]);
});
afterAll(async () => {
  await installation.remove();
  await server.down();
});

const run = (...args: string[]) => installation.run(['user', ...args], { env: { SMTP_URL: server.url() } });

describe('doorward user invite', () => {
  it('mails a link and does not print it', async () => {
    const { exitCode, json, stdout } = await run('invite', 'Grace@example.com', '--role', 'admin', '--json');
    expect({ exitCode, json }).toMatchObject({ exitCode: 0, json: { email: 'Grace@example.com', role: 'admin' } });
    expect(stdout).not.toContain(tokenOf(linkIn(server.lastTo('Grace@example.com'))));
  });

  it('says what is wrong: the address, who is there already, a server without mail, closed sign-up', async () => {
    expect(await run('invite', 'no address', '--locale', '??')).toMatchObject({ exitCode: 2, stdout: '' });
    expect((await run('invite', 'ada@example.com')).stderr).toContain('has this address already');
    await run('invite', 'twice@example.com');
    expect((await run('invite', 'twice@example.com')).stderr).toContain('invited already');
    const address = ['user', 'invite', 'other@example.com'];
    const silent = await installation.run(address, { env: { ISSUER: 'https://login.example.com' } });
    expect(silent).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('SMTP_URL') as string });
    const closed = await installation.run(address, { env: { REGISTRATION: 'closed' } });
    expect(closed.stderr).toContain('REGISTRATION is closed');
  });
});

describe('doorward user disable, enable and sign-out', () => {
  it('do what they say, and are written down', async () => {
    expect(await run('disable', 'ada')).toMatchObject({ exitCode: 2, stdout: '' });
    expect((await run('disable', 'ada', '--yes', '--json')).json).toMatchObject({
      username: 'ada',
      status: 'disabled',
    });
    // Once more changes nothing.
    expect((await run('disable', 'ada@example.com')).stdout).toContain('ada is disabled');
    expect((await run('enable', 'ada', '--json')).json).toMatchObject({ status: 'active' });
    expect((await run('sign-out', 'ada')).stdout).toContain('ada is signed out');
    const { json } = await installation.run(['audit', 'list', '--json']);
    const actions = (json as { action: string }[]).map(({ action }) => action);
    expect(actions.filter((action) => action === 'user.disabled')).toHaveLength(1);
    expect(actions).toEqual(expect.arrayContaining(['user.enabled', 'user.signed_out_everywhere']));
  });

  it('say who is not there', async () => {
    for (const act of ['disable', 'enable', 'sign-out']) {
      expect(await run(act, 'nobody')).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('nobody') as string,
      });
    }
  });
});
