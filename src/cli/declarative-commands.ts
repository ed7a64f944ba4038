import { type Command, Option } from 'commander';
import type { ApplyOptions } from './apply-configuration.js';
import { addExamples, jsonOption, yesOption } from './options.js';
import type { PlanCommandOptions } from './plan-configuration.js';

const pruneOption = () =>
  new Option('--prune', 'delete what documents manage and this one does not declare, in the sections that it has');

/** Adds `export`, `plan` and `apply`. */
export function addDeclarativeCommands(program: Command): void {
  addExamples(
    program
      .command('export')
      .description(
        'print the configuration as YAML: settings, resource servers, scopes and apps; secrets as references',
      )
      .action(async () => (await import('./export-configuration.js')).exportConfiguration()),
    'doorward export > doorward.yaml',
  );
  addExamples(
    program
      .command('plan')
      .description('show what differs between a file and the installation; exits with 3 when something does')
      .argument('<file>', 'YAML file (docs/declarative.md); - reads standard input')
      .addOption(pruneOption())
      .addOption(jsonOption())
      .action(async (file: string, options: PlanCommandOptions) =>
        (await import('./plan-configuration.js')).planConfiguration(file, options),
      ),
    'doorward plan doorward.yaml',
    'doorward plan doorward.yaml --prune --json | jq -r \'.steps[] | .action + " " + .id\'',
  );
  addExamples(
    program
      .command('apply')
      .description('make the installation what a file says; nothing is done when anything in it is faulty')
      .argument('<file>', 'YAML file (docs/declarative.md); - reads standard input')
      .addOption(yesOption())
      .addOption(pruneOption())
      .addOption(jsonOption())
      .action(async (file: string, options: ApplyOptions) =>
        (await import('./apply-configuration.js')).applyConfiguration(file, options),
      ),
    'doorward apply doorward.yaml',
    'ACME_SECRET=… doorward apply doorward.yaml --prune --yes',
  );
}
