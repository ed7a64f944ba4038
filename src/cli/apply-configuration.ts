import { Configuration } from '../declarative/configuration.service.js';
import { DeclarativeModule } from '../declarative/declarative.module.js';
import { type Applied, ChangedMeanwhileError, HalfAppliedError, type Plan } from '../declarative/plan.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { explainingFaults, readConfigurationFile } from './configuration-file.js';
import { printJson, printLines, printNote } from './output.js';
import { ask } from './password-input.js';
import { planLines } from './plan-lines.js';
import { type Services, withServices } from './with-database.js';

export interface ApplyOptions {
  readonly yes?: true;
  readonly prune?: boolean;
  readonly json?: true;
}

/**
 * `doorward apply`
 * @throws CommandFailure with every fault of the file, and nothing was done; or when something fails on the way, after what
 * was done is printed
 */
export async function applyConfiguration(name: string, { yes, prune = false, json }: ApplyOptions): Promise<void> {
  if (yes !== true && (name === '-' || !process.stdin.isTTY)) {
    throw usageFailure('Nobody can be asked here: give --yes, after a look at what `doorward plan` says.');
  }
  const file = readConfigurationFile(name);
  const confirm = yes === true ? () => Promise.resolve() : confirmed;
  const work = (services: Services) =>
    services.get(Configuration).apply(file.text, { declarer: file.declarer, prune }, confirm);
  const applied = await explainingFaults(file, () =>
    withServices('write', (services) => printingHalf(() => work(services), json), [DeclarativeModule]),
  );
  printApplied(applied, json);
}

/** What was made is made, whatever failed then, and its secrets are shown once. */
async function printingHalf(work: () => Promise<Applied>, json: true | undefined): Promise<Applied> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof HalfAppliedError) {
      printApplied(cause.done, json);
      printNote('The rest was not done: apply again when what failed is put right.');
      throw cause.cause;
    }
    if (!(cause instanceof ChangedMeanwhileError)) throw cause;
    printApplied(cause.done, json);
    const { noun, id } = cause.step;
    const sentence = `The ${noun} ${id} was changed by somebody else meanwhile, the rest was not done: apply again.`;
    throw new CommandFailure([sentence], undefined, { cause });
  }
}

async function confirmed(plan: Plan): Promise<void> {
  if (plan.steps.length === 0) return;
  printNote(...planLines(plan), ...plan.notes, '');
  if ((await ask('Do this? Only "yes" does: ')).trim() === 'yes') return;
  throw new CommandFailure(['Nothing was done.']);
}

function printApplied(applied: Applied, json: true | undefined): void {
  if (json) return printJson(applied);
  if (applied.steps.length === 0) printLines('Nothing differs: nothing was done.');
  else printLines(...planLines(applied).slice(0, -1), countLine(applied));
  printNote(...applied.notes);
  if (applied.secrets.length === 0) return;
  printLines('', 'Copy these now: they are not shown again.');
  for (const { id, secrets } of applied.secrets) {
    printLines('', `  ${id}`, ...Object.entries(secrets).map(([member, value]) => `    ${member.padEnd(26)} ${value}`));
  }
}

function countLine({ steps }: Applied): string {
  const count = (action: string) => steps.filter((step) => step.action === action).length;
  return `${count('create')} created, ${count('update')} changed, ${count('delete')} deleted.`;
}
