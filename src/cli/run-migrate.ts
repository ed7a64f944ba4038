import type { DataSource } from 'typeorm';
import { migrate, migrateDown } from '../database/migrate.js';
import { type MigrationStatus, migrationStatus } from '../database/migration-status.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { printJson, printLines, printTable } from './output.js';
import { ask } from './password-input.js';
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
  const settings = requireSettings();
  await withDataSource(settings, async (source) => {
    if (options.status) return report(await migrationStatus(source), options);
    if (options.down) return takeBack(source, options);
    return bringUp(source, options);
  });
}

async function bringUp(source: DataSource, { json }: MigrateOptions): Promise<void> {
  const applied = await migrate(source);
  if (json) printJson({ applied });
  else if (applied.length === 0) printLines('The database is up to date.');
  else printLines(...applied.map((name) => `Applied ${name}.`));
}

async function takeBack(source: DataSource, { json, yes }: MigrateOptions): Promise<void> {
  const newest = (await migrationStatus(source)).findLast(({ state }) => state !== 'pending');
  if (newest === undefined) throw new CommandFailure(['No migration has run: there is nothing to take back.']);
  if (newest.state === 'unknown') {
    throw new CommandFailure([`${newest.name} came with a newer version of Doorward: take it back with that version.`]);
  }
  if (!yes) await confirm(newest.name);
  await migrateDown(source);
  if (json) printJson({ takenBack: newest.name });
  else printLines(`Took back ${newest.name}.`);
}

/** @throws CommandFailure unless the person says yes */
async function confirm(name: string): Promise<void> {
  if (!process.stdin.isTTY) throw usageFailure(`Taking back ${name} loses rows: give --yes if that is meant.`);
  const answer = await ask(`Take back ${name}? The rows of its tables are lost. Type yes: `);
  if (answer.trim().toLowerCase() !== 'yes') throw new CommandFailure(['Nothing was done.']);
}

function report(migrations: readonly MigrationStatus[], { json }: MigrateOptions): void {
  if (json) return printJson({ migrations });
  printTable(
    ['MIGRATION', 'STATE'],
    migrations.map(({ name, state }) => [name, state]),
  );
}
