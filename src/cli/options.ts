import { type Command, InvalidArgumentError, Option } from 'commander';

const MAX_LIMIT = 100_000;
const DEFAULT_LIMIT = 50;
const MAX_HOURS = 720;

/** `--json` */
export function jsonOption(): Option {
  return new Option('--json', 'print JSON instead of text for people');
}

/** `--yes`, of a command that asks. */
export function yesOption(): Option {
  return new Option('--yes', 'do not ask; needed where nobody can be asked');
}

/** `--limit <n>` */
export function limitOption(): Option {
  return new Option('--limit <number>', `how many at most, newest first (1 to ${MAX_LIMIT})`)
    .default(DEFAULT_LIMIT)
    .argParser(parseLimit);
}

/** A number of hours, up to 30 days. */
export function hoursOption(flags: string, description: string, hours: number): Option {
  return new Option(flags, description).default(hours).argParser((text) => {
    if (/^\d{1,3}$/.test(text) && Number(text) <= MAX_HOURS) return Number(text);
    throw new InvalidArgumentError(`Give a whole number of hours from 0 to ${MAX_HOURS}.`);
  });
}

/** Collects the values of an option that may be given several times, or once with several values. */
export function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

/** A list may be one word per option or, as in the protocol, one text with spaces. */
export function words(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(/[\s,]+/)).filter((word) => word !== '');
}

/** Shows lines of examples below a command's help. */
export function addExamples(command: Command, ...lines: string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`);
}

function parseLimit(text: string): number {
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_LIMIT) throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_LIMIT}.`);
  return limit;
}
