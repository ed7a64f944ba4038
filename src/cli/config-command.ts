import type { Command } from 'commander';
import { ConfigurationError, describeEnvironment, inspectSettings } from '../config/env.js';
import { CommandFailure } from './command-failure.js';
import { addExamples, jsonOption } from './options.js';
import { printJson, printLines, printTable } from './output.js';

/** Adds `config check`. */
export function addConfigCommands(program: Command): void {
  const config = program.command('config').description('look at the configuration').helpCommand(false);
  addExamples(
    config
      .command('check')
      .description('print each variable with the source of its value, and every fault; secrets are not shown')
      .addOption(jsonOption())
      .action(checkConfiguration),
    'doorward config check',
    "doorward config check --json | jq '.faults'",
  );
}

function checkConfiguration({ json }: { readonly json?: true }): void {
  const variables = describeEnvironment();
  const faults = configurationFaults();
  if (json) {
    printJson({
      variables: variables.map(({ name, source, shown }) => ({ name, source, value: shown })),
      faults,
    });
  } else {
    printTable(
      ['VARIABLE', 'SOURCE', 'VALUE'],
      variables.map(({ name, source, shown }) => [name, source, shown]),
    );
    if (faults.length === 0) printLines('', 'The configuration is sound.');
  }
  if (faults.length > 0) throw new CommandFailure(faults);
}

function configurationFaults(): readonly string[] {
  try {
    inspectSettings();
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}
