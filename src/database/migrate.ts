import type { DataSource } from 'typeorm';

const LOCK_NAME = 'doorward_migrations';
const LOCK_TIMEOUT_S = 120;

/**
 * Runs pending migrations, one process at a time: the others wait and then find nothing to do.
 * @returns the names of the migrations that ran
 */
export async function migrate(source: DataSource): Promise<string[]> {
  return withLock(source, async () => {
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  });
}

/** Takes back the newest migration. Its tables' rows are gone afterwards. */
export async function migrateDown(source: DataSource): Promise<void> {
  await withLock(source, () => source.undoLastMigration());
}

/** A named lock of the server; SQLite needs none, because a writing transaction locks the whole file. */
async function withLock<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  if (source.options.type === 'better-sqlite3') return work();
  const holder = source.createQueryRunner();
  try {
    const [row] = (await holder.query('SELECT GET_LOCK(?, ?) AS taken', [LOCK_NAME, LOCK_TIMEOUT_S])) as [
      { taken: unknown },
    ];
    if (Number(row.taken) !== 1)
      throw new Error('another process is still migrating the database; try again in a minute');
    return await work();
  } finally {
    await holder.query('DO RELEASE_LOCK(?)', [LOCK_NAME]);
    await holder.release();
  }
}
