import { countCodePoints } from './code-points.js';
import { isCommonPassword } from './common-passwords.js';

export const PASSWORD_MIN_LENGTH = 8;
const PASSWORD_MAX_LENGTH = 128;
/** Names of fewer characters stand in too many good passwords by chance. */
const MIN_NAME_LENGTH = 4;

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'personal';

/** What an attacker knows about the account. */
export interface PersonalData {
  readonly username?: unknown;
  readonly email?: unknown;
}

/**
 * What is wrong with a new password, or undefined. The rules of NIST SP 800-63B §3.1.1.2: long enough, not a common
 * one, not the person's own name; no demand for kinds of characters. Length counts code points.
 */
export function passwordFault(password: string, { username, email }: PersonalData): PasswordFault | undefined {
  const length = countCodePoints(password);
  if (length < PASSWORD_MIN_LENGTH) return 'too_short';
  if (length > PASSWORD_MAX_LENGTH) return 'too_long';
  if (isCommonPassword(password)) return 'common';
  const names = [username, typeof email === 'string' ? email.split('@')[0] : undefined, email];
  return names.some((name) => typeof name === 'string' && holds(password, name)) ? 'personal' : undefined;
}

function holds(password: string, name: string): boolean {
  const [secret, known] = [password.toLowerCase(), name.trim().toLowerCase()];
  return secret === known || (countCodePoints(known) >= MIN_NAME_LENGTH && secret.includes(known));
}
