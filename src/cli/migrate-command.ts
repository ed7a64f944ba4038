import { type Command, Option } from 'commander';
import { addExamples, jsonOption, yesOption } from './options.js';
import type { MigrateOptions } from './run-migrate.js';

/** Adds `migrate`. */
export function addMigrateCommand(program: Command): void {
  addExamples(
    program
      .command('migrate')
      .description('bring the database up to date')
      .option('--status', 'show which migrations ran and which are pending; change nothing')
      .addOption(
        new Option('--down', 'take back the newest migration: asks, for the rows of its tables are lost').conflicts(
          'status',
        ),
      )
      .addOption(yesOption())
      .addOption(jsonOption())
      .action(async (options: MigrateOptions) => (await import('./run-migrate.js')).runMigrate(options)),
    'doorward migrate',
    'doorward migrate --status',
  );
}
