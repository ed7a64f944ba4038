import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { migrate } from '../../src/database/migrate.js';
import { createDataSource } from '../../src/database/options.js';
import type { DatabaseSettings } from '../../src/config/settings.js';
import { createTestDatabase, dropFromServer, type TestDatabase } from './database.js';
import { runDirectory } from './leak-scan.js';

/*
 * The migrations take longer than most tests, so they run once in a worker: a file is copied afterwards; databases of a
 * server, on which making tables is what takes long, are emptied and used again.
 */

/** Connections that were closed are gone from the server's list a moment later. */
const ATTEMPTS = 20;
const PAUSE_MS = 10;

let template: string | undefined;
const emptied: TestDatabase[] = [];

/** A database as the migrations leave it: every table, and no row in any. */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  const reused = emptied.pop();
  if (reused !== undefined) return reused;
  const { settings, drop } = await createTestDatabase();
  if (settings.type === 'better-sqlite3') {
    template ??= await makeTemplate();
    copyFileSync(template, settings.database);
    return { settings, drop };
  }
  appendFileSync(listOfKept(), `${settings.url}\n`);
  await migrated(settings);
  const database: TestDatabase = {
    settings,
    drop: async () => void ((await isEmptied(settings)) ? emptied.push(database) : await drop()),
  };
  return database;
}

async function makeTemplate(): Promise<string> {
  const database = join(runDirectory(), `template-${process.pid}.sqlite`);
  await migrated({ type: 'better-sqlite3', database });
  return database;
}

async function migrated(settings: DatabaseSettings): Promise<void> {
  const source = await createDataSource(settings).initialize();
  await migrate(source);
  await source.destroy();
}

/** Deletes every row. @returns whether that was done: not while somebody still uses the database and might write again */
async function isEmptied(settings: DatabaseSettings): Promise<boolean> {
  const source = await createDataSource(settings).initialize();
  const runner = source.createQueryRunner();
  try {
    if (!(await isLeft(runner))) return false;
    await runner.query('SET FOREIGN_KEY_CHECKS = 0');
    await runner.startTransaction();
    for (const { tableName } of source.entityMetadatas) await runner.query(`DELETE FROM ${tableName}`);
    await runner.commitTransaction();
    return true;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

async function isLeft(runner: QueryRunner): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const others = (await runner.query(
      'SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    )) as unknown[];
    if (others.length === 0) return true;
    await delay(PAUSE_MS);
  }
  return false;
}

const listOfKept = () => join(runDirectory(), 'kept-databases.txt');

/** After a run: drops what its workers kept. */
export async function dropKeptDatabases(): Promise<void> {
  if (!existsSync(listOfKept())) return;
  const addresses = readFileSync(listOfKept(), 'utf8').trim().split('\n');
  for (const address of addresses) await dropFromServer(address);
}
