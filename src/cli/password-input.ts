import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailure, EXIT, usageFailure } from './command-failure.js';
import { printNote } from './output.js';

const MAX_STDIN_BYTES = 4_096;

export interface PasswordOptions {
  readonly password?: string;
  readonly passwordStdin?: true;
}

/**
 * The new password: from `--password`, from standard input, or asked twice on a terminal without echo.
 * @throws CommandFailure when there is none
 */
export async function readNewPassword({ password, passwordStdin }: PasswordOptions): Promise<string> {
  if (password !== undefined) return password;
  if (passwordStdin === true) return readFirstLine('password');
  if (!process.stdin.isTTY) {
    throw usageFailure('There is no password: give --password-stdin, or --password, or run this on a terminal.');
  }
  const typed = await ask('Password: ', { isHidden: true });
  if ((await ask('The same again: ', { isHidden: true })) !== typed) {
    throw new CommandFailure(['The two passwords differ: nothing was made. Try again.']);
  }
  return typed;
}

/** Asks one question on the terminal. @throws CommandFailure when the person gives up (Ctrl-C, Ctrl-D) */
export async function ask(question: string, { isHidden = false } = {}): Promise<string> {
  // What is typed is echoed by readline, not by the terminal: without its output nothing is seen.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (isHidden) process.stderr.write(question);
  const reader = createInterface({
    input: process.stdin,
    output: isHidden ? nowhere : process.stderr,
    terminal: isHidden ? true : process.stdin.isTTY,
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.once('SIGINT', () => reject(new CommandFailure(['Nothing was done.'], EXIT.interrupted)));
      reader.once('close', () => reject(new CommandFailure(['Nothing was done.'])));
      reader.question(isHidden ? '' : question).then(resolve, reject);
    });
  } finally {
    reader.close();
    if (isHidden) printNote('');
  }
}

/**
 * `echo`, `printf` and editors end the line or do not: what is wanted is what stands before the first line end.
 * @param what is read, for sentences
 * @throws CommandFailure
 */
export async function readFirstLine(what: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MAX_STDIN_BYTES) throw usageFailure(`Standard input is longer than any ${what}: give one line.`);
  }
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/, 1);
  if (line === '') throw usageFailure(`There is no ${what} on standard input: pipe one line into the command.`);
  return line;
}
