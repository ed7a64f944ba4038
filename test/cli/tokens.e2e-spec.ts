import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { Client } from '../../src/clients/client.entity.js';
import { AccessToken } from '../../src/token/access-token.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { createInstallation, type Installation } from '../support/cli.js';
import { machineToken } from '../support/machine-token.js';
import { isAlive, refresh, someTokens } from '../support/tokens.js';

let installation: Installation;
let served: TestApp;
beforeAll(async () => {
  installation = await createInstallation();
  served = await startApp({ database: installation.database, secretKeys: installation.secretKeys });
});
afterAll(async () => {
  await served.close();
  await installation.remove();
});

const run = (args: readonly string[], input = '') => installation.run(['token', ...args], { input });
const introspected = async (input: string) => (await run(['introspect', '--json'], input)).json;

describe('doorward token introspect', () => {
  it('prints the answer of RFC 7662 for any app, from standard input', async () => {
    const { accessToken, refreshToken, client, user } = await someTokens(served);
    const known = { active: true, client_id: client.clientId, sub: user.id, username: user.username };
    expect(await introspected(accessToken)).toMatchObject({ ...known, token_type: 'Bearer' });
    expect(await introspected(`${refreshToken}\n`)).toMatchObject({ ...known, token_type: 'refresh_token' });
    const machine = await aClient(served, { kind: 'machine' });
    const { access_token: own } = (await machineToken(served, machine)).json<{ access_token: string }>();
    expect(await introspected(own)).toMatchObject({ active: true, sub: machine.clientId });
  });

  it('for people, from a file, without the token in the answer', async () => {
    const { accessToken, client, user } = await someTokens(served);
    const file = join(installation.dataDirectory, 'token.txt');
    writeFileSync(file, `${accessToken}\r\n`);
    const { exitCode, stdout, stderr } = await run(['introspect', '--file', file]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^It is live: an access token\.\n\n {2}App +\S+\n {2}Subject +\S+ \(user\d+\)\n/);
    expect(stdout).toContain(client.clientId);
    expect(stdout).toContain(user.id);
    expect(stdout).not.toContain(accessToken);
  });

  it('says nothing of a token that opens nothing: unknown, or of a suspended app', async () => {
    expect(await introspected('made-up')).toEqual({ active: false });
    const { accessToken, refreshToken, client } = await someTokens(served);
    await served.source.getRepository(Client).update({ id: client.rowId }, { status: 'suspended' });
    for (const token of [accessToken, refreshToken]) expect(await introspected(token)).toEqual({ active: false });
    expect((await run(['introspect'], accessToken)).stdout).toMatch(/^It opens nothing/);
  });

  it.each([
    [['introspect'], ''],
    [['introspect'], 'two words'],
    [['introspect'], 'x'.repeat(5_000)],
    [['introspect', '--file', '/no/such/file'], ''],
    [['introspect', 'a-token-as-argument'], ''],
    [['revoke', 'a-token-as-argument'], ''],
    [['revoke', '--grant', 'x', '--user', 'y'], ''],
    [['revoke'], ''],
  ])('refuses %j', async (args, input) => {
    const { exitCode, stdout, stderr } = await run(args, input);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /);
  });
});

describe('doorward token revoke', () => {
  it('ends the access token that is on standard input, and no other', async () => {
    const [one, two] = [await someTokens(served), await someTokens(served)];
    expect(await run(['revoke'], one.accessToken)).toMatchObject({ exitCode: 0, stdout: 'Revoked: 1 access token.\n' });
    expect([await isAlive(served, one.accessToken), await isAlive(served, two.accessToken)]).toEqual([false, true]);
    const again = await run(['revoke'], one.accessToken);
    expect(again).toMatchObject({ exitCode: 1, stdout: '' });
    expect(again.stderr).toContain('Nothing was revoked');
  });

  it('ends a refresh token with everything from its grant, and writes down that an operator did', async () => {
    const { accessToken, refreshToken, client, user } = await someTokens(served);
    const { grantId } = await served.source.getRepository(AccessToken).findOneByOrFail({ userId: user.id });
    expect((await run(['revoke', '--json'], refreshToken)).json).toEqual({ grants: 1, tokens: 0 });
    expect(await isAlive(served, accessToken)).toBe(false);
    expect((await refresh(served, client, refreshToken)).error).toBe('invalid_grant');
    const where = { action: 'grant.revoked', targetId: grantId ?? '' } as const;
    const event = await served.source.getRepository(AuditEvent).findOneByOrFail(where);
    expect(event.actorType).toBe('operator');
  });

  it('ends all of a user, of an app, of a grant', async () => {
    const [user, client] = [await aUser(served), await aClient(served)];
    const [one, two, three] = [
      await someTokens(served, { user, client }),
      await someTokens(served, { user }),
      await someTokens(served, { client }),
    ];
    const alive = () => Promise.all([one, two, three].map(({ accessToken }) => isAlive(served, accessToken)));
    const both = ['--user', user.username, '--client', client.clientId];
    expect(await run(['revoke', ...both])).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await alive()).toEqual([true, true, true]);
    both.push('--yes');
    expect(await run(['revoke', ...both])).toMatchObject({ stdout: 'Revoked: 1 authorization with all tokens.\n' });
    expect(await alive()).toEqual([false, true, true]);
    expect((await run(['revoke', '--user', user.email, '--json', '--yes'])).json).toEqual({ grants: 1, tokens: 0 });
    expect(await alive()).toEqual([false, false, true]);
    const { grantId } = await served.source.getRepository(AccessToken).findOneByOrFail({ userId: three.user.id });
    expect((await run(['revoke', '--grant', grantId ?? ''])).exitCode).toBe(0);
    expect(await alive()).toEqual([false, false, false]);
    expect((await run(['revoke', '--grant', grantId ?? ''])).exitCode).toBe(1);
    const machine = await aClient(served, { kind: 'machine' });
    await machineToken(served, machine);
    const ofApp = ['revoke', '--client', machine.clientId, '--yes'];
    expect((await run(ofApp)).stdout).toBe('Revoked: 1 access token.\n');
    expect((await run(ofApp)).stdout).toBe('There was nothing to revoke.\n');
  });

  it.each([['--user'], ['--client']])('%s of nobody ends nothing', async (option) => {
    const { exitCode, stderr } = await run(['revoke', option, 'nobody']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${option}: there is no`);
  });

  it('has help with examples', async () => {
    const { stdout } = await run(['revoke', '--help']);
    expect(stdout).toContain('$ doorward token revoke --user ada --client');
  });
});
