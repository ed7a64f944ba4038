import { dictionary } from '@zxcvbn-ts/language-common';

const MIN_LENGTH = 8;

/** Passwords that attackers try first, from the most used of leaked lists. Shorter ones are refused anyway. */
const COMMON: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].map(String).filter((password) => password.length >= MIN_LENGTH),
);

/** Whether the password, in any case, stands in a list of common ones. */
export function isCommonPassword(password: string): boolean {
  return COMMON.has(password.toLowerCase());
}
