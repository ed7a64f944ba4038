import { usageFailure } from './command-failure.js';
import { ask, readFirstLine } from './password-input.js';
import { readTextFile } from './text-file.js';

/** Longer than any token of this server. */
const MAX_LENGTH = 4_096;

/**
 * A token that somebody has in hand: from a file, from standard input, or asked on a terminal without echo. Never from an
 * argument: others on the machine could read it in the list of processes, and the shell would remember it.
 * @throws CommandFailure when there is none
 */
export async function readToken(file: string | undefined): Promise<string> {
  const token = (await textOf(file)).trim();
  if (token === '') throw usageFailure('There is no token: give it on standard input, with --file, or on a terminal.');
  if (token.length > MAX_LENGTH || /\s/.test(token))
    throw usageFailure('That is no token: give one, alone on its line.');
  return token;
}

async function textOf(file: string | undefined): Promise<string> {
  if (file !== undefined) return firstLine(readTextFile(file));
  return process.stdin.isTTY ? ask('Token: ', { isHidden: true }) : readFirstLine('token');
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  return line;
}
