import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { createInstallation, type Installation } from '../support/cli.js';

let installation: Installation;
let served: TestApp;
beforeAll(async () => {
  installation = await createInstallation();
  await installation.run([
    'user',
    'create',
    '--username',
    'ada',
    '--email',
    'ada@example.com',
    '--password',
    'quiet-lamp-42',
  ]);
  served = await startApp({ database: installation.database, secretKeys: installation.secretKeys });
  await aUser(served);
});
afterAll(async () => {
  await served.close();
  await installation.remove();
});

const create = (...args: string[]) => installation.run(['client', 'create', '--name', 'Robot', '--json', ...args]);
const audit = (...args: string[]) => installation.run(['audit', ...args]);

describe('doorward audit', () => {
  it('lists who did what, for people and for machines', async () => {
    const { json } = await audit('list', '--action', 'user.created', '--json');
    const [bySystem, byOperator] = json as object[];
    // And the dashboard counts it.
    const counted = await served.source.query("SELECT amount FROM statistics WHERE kind = 'new_user'");
    expect(counted).toMatchObject([{ amount: 1 }]);
    expect(byOperator).toMatchObject({ actor_type: 'operator', actor_id: userInfo().username, target_type: 'user' });
    expect(bySystem).toMatchObject({ actor_type: 'system', actor_id: null });
    expect((await audit('list', '--limit', '1')).stdout).toMatch(
      /^TIME +ACTION +OUTCOME +BY +ON +FROM\n.*user\.created +success/,
    );
    expect((await audit('list', '--since', '2999-01-01')).stderr).toContain('There is no such event.');
    for (const none of ['yesterday', '2026-11-26T08:00:00']) {
      expect(await audit('list', '--since', none)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching('UTC') });
    }
  });

  it('exports every event as a line of JSON, the oldest first', async () => {
    const { stdout } = await audit('export', '--action', 'user.created');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { hash: string; actor_type: string });
    expect(events.map(({ actor_type: type }) => type)).toEqual(['operator', 'system']);
    expect(events.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('verifies them, and finds one that was changed', async () => {
    const file = join(tmpdir(), `audit-${process.pid}.jsonl`);
    onTestFinished(() => rmSync(file, { force: true }));
    const { stdout: exported } = await audit('export');
    await writeFile(file, exported);
    expect(await audit('verify', '--against', file)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+ events are as they were.*\nThe \d+ events of the export are the same/),
    });
    await writeFile(file, `${exported}{"id":"x","chain":0,"seq":99,"hash":"${'0'.repeat(64)}"}\n`);
    const against = await audit('verify', '--against', file);
    expect([against.exitCode, against.stderr]).toEqual([
      1,
      expect.stringContaining('is missing: number 99 of chain 0'),
    ]);
    await writeFile(file, `${exported}{}\n`);
    expect(await audit('verify', '--against', file)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/Line \d+ of .* is none of an export/),
    });
    await served.source.query("UPDATE audit_events SET actor_id = 'nobody' WHERE actor_type = 'operator'");
    const { exitCode, stderr } = await audit('verify');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/An event was changed or added: number \d+ of chain \d/),
    ]);
    expect(await audit('verify', '--json')).toMatchObject({ exitCode: 1, json: { faults: [{ kind: 'changed' }] } });
  });
});

describe('doorward client create --admin-scope', () => {
  it('makes a program that may use the admin API', async () => {
    const { json } = await create('--kind', 'machine', '--admin-scope', 'admin:users:read admin:sessions:read');
    expect(json).toMatchObject({ admin_scope: 'admin:users:read admin:sessions:read', owner_employee_id: null });
  });

  it.each([
    ['an unknown right', ['--kind', 'machine', '--admin-scope', 'admin:everything'], 'choose from'],
    [
      'somebody who owns it',
      ['--kind', 'machine', '--admin-scope', 'admin:users:read', '--owner', 'ada'],
      'leave out --owner',
    ],
    [
      'an app that signs people in',
      ['--redirect-uri', 'https://a.example/cb', '--admin-scope', 'admin:users:read'],
      'client_credentials',
    ],
  ])('refuses %s', async (_case, args, sentence) => {
    const { exitCode, stderr } = await create(...args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
