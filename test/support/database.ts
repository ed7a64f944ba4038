import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { DatabaseSettings } from '../../src/config/settings.js';

export interface TestDatabase {
  readonly settings: DatabaseSettings;
  readonly drop: () => Promise<void>;
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
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { settings: { type: typeOf(server), url: url.href }, drop: () => dropFromServer(url.href) };
}

/** Drops the database that the address names, unless that has been done. */
export async function dropFromServer(address: string): Promise<void> {
  await onServer(address, `DROP DATABASE IF EXISTS ${new URL(address).pathname.slice(1)}`);
}

async function onServer(address: string, statement: string): Promise<void> {
  const url = new URL(address);
  url.pathname = '/';
  const source = await new DataSource({ type: typeOf(address), url: url.href }).initialize();
  await source.query(statement);
  await source.destroy();
}

function typeOf(address: string): 'mysql' | 'mariadb' {
  return address.startsWith('mysql:') ? 'mysql' : 'mariadb';
}
