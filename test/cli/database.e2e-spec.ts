import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { createDataSource } from '../../src/database/options.js';
import { User } from '../../src/users/user.entity.js';
import { createInstallation, type Installation } from '../support/cli.js';
import { createMigratedDatabase } from '../support/migrated-database.js';

const aUser = (name: string) => {
  const password = 'quiet-lamp-forty-two';
  return ['user', 'create', '--username', name, '--email', `${name}@example.com`, '--password', password];
};

let installation: Installation;
beforeEach(async () => {
  installation = await createInstallation(createMigratedDatabase);
});
afterEach(() => installation.remove());

/** Looks into the database, or changes it, behind the commands' back. */
async function inDatabase<T>(work: (source: ReturnType<typeof createDataSource>) => Promise<T>): Promise<T> {
  const source = await createDataSource(installation.database).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const looking = (file: string) => [
  ['user', 'list'],
  ['client', 'show', 'client_x'],
  ['plan', file],
  ['audit', 'verify'],
];

const refusalsOf = async (commands: readonly string[][], env = {}) => {
  const results = await Promise.all(commands.map((args) => installation.run(args, { env })));
  return results.map(({ exitCode, stdout, stderr }) => [exitCode, stdout, stderr]);
};

describe('commands that look', () => {
  it('neither make a database nor bring one up to date', async () => {
    const file = join(installation.dataDirectory, 'doorward.yaml');
    writeFileSync(file, 'version: 1\n');
    const nowhere = join(installation.dataDirectory, 'mistyped', 'doorward.sqlite');
    for (const refusal of await refusalsOf(looking(file), { DATABASE_URL: `sqlite:${nowhere}` })) {
      const sentence = `There is no database ${nowhere} yet: 'doorward migrate' makes it.`;
      expect(refusal).toEqual([1, '', expect.stringContaining(sentence)]);
    }
    expect(existsSync(join(nowhere, '..'))).toBe(false);

    await inDatabase(async (source) => {
      await source.undoLastMigration();
    });
    for (const refusal of await refusalsOf(looking(file))) {
      expect(refusal).toEqual([1, '', "error: The database is not up to date: run 'doorward migrate'.\n"]);
    }
    const pending = await inDatabase((source) => source.showMigrations());
    expect(pending).toBe(true);
  });
});

describe('a database that a newer version has changed', () => {
  it('is refused by everything but a look at its state', async () => {
    await inDatabase(async (source) => {
      await source.query(
        "INSERT INTO doorward_migrations (timestamp, name) VALUES (1999999999999, 'Tomorrow1999999999999')",
      );
    });
    const env = { PORT: '0', LOG_LEVEL: 'silent', WEB_CONCURRENCY: '1' };
    for (const refusal of await refusalsOf([['user', 'list'], aUser('eve'), ['migrate'], ['start']], env)) {
      const sentence = 'A newer version of Doorward changed this database. Run the newer version';
      expect(refusal).toEqual([1, '', expect.stringContaining(sentence)]);
    }
    expect((await installation.run(['migrate', '--status'])).stdout).toContain('Tomorrow1999999999999');
    expect(await inDatabase((source) => source.getRepository(User).count())).toBe(0);
  });
});

describe('with another SECRET_KEY than the one that sealed the database', () => {
  it('nothing is done that could not be written down', async () => {
    expect((await installation.run(aUser('ada'))).exitCode).toBe(0);
    const client = ['client', 'create', '--name', 'Hers', '--kind', 'machine'];
    const env = { SECRET_KEY: randomBytes(32).toString('hex') };
    for (const refusal of await refusalsOf([[...aUser('eve'), '--role', 'owner'], client], env)) {
      expect(refusal).toEqual([1, '', expect.stringContaining('SECRET_KEY does not open the audit_key')]);
    }
    const disable = await installation.run(['user', 'disable', 'ada', '--yes', '--json'], { env });
    expect(disable.exitCode).toBe(1);
    await inDatabase(async (source) => {
      const users = await source.getRepository(User).find();
      expect(users.map(({ username, status }) => [username, status])).toEqual([['ada', 'active']]);
      expect(await source.getRepository(AuditEvent).count()).toBe(1);
    });
    // A server would do what it cannot write down, too.
    const start = await installation.run(['start'], { env: { ...env, PORT: '0', LOG_LEVEL: 'silent' } });
    expect(start.stderr).toMatch(/^Doorward cannot start:\n {2}- SECRET_KEY does not open the audit_key .+\n$/);
  });
});
