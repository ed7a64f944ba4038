import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserImport } from '../../src/import/user-import.entity.js';
import { createDataSource } from '../../src/database/options.js';
import { User } from '../../src/users/user.entity.js';
import { buildSources, createInstallation, type Installation } from '../support/cli.js';

let installation: Installation;
beforeAll(async () => {
  installation = await createInstallation();
  await installation.run(['migrate']);
});
afterAll(() => installation.remove());

/** A file of the installation. @returns its path */
function aFile(name: string, lines: readonly string[]): string {
  const path = join(installation.dataDirectory, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const people = (name: string, count: number) => [
  'username,email',
  ...Array.from({ length: count }, (_, index) => `${name}${index},${name}${index}@example.com`),
];
const importing = (path: string, ...options: string[]) => installation.run(['user', 'import', path, ...options]);

/** Looks at the database, or changes it. */
async function inDatabase<T>(work: (source: ReturnType<typeof createDataSource>) => Promise<T>): Promise<T> {
  const source = await createDataSource(installation.database).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const countOf = (name: string) =>
  inDatabase((source) =>
    source
      .getRepository(User)
      .createQueryBuilder('user')
      .where('user.username LIKE :name', { name: `${name}%` })
      .getCount(),
  );

describe('doorward user import', () => {
  it('makes users, says which rows it refused, and ends with 1 then', async () => {
    const path = aFile('people.csv', [...people('cli', 3), 'x,y']);
    const dry = await importing(path, '--dry-run', '--json');
    expect(dry.exitCode).toBe(1);
    expect(dry.json).toMatchObject({ state: 'done', dry_run: true, imported: 3, refused: 1 });
    expect(await countOf('cli')).toBe(0);
    const { exitCode, stdout, stderr } = await importing(path);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^3 users were imported\.\nROW +FIELD +WHY NOT\n5 +username +Use 3/);
    expect(stderr).toMatch(/1 rows were refused/);
    expect(await countOf('cli')).toBe(3);
  });

  it('takes JSON lines, and ends with 0 when all went well', async () => {
    const path = aFile('people.jsonl', ['{"username":"lines","email":"lines@example.com"}']);
    const { exitCode, json } = await importing(path, '--json');
    expect([exitCode, json]).toMatchObject([0, { imported: 1, errors: [] }]);
    expect((await importing(aFile('people.txt', ['']), '--format', 'json')).stderr).toMatch(/The file is empty/);
  });

  it.each([
    [['nowhere.csv'], 2, /no file '.*nowhere\.csv'/],
    [['people.xml'], 2, /--format/],
    [['people.csv', '--resume'], 1, /nothing|No run/],
    [['.', '--format', 'csv'], 1, /no file: a folder/],
  ])('says what to do about %j', async ([name = '', ...options], code, sentence) => {
    aFile('people.csv', people('other', 1));
    const { exitCode, stderr } = await importing(join(installation.dataDirectory, name), ...options);
    expect(exitCode).toBe(code);
    expect(stderr).toMatch(sentence);
  });

  it('that was killed goes on where it stopped, and makes nobody twice', async () => {
    const path = aFile('many.csv', people('many', 3_000));
    await killedMidway(path);
    const made = await countOf('many');
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(3_000);
    const early = await importing(path, '--resume');
    expect([early.exitCode, early.stderr]).toEqual([1, expect.stringMatching(/in 30 seconds/)]);
    // Half a minute later.
    await inDatabase((source) =>
      source.getRepository(UserImport).update({ name: 'many.csv' }, { leaseEndsAt: new Date(0) }),
    );
    expect((await importing(path)).stderr).toMatch(/add --resume/);
    const { exitCode, json } = await importing(path, '--resume', '--json');
    expect(json).toMatchObject({ state: 'done', imported: 3_000, refused: 0, last_row: 3_001 });
    expect([exitCode, await countOf('many')]).toEqual([0, 3_000]);
  });

  it('stops at Ctrl-C behind the rows that are made', async () => {
    const path = aFile('stopped.csv', people('stopped', 3_000));
    const { child, end } = await begun(path);
    child.kill('SIGINT');
    expect(await end).toBe(130);
    const { exitCode, json } = await importing(path, '--resume', '--json');
    expect([exitCode, json]).toMatchObject([0, { imported: 3_000, refused: 0 }]);
  });
});

/** Begins an import and waits until it has made somebody. */
async function begun(path: string) {
  const main = join(await buildSources(), 'cli.js');
  const child = spawn(process.execPath, [main, 'user', 'import', path], { env: installation.env, stdio: 'ignore' });
  const end = new Promise<number | null>((resolve) => child.once('close', resolve));
  const name = path.replace(/^.*\//, '');
  await expect
    .poll(
      () =>
        inDatabase(
          async (source) =>
            (await source.getRepository(UserImport).findOneBy({ name, state: 'running' }))?.imported ?? 0,
        ),
      { interval: 20, timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  return { child, end };
}

async function killedMidway(path: string): Promise<void> {
  const { child, end } = await begun(path);
  child.kill('SIGKILL');
  await end;
}
