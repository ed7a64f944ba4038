import type { Command } from 'commander';
import { addExamples, jsonOption } from './options.js';

/** Adds `config check`. */
export function addConfigCommands(program: Command): void {
  const config = program.command('config').description('look at the configuration').helpCommand(false);
  addExamples(
    config
      .command('check')
      .description('print each setting with the source of its value, and every fault; secrets are not shown')
      .addOption(jsonOption())
      .action(async (options: { readonly json?: true }) =>
        (await import('./check-configuration.js')).checkConfiguration(options),
      ),
    'doorward config check',
    "doorward config check --json | jq '.faults'",
  );
}
