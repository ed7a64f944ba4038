import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource } from '../../src/database/options.js';
import { buildSources, createInstallation, type Installation } from '../support/cli.js';
import { noteSecret } from '../support/leak-scan.js';
import { createMigratedDatabase } from '../support/migrated-database.js';

let installation: Installation;
let main: string;
beforeAll(async () => {
  installation = await createInstallation(createMigratedDatabase);
  main = join(await buildSources(), 'cli.js');
});
afterAll(() => installation.remove());

function file(name: string, text: string): string {
  const path = join(installation.dataDirectory, name);
  writeFileSync(path, text);
  return path;
}

/** A line of a shell in which `$D` is the command; what it wrote to standard error, and how it ended. */
function shell(line: string): Promise<{ readonly stderr: string; readonly code: unknown }> {
  const env = { ...installation.env, D: `${process.execPath} ${main}` };
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', line], { env }, (error, _stdout, stderr) => resolve({ stderr, code: error?.code ?? 0 }));
  });
}

describe('output that nobody takes', () => {
  it('ends a command without a word when the reader has seen enough', async () => {
    const closed = '{ sleep 0.1; } <&-';
    for (const args of ['--help', 'user create --help', 'user list --json']) {
      const { stderr } = await shell(`$D ${args} | ${closed}; :`);
      expect([args, stderr]).toEqual([args, '']);
    }
  });

  it.skipIf(!existsSync('/dev/full'))('is a fault in one sentence when the disk is full', async () => {
    const { stderr, code } = await shell('$D export > /dev/full');
    expect([stderr, code]).toEqual(['error: The output could not be written: the disk is full.\n', 1]);
  });
});

describe('files that cannot be read', () => {
  it('are typing mistakes, named in one sentence, with every command', async () => {
    const missing = join(installation.dataDirectory, 'nowhere.json');
    const large = file('large.json', ' '.repeat(17 * 1024 * 1024));
    const cases: [string[], string][] = [
      [['plan', missing], `There is no file '${missing}'.`],
      [['token', 'introspect', '--file', missing], `There is no file '${missing}'.`],
      [['user', 'import', missing], `There is no file '${missing}'.`],
      [['client', 'create', '--name', 'A', '--metadata', large], `The file '${large}' is too large`],
    ];
    const results = await Promise.all(cases.map(([args]) => installation.run(args)));
    for (const [index, { exitCode, stdout, stderr }] of results.entries()) {
      expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(cases[index]?.[1] ?? '-')]);
    }
  });
});

const machine = (id: string) => `  ${id}:\n    client_name: Report\n    kind: machine\n    scope: []\n`;

describe('doorward apply', () => {
  const document = `version: 1\nclients:\n${['client_a', 'client_b'].map(machine).join('')}`;

  it('that fails on the way prints what it made, with the secrets that are shown once', async () => {
    const path = file('doorward.yaml', document);
    const plan = await installation.run(['plan', path]);
    expect(plan.exitCode).toBe(3);
    // One member a line, as of what changes.
    expect(plan.stdout).toMatch(/^\+ app client_a\n(?: {2}\+ [a-z_]+: .{1,60}\n)+\n\+ app client_b\n/);
    const source = await createDataSource(installation.database).initialize();
    await source.query(
      `CREATE TRIGGER no_b BEFORE INSERT ON oauth_clients WHEN NEW.oauth_clients = 'client_b' BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    const { exitCode, json, stderr } = await installation.run(['apply', path, '--yes', '--json']);
    await source.query('DROP TRIGGER no_b');
    await source.destroy();
    const { steps, secrets } = json as { steps: { id: string }[]; secrets: { id: string; secrets: object }[] };
    for (const one of secrets) for (const secret of Object.values(one.secrets) as string[]) noteSecret(secret);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('The rest was not done');
    expect(steps.map(({ id }) => id)).toEqual(['client_a']);
    expect(secrets).toMatchObject([
      { id: 'client_a', secrets: { client_secret: expect.stringMatching(/^dws_/) as string } },
    ]);
  });
});
