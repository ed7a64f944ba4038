import { styleText } from 'node:util';
import { formatTable } from './table.js';

type Style = Parameters<typeof styleText>[0];

/*
 * Results go to standard output, everything else to standard error, so that `--json` can be piped. Colour appears on a
 * terminal only and never when NO_COLOR is set: `styleText` asks the stream.
 */

/** Prints a result for machines. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a list for people: aligned columns, the header dimmed. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const [first = '', ...lines] = formatTable(header, rows).split('\n');
  process.stdout.write([styled('dim', first), ...lines].join('\n'));
}

/** Prints lines of a result for people. */
export function printLines(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Says something about the work that is not its result. */
export function printNote(...lines: string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

/** Says what went wrong. */
export function printFailure(sentences: readonly string[]): void {
  const label = styleText('red', 'error:', { stream: process.stderr });
  process.stderr.write(sentences.map((sentence) => `${label} ${sentence}\n`).join(''));
}

/** Text for standard output in a style. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}
