import { setTimeout } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { migrationStatus, requireNoNewer } from './migration-status.js';

/** Names of locks are the whole server's, and have 64 characters: installations beside each other do not wait for one another. */
const LOCK_NAME = "CONCAT('doorward_migrations.', SHA1(DATABASE()))";
const LOCK_TIMEOUT_S = 120;
const FILE_ATTEMPTS = 20;
const FILE_PAUSE_MS = 250;

/**
 * Runs pending migrations, one process at a time: the others wait and then find nothing to do.
 * @returns the names of the migrations that ran
 * @throws UnusableDatabaseError when a newer version has changed the database
 */
export async function migrate(source: DataSource): Promise<string[]> {
  requireNoNewer(await migrationStatus(source));
  return withLock(source, async () => {
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  });
}

/** Takes back the newest migration. Its tables' rows are gone afterwards. */
export async function migrateDown(source: DataSource): Promise<void> {
  await withLock(source, () => source.undoLastMigration());
}

/** A named lock of the server. SQLite has none: the slower process fails, tries again and finds nothing to do. */
async function withLock<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  if (source.options.type === 'better-sqlite3') return repeatedly(work);
  const holder = source.createQueryRunner();
  try {
    const [row] = (await holder.query(`SELECT GET_LOCK(${LOCK_NAME}, ?) AS taken`, [LOCK_TIMEOUT_S])) as [
      { taken: unknown },
    ];
    if (Number(row.taken) !== 1)
      throw new Error('another process is still migrating the database; try again in a minute');
    return await work();
  } finally {
    await holder.query(`DO RELEASE_LOCK(${LOCK_NAME})`);
    await holder.release();
  }
}

/** Each migration is one transaction, so a failed attempt leaves nothing behind. */
async function repeatedly<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt < FILE_ATTEMPTS; attempt += 1) {
    try {
      return await work();
    } catch {
      await setTimeout(FILE_PAUSE_MS);
    }
  }
  return work();
}
