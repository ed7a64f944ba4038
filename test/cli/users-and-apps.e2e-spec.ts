import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInstallation, type Installation } from '../support/cli.js';
import { noteSecret } from '../support/leak-scan.js';

const PASSWORD = 'quiet-lamp-forty-two';
const ADA = ['--username', 'ada', '--email', 'ada@example.com'];

let installation: Installation;

beforeAll(async () => {
  installation = await createInstallation();
});
afterAll(async () => {
  await installation.remove();
});

describe('doorward user', () => {
  it('makes a user on an empty database and prints it as JSON, without password or hash', async () => {
    const args = ['user', 'create', ...ADA, '--password', PASSWORD, '--role', 'owner', '--phone', '+49 170 1234567'];
    const { exitCode, stdout, stderr, json } = await installation.run([...args, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(json).toMatchObject({
      username: 'ada',
      email: 'ada@example.com',
      empUserId: expect.stringMatching(/^U\d{8}$/) as string,
      phone: '+491701234567',
      role: 'owner',
      status: 'active',
      created_at: expect.stringMatching(/Z$/) as string,
    });
    expect(stdout).not.toMatch(/argon2|quiet-lamp/);
  });

  it('reads the password from standard input, so that it stands in no list of processes', async () => {
    const args = ['user', 'create', '--username', 'bob', '--email', 'bob@example.com', '--password-stdin'];
    expect(await installation.run(args, { input: `${PASSWORD}\n` })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Made user bob with employee number U\d{8}\.\n$/) as string,
    });
  });

  it('refuses to wait for a password where nobody can type one', async () => {
    const result = await installation.run(['user', 'create', '--username', 'eve', '--email', 'eve@example.com']);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toMatch(/--password-stdin/);
  });

  it('refuses an empty password from standard input', async () => {
    const args = ['user', 'create', '--username', 'eve', '--email', 'eve@example.com', '--password-stdin'];
    expect(await installation.run(args, { input: '\n' })).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('names every faulty option at once and makes nothing', async () => {
    const args = ['user', 'create', '--username', 'x', '--email', 'nowhere', '--password', 'short', '--json'];
    const { exitCode, stdout, stderr } = await installation.run([...args, '--birthdate', 'tomorrow', '--phone', '1']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    const options = stderr.match(/^error: (--[a-z-]+): /gm)?.map((start) => start.slice('error: '.length, -2));
    expect(options?.toSorted()).toEqual(['--birthdate', '--email', '--password', '--phone', '--username']);
    expect(stderr).not.toContain('short');
  });

  it('says which value another user has, whatever its case', async () => {
    const args = ['user', 'create', '--username', 'ADA', '--email', 'other@example.com', '--password', PASSWORD];
    const { exitCode, stderr } = await installation.run(args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: --username: .+taken/);
  });

  it('refuses a role that does not exist as a typing error', async () => {
    const result = await installation.run(['user', 'create', ...ADA, '--password', PASSWORD, '--role', 'root']);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toContain('Allowed choices are user, auditor, support, admin, owner');
  });

  it('lists users, newest first, as a table for people and as JSON for programs', async () => {
    const table = await installation.run(['user', 'list']);
    expect(table.exitCode).toBe(0);
    expect(table.stdout).toMatch(/^USER NAME +E-MAIL +EMPLOYEE NUMBER +ROLE +STATUS +SINCE\nbob .+\nada .+\n$/);
    const one = await installation.run(['user', 'list', '--limit', '1', '--json']);
    expect((one.json as { username: string }[]).map(({ username }) => username)).toEqual(['bob']);
  });

  it('uses no colour where nobody looks, and never with NO_COLOR', async () => {
    const { stdout } = await installation.run(['user', 'list'], { env: { FORCE_COLOR: undefined, NO_COLOR: '1' } });
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001b/);
  });
});

describe('doorward client', () => {
  interface Registered {
    readonly client_id: string;
    readonly client_secret?: string;
    readonly registration_access_token: string;
    readonly state_key: string;
  }

  it('registers an app and prints its credentials once, under the names of RFC 7591 §3.2.1', async () => {
    const args = ['client', 'create', '--name', 'Acme Photos', '--redirect-uri', 'https://photos.example/callback'];
    const { exitCode, stderr, json } = await installation.run([...args, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const registered = json as Registered;
    for (const secret of [registered.client_secret, registered.registration_access_token]) noteSecret(secret);
    expect(registered).toMatchObject({
      client_id: expect.stringMatching(/^client_/) as string,
      client_secret: expect.stringMatching(/^[\w-]{43,}$/) as string,
      client_secret_expires_at: 0,
      client_name: 'Acme Photos',
      redirect_uris: ['https://photos.example/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_post',
      scope: 'openid profile email phone address offline_access',
      registration_access_token: expect.stringMatching(/^[\w-]{43,}$/) as string,
      state_key: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
  });

  it('gives an app to the user who manages it, found by user name or e-mail', async () => {
    const args = ['client', 'create', '--name', 'Hers', '--redirect-uri', 'https://hers.example/cb', '--json'];
    const { json } = await installation.run([...args, '--owner', 'ADA@example.com', '--scope', 'profile', 'email']);
    expect(json).toMatchObject({
      owner_employee_id: expect.stringMatching(/^U\d{8}$/) as string,
      scope: 'profile email',
    });
    const nobody = await installation.run([...args, '--owner', 'nobody']);
    expect(nobody).toMatchObject({ exitCode: 1, stdout: '' });
    expect(nobody.stderr).toMatch(/^error: --owner: there is no user 'nobody'/);
  });

  it('gives a public app no secret (RFC 6749 §2.1)', async () => {
    const args = ['client', 'create', '--name', 'In the browser', '--kind', 'browser', '--json'];
    const { json } = await installation.run([...args, '--redirect-uri', 'https://spa.example/cb']);
    expect(json).toMatchObject({ token_endpoint_auth_method: 'none' });
    expect(json).not.toHaveProperty('client_secret');
  });

  it('marks which character of a callback URL is wrong, for each of them', async () => {
    const uris = ['--redirect-uri', 'https://a.example/cb', 'http://b.example/cb', 'https://c.example/cb#top'];
    const { exitCode, stdout, stderr } = await installation.run(['client', 'create', '--name', 'Wrong', ...uris]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: --redirect-uri: .+\n {2}http:\/\/b\.example\/cb\n {2}\^+\n/);
    expect(stderr).toMatch(/\n {2}https:\/\/c\.example\/cb#top\n {22}\^+\n$/);
  });

  it('lists apps without a secret', async () => {
    const { json, stdout } = await installation.run(['client', 'list', '--json']);
    expect((json as { client_name: string }[]).map(({ client_name }) => client_name)).toEqual([
      'In the browser',
      'Hers',
      'Acme Photos',
    ]);
    expect(stdout).not.toMatch(/secret"|registration_access_token|state_key/);
    expect((await installation.run(['client', 'list', '--limit', '2', '--json'])).json).toHaveLength(2);
  });
});
