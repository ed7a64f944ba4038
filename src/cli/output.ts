import { styleText } from 'node:util';
import { EXIT } from './command-failure.js';
import { formatTable } from './table.js';

type Style = Parameters<typeof styleText>[0];

/*
 * Results go to standard output, everything else to standard error, so that `--json` can be piped. Colour appears on a
 * terminal only and never when NO_COLOR is set: `styleText` asks the stream.
 */

/**
 * Ends the process when nobody takes what it says: without a word when whoever read has seen enough (`| head -1`), with
 * a sentence when it is lost, say on a full disk.
 */
export function endWithOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') process.exit(EXIT.pipeClosed);
      const reason = code === 'ENOSPC' ? 'the disk is full' : code;
      if (stream === process.stdout) printFailure([`The output could not be written: ${reason}.`]);
      process.exit(EXIT.failure);
    });
  }
}

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
