import { CommandFailure, usageFailure } from './command-failure.js';
import { printNote } from './output.js';
import { ask } from './password-input.js';

/**
 * Asks before what takes something from people or apps that they cannot get back by themselves. Where nobody can be asked
 * it is done with `--yes` only.
 * @param sentence what will happen, to whom
 * @throws CommandFailure unless the person says yes
 */
export async function confirm(yes: true | undefined, sentence: string): Promise<void> {
  if (yes === true) return;
  if (!process.stdin.isTTY) throw usageFailure(`${sentence} Nobody can be asked here: give --yes if that is meant.`);
  printNote(sentence);
  if ((await ask('Do this? Only "yes" does: ')).trim() === 'yes') return;
  throw new CommandFailure(['Nothing was done.']);
}
