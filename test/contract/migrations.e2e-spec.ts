import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { migrate, migrateDown } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { createDataSource } from '../../src/database/options.js';
import { createTestDatabase, isMariadb, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let source: DataSource;
beforeEach(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.settings).initialize();
});
afterEach(async () => {
  await source.destroy();
  await database.drop();
});

/** Name, columns, keys and indexes of every table, as the database reports them. */
async function schema(): Promise<unknown> {
  const runner = source.createQueryRunner();
  const names = source.entityMetadatas.map(({ tableName }) => tableName);
  const tables = await runner.getTables(names);
  if (isMariadb) await runner.release();
  const described = tables.map(({ name, columns, indices, foreignKeys }) => [
    name.split('.').at(-1),
    {
      columns: inOrder(columns.map((column) => `${column.name} ${column.type} ${column.length} ${column.isNullable}`)),
      indices: inOrder(indices.map((index) => `${index.name} ${index.isUnique} ${index.columnNames.join()}`)),
      foreignKeys: inOrder(
        foreignKeys.map((key) => `${key.name} ${key.onDelete} ${key.onUpdate} ${key.columnNames.join()}`),
      ),
    },
  ]);
  return Object.fromEntries(described);
}

function inOrder(lines: string[]): string[] {
  return lines.toSorted((a, b) => a.localeCompare(b));
}

async function tableCount(): Promise<number> {
  const query = isMariadb
    ? 'SELECT COUNT(*) AS tables FROM information_schema.tables WHERE table_schema = DATABASE()'
    : "SELECT COUNT(*) AS tables FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const [{ tables }] = await source.query<[{ tables: unknown }]>(query);
  return Number(tables);
}

describe('the one migration history', () => {
  it('goes up, does nothing a second time, goes down to nothing, and up to the same again', async () => {
    expect(await migrate(source)).toHaveLength(MIGRATIONS.length);
    const first = await schema();
    expect(await migrate(source)).toEqual([]);
    for (const _migration of MIGRATIONS) await migrateDown(source);
    // What is left is the history itself.
    expect(await tableCount()).toBe(1);
    expect(await migrate(source)).toHaveLength(MIGRATIONS.length);
    expect(await schema()).toEqual(first);
  });

  it('is run once when several processes start at the same moment', async () => {
    const others = await Promise.all([1, 2].map(() => createDataSource(database.settings).initialize()));
    try {
      const ran = await Promise.all([source, ...others].map((one) => migrate(one)));
      expect(ran.flat()).toHaveLength(MIGRATIONS.length);
    } finally {
      await Promise.all(others.map((one) => one.destroy()));
    }
  });
});
