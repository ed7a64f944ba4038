import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { DatabaseSettings } from '../../src/config/settings.js';

export interface TestDatabase {
  readonly settings: DatabaseSettings;
  drop(): Promise<void>;
}

/** Whether this run is the one on MariaDB. */
export const isMariadb = process.env['TEST_DATABASE'] === 'mariadb';

/** A new, empty database of the kind that the running project tests. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return isMariadb ? createOnServer(process.env['TEST_DATABASE_SERVER'] ?? '') : createFile();
}

function createFile(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-test-'));
  return {
    settings: { type: 'better-sqlite3', database: join(folder, 'doorward.sqlite') },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function createOnServer(server: string): Promise<TestDatabase> {
  const name = `doorward_test_${randomBytes(6).toString('hex')}`;
  const type = server.startsWith('mysql:') ? 'mysql' : 'mariadb';
  const url = new URL(server);
  url.pathname = '/';
  await onServer(type, url.href, `CREATE DATABASE ${name}`);
  const database = new URL(url);
  database.pathname = `/${name}`;
  return { settings: { type, url: database.href }, drop: () => onServer(type, url.href, `DROP DATABASE ${name}`) };
}

async function onServer(type: 'mysql' | 'mariadb', url: string, statement: string): Promise<void> {
  const source = await new DataSource({ type, url }).initialize();
  await source.query(statement);
  await source.destroy();
}
