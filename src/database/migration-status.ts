import { type DataSource, MigrationExecutor } from 'typeorm';
import { NEWER_DATABASE, UnusableDatabaseError } from './unusable-database-error.js';

export interface MigrationStatus {
  readonly name: string;
  /** `unknown`: a newer version of Doorward migrated this database. */
  readonly state: 'applied' | 'pending' | 'unknown';
}

/** Every migration in the order of the history: what the database has, then what it lacks. Writes nothing. */
export async function migrationStatus(source: DataSource): Promise<MigrationStatus[]> {
  const executor = new MigrationExecutor(source);
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const executed = (await executor.getExecutedMigrations()).toSorted((one, other) => one.timestamp - other.timestamp);
  const pending = await executor.getPendingMigrations();
  return [
    ...executed.map(({ name }) => ({ name, state: known.has(name) ? ('applied' as const) : ('unknown' as const) })),
    ...pending.map(({ name }) => ({ name, state: 'pending' as const })),
  ];
}

/** @throws UnusableDatabaseError when a newer version has changed the database: this one does not know its tables */
export function requireNoNewer(migrations: readonly MigrationStatus[]): void {
  if (!migrations.some(({ state }) => state === 'unknown')) return;
  throw new UnusableDatabaseError(`${NEWER_DATABASE.detail} ${NEWER_DATABASE.fix}`);
}
