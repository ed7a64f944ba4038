import { isObject } from '../protocol/json-value.js';

/** Where a secret is found. A document never holds one. */
export type SecretReference = { readonly env: string } | { readonly file: string };

/** What a reference leads to. `missing` says that nothing is there by this name, `remedy` what to do about it. */
export type FoundSecret =
  { readonly secret: string } | { readonly missing: string; readonly remedy: string } | { readonly fault: string };

/** What references lead to: the environment and the files of a process, or what a request brings along. */
export interface SecretSource {
  /** Where it is, in the words of a plan. */
  place(reference: SecretReference): string;
  find(reference: SecretReference): FoundSecret;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
/** Stored as a keyed digest, which keeps a secret only if nobody can guess it: 32 characters are what a generator makes. */
const SECRET = /^[\x21-\x7e]{32,256}$/;
const FORM =
  'Say where the secret is: `{ env: NAME }` or `{ file: path }`. The secret itself does not belong into the document.';

/** @returns the reference, or a sentence on what is wrong; the sentence never repeats the value, which may be a secret */
export function readReference(value: unknown): SecretReference | string {
  if (!isObject(value) || Object.keys(value).length !== 1) return FORM;
  const { env, file } = value;
  if (typeof env === 'string') return NAME.test(env) ? { env } : 'env: Give the name of an environment variable.';
  return typeof file === 'string' && file !== '' ? { file } : FORM;
}

/** What was found, if it can be a secret. */
export function judgedSecret(text: string, place: string): FoundSecret {
  if (SECRET.test(text)) return { secret: text };
  return {
    fault: `Put a secret of 32 to 256 printable characters without spaces into ${place}: \`openssl rand -hex 32\` makes one.`,
  };
}
