import { ARGON2 } from './argon2.js';
import { BCRYPT } from './bcrypt.js';
import { type ForeignFormat, type ForeignHash, ForeignHashError } from './foreign-hash.js';
import { PBKDF2 } from './pbkdf2.js';
import { SCRYPT } from './scrypt.js';

/** What a user table of ours can hold. */
const MAX_LENGTH = 255;

/** Every kind of hash that another system may have made. */
const FORMATS: readonly ForeignFormat[] = [BCRYPT, PBKDF2, SCRYPT, ARGON2];

/**
 * Reads the hash of a password that another system made. Nothing is computed.
 * @throws ForeignHashError when it is of no known kind, malformed, or too costly to verify
 */
export function readForeignHash(encoded: string): ForeignHash {
  if (encoded.length > MAX_LENGTH) throw new ForeignHashError(`A password hash has at most ${MAX_LENGTH} characters.`);
  const format = FORMATS.find(({ mark }) => mark.test(encoded));
  if (format !== undefined) return format.read(encoded);
  throw new ForeignHashError('This is no hash of bcrypt, PBKDF2 with SHA-256 or SHA-512, scrypt or Argon2.');
}
