import { Configuration } from '../declarative/configuration.service.js';
import { DeclarativeModule } from '../declarative/declarative.module.js';
import { EXIT } from './command-failure.js';
import { explainingFaults, readConfigurationFile } from './configuration-file.js';
import { printJson, printLines, printNote } from './output.js';
import { planLines } from './plan-lines.js';
import { withServices } from './with-database.js';

export interface PlanCommandOptions {
  readonly prune?: boolean;
  readonly json?: true;
}

/** `doorward plan` @throws CommandFailure with every fault of the file */
export async function planConfiguration(name: string, { prune = false, json }: PlanCommandOptions): Promise<void> {
  const file = readConfigurationFile(name);
  const plan = await explainingFaults(file, () =>
    withServices(
      'read',
      (services) => services.get(Configuration).plan(file.text, { declarer: file.declarer, prune }),
      [DeclarativeModule],
    ),
  );
  if (json) printJson(plan);
  else if (plan.steps.length === 0) printLines('Nothing differs.');
  else printLines(...planLines(plan));
  if (!json) printNote(...plan.notes);
  if (plan.steps.length > 0) process.exitCode = EXIT.different;
}
