import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VariableFault } from './variable-fault.js';

const KEY_BYTES = 32;
const FILE_NAME = 'secret.key';

/**
 * Reads one or several 256-bit keys, newest first, separated by commas.
 * @throws VariableFault, which never repeats the text
 */
export function parseSecretKeys(text: string): readonly Buffer[] {
  return text.split(',').map((part, index) => {
    const key = parseKey(part.trim());
    if (key === undefined) {
      throw new VariableFault(
        `SECRET_KEY number ${index + 1} is not 256 bits: make one with 'openssl rand -hex 32' and set it as it is printed.`,
      );
    }
    return key;
  });
}

function parseKey(text: string): Buffer | undefined {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, 'hex');
  if (/^[A-Za-z0-9_-]{43}$/.test(text)) return Buffer.from(text, 'base64url');
  return undefined;
}

/**
 * The embedded default's key: read from the data directory, made there (mode 0600) at the first start.
 * @throws VariableFault when the directory cannot be used or the file does not hold a key
 */
export function generatedSecretKey(dataDirectory: string): readonly Buffer[] {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    const file = join(dataDirectory, FILE_NAME);
    if (!existsSync(file)) writeKey(file);
  } catch (cause) {
    throw new VariableFault(
      `DATA_DIR is '${dataDirectory}': let this user write there, or set DATA_DIR to another directory.`,
      { cause },
    );
  }
  return existingSecretKey(dataDirectory);
}

/**
 * The same without making anything: no key where the first start has yet to make one.
 * @throws VariableFault when the file cannot be read or does not hold a key
 */
export function existingSecretKey(dataDirectory: string): readonly Buffer[] {
  const file = join(dataDirectory, FILE_NAME);
  if (!existsSync(file)) return [];
  try {
    return parseSecretKeys(readFileSync(file, 'utf8').trim());
  } catch (cause) {
    throw new VariableFault(
      `DATA_DIR holds a ${FILE_NAME} that this user cannot read or that is not a 256-bit key: restore it from a backup, or set SECRET_KEY.`,
      { cause },
    );
  }
}

/** A link appears whole or not at all, so of two processes that start at once one writes and both read the same key. */
function writeKey(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}
