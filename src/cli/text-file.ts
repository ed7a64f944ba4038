import { readFileSync } from 'node:fs';
import { type CommandFailure, usageFailure } from './command-failure.js';

/** More than any file that is read as a whole has: what is larger is another file than the one that was meant. */
const MAX_BYTES = 16 * 1024 * 1024;
const STANDARD_INPUT = 0;

/** The text of a file; `-` is standard input. @throws CommandFailure of something typed wrongly, with the file's name */
export function readTextFile(name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(name === '-' ? STANDARD_INPUT : name);
  } catch (cause) {
    throw fileFailure(name, (cause as NodeJS.ErrnoException).code);
  }
  if (bytes.length > MAX_BYTES) throw fileFailure(name, 'ERR_FS_FILE_TOO_LARGE');
  return bytes.toString('utf8');
}

/** What to say of a file that cannot be read. */
export function fileFailure(name: string, code = 'unknown'): CommandFailure {
  const known: Partial<Record<string, string>> = {
    ENOENT: `There is no file '${name}'.`,
    EACCES: `The file '${name}' cannot be read: this user may not.`,
    EISDIR: `'${name}' is no file: a folder has this name.`,
    ERR_FS_FILE_TOO_LARGE: `The file '${name}' is too large: at most 16 MiB are read.`,
  };
  return usageFailure(known[code] ?? `The file '${name}' cannot be read (${code}).`);
}
