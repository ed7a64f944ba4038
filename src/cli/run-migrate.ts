import type { DataSource } from 'typeorm';
import { inspectSettings } from '../config/env.js';
import type { Settings } from '../config/settings.js';
import { isThere } from '../database/connect.js';
import { migrate, migrateDown } from '../database/migrate.js';
import { type MigrationStatus, migrationStatus } from '../database/migration-status.js';
import { MIGRATIONS } from '../database/migrations/index.js';
import { CommandFailure } from './command-failure.js';
import { confirm } from './confirm.js';
import { printJson, printLines, printTable } from './output.js';
import { requireSettings, withDataSource } from './with-database.js';

export interface MigrateOptions {
  readonly down?: true;
  readonly status?: true;
  readonly yes?: true;
  readonly json?: true;
}

/**
 * `doorward migrate`
 * @throws CommandFailure
 */
export async function runMigrate(options: MigrateOptions): Promise<void> {
  const settings = requireSettings(options.status || options.down ? inspectSettings : undefined);
  if (options.status) return report(await statusOf(settings), options);
  if (options.down && !isThere(settings.database)) throw nothingToTakeBack();
  await withDataSource(settings, (source) => (options.down ? takeBack(source, options) : bringUp(source, options)));
}

/** Looking makes no database. */
async function statusOf(settings: Settings): Promise<MigrationStatus[]> {
  if (isThere(settings.database)) return withDataSource(settings, migrationStatus);
  return MIGRATIONS.map(({ name }) => ({ name, state: 'pending' }));
}

async function bringUp(source: DataSource, { json }: MigrateOptions): Promise<void> {
  const applied = await migrate(source);
  if (json) printJson({ applied });
  else if (applied.length === 0) printLines('The database is up to date.');
  else printLines(...applied.map((name) => `Applied ${name}.`));
}

async function takeBack(source: DataSource, { json, yes }: MigrateOptions): Promise<void> {
  const newest = (await migrationStatus(source)).findLast(({ state }) => state !== 'pending');
  if (newest === undefined) throw nothingToTakeBack();
  if (newest.state === 'unknown') {
    throw new CommandFailure([`${newest.name} came with a newer version of Doorward: take it back with that version.`]);
  }
  await confirm(yes, `Taking back ${newest.name} loses the rows of its tables.`);
  await migrateDown(source);
  if (json) printJson({ taken_back: newest.name });
  else printLines(`Took back ${newest.name}.`);
}

function nothingToTakeBack(): CommandFailure {
  return new CommandFailure(['No migration has run: there is nothing to take back.']);
}

function report(migrations: readonly MigrationStatus[], { json }: MigrateOptions): void {
  if (json) return printJson({ migrations });
  printTable(
    ['MIGRATION', 'STATE'],
    migrations.map(({ name, state }) => [name, state]),
  );
}
