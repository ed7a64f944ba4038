import { existsSync } from 'node:fs';
import type { DataSource, Logger } from 'typeorm';
import type { DatabaseSettings } from '../config/settings.js';
import { migrationStatus, requireNoNewer } from './migration-status.js';
import { createDataSource } from './options.js';
import { type Product, productOf } from './product.js';
import { UnusableDatabaseError } from './unusable-database-error.js';

const SCHEME_OF: Readonly<Record<Exclude<Product, 'SQLite'>, string>> = { MariaDB: 'mariadb', MySQL: 'mysql' };

/**
 * Connects to a database as it is, empty or not.
 * @throws UnusableDatabaseError when the server is another product than DATABASE_URL says
 */
export async function connect(database: DatabaseSettings, logger?: Logger): Promise<DataSource> {
  const source = await createDataSource(database, logger).initialize();
  return kept(source, () => requireProduct(source, database));
}

/** Whether there is a database; a server says that itself. Connecting to a file that is not there makes it. */
export function isThere(database: DatabaseSettings): boolean {
  return database.type !== 'better-sqlite3' || database.database === ':memory:' || existsSync(database.database);
}

/** @throws UnusableDatabaseError when there is none */
export function requireThere(database: DatabaseSettings): void {
  if (isThere(database) || database.type !== 'better-sqlite3') return;
  throw new UnusableDatabaseError(
    `There is no database ${database.database} yet: 'doorward migrate' makes it. If there should be one, correct DATABASE_URL or DATA_DIR.`,
  );
}

/** @throws UnusableDatabaseError unless the tables are those of this version */
export async function requireUpToDate(source: DataSource): Promise<void> {
  const migrations = await migrationStatus(source);
  requireNoNewer(migrations);
  if (migrations.every(({ state }) => state === 'applied')) return;
  throw new UnusableDatabaseError("The database is not up to date: run 'doorward migrate'.");
}

/** Work that the connection shall not outlive when it fails: an open one keeps the process alive. */
export async function kept(source: DataSource, work: () => Promise<unknown>): Promise<DataSource> {
  try {
    await work();
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

/** The two keep texts under different collations, and neither knows the other one's. */
async function requireProduct(source: DataSource, database: DatabaseSettings): Promise<void> {
  if (database.type === 'better-sqlite3') return;
  const { product } = await productOf(source);
  if (product === 'SQLite' || SCHEME_OF[product] === database.type) return;
  const place = new URL(database.url).host;
  throw new UnusableDatabaseError(
    `The database server at ${place} is ${product}: write ${SCHEME_OF[product]}:// instead of ${database.type}:// in DATABASE_URL.`,
  );
}
