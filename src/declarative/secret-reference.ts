import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { environmentValue } from '../config/env.js';
import { isObject } from '../protocol/json-value.js';

/** Where a secret is found. A document never holds one. */
export type SecretReference = { readonly env: string } | { readonly file: string };

/** What a reference leads to. `missing` is a variable that is not set. */
export type FoundSecret = { readonly secret: string } | { readonly missing: string } | { readonly fault: string };

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
/** Stored as a keyed digest, which keeps a secret only if nobody can guess it: 32 characters are what a generator makes. */
const SECRET = /^[\x21-\x7e]{32,256}$/;
const FORM =
  'Say where the secret is: `{ env: NAME }` or `{ file: path }`. The secret itself does not belong into the file.';

/** @returns the reference, or a sentence on what is wrong; the sentence never repeats the value, which may be a secret */
export function readReference(value: unknown): SecretReference | string {
  if (!isObject(value) || Object.keys(value).length !== 1) return FORM;
  const { env, file } = value;
  if (typeof env === 'string') return NAME.test(env) ? { env } : 'env: Give the name of an environment variable.';
  return typeof file === 'string' && file !== '' ? { file } : FORM;
}

/** Where it is, for a plan. */
export function referenceText(reference: SecretReference): string {
  return 'env' in reference ? `the environment variable ${reference.env}` : `the file ${reference.file}`;
}

/** Reads the secret. @param folder that file names are relative to */
export function resolveReference(reference: SecretReference, folder: string): FoundSecret {
  const text = 'env' in reference ? environmentValue(reference.env) : fileText(resolve(folder, reference.file));
  if (text === undefined) {
    const place = referenceText(reference);
    return 'env' in reference ? { missing: reference.env } : { fault: `Make ${place} readable: it could not be read.` };
  }
  if (SECRET.test(text)) return { secret: text };
  return {
    fault: `Put a secret of 32 to 256 printable characters without spaces into ${referenceText(reference)}: \`openssl rand -hex 32\` makes one.`,
  };
}

/** Editors end the last line. */
function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
