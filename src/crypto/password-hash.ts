import { hash, verify } from '@node-rs/argon2';
import PQueue from 'p-queue';
import { readForeignHash } from './foreign-hashes/index.js';

/** Argon2id (the library's default) with 19 MiB, two passes, one lane: OWASP's recommendation, some 15 ms of one core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
const PHC_PREFIX = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;
/** A salt and a digest of zeros: well-formed, as costly as a real one, and the hash of no password. */
const NOBODYS_HASH =
  PHC_PREFIX + [16, 32].map((bytes) => Buffer.alloc(bytes).toString('base64').replaceAll('=', '')).join('$');

/** In place of a hash: the user has no password until they set one. Begins like no hash, so nothing verifies. */
export const NO_PASSWORD = '!';

export interface PasswordHasherLimits {
  /** Hashes computed at once. */
  readonly concurrency: number;
  /** Hashes that may wait; beyond that a request is refused at once instead of waiting in vain. */
  readonly maxQueue: number;
}

/** Too many passwords wait to be hashed; the caller answers 503. */
export class PasswordQueueFullError extends Error {
  override readonly name = 'PasswordQueueFullError';
}

/**
 * Argon2id (RFC 9106) in a bounded queue, so that a storm of logins neither fills the memory nor stalls everything
 * else (attack A42).
 */
export class PasswordHasher {
  private readonly queue: PQueue;

  constructor(private readonly limits: PasswordHasherLimits) {
    this.queue = new PQueue({ concurrency: limits.concurrency });
  }

  /**
   * The password's hash as a PHC string, with a salt of its own.
   * @throws PasswordQueueFullError
   */
  async hash(password: string): Promise<string> {
    return this.enqueue(() => hash(normalised(password), PARAMETERS));
  }

  /**
   * Whether the password is the one that was hashed. Without a hash (unknown user) the same work is done for nothing,
   * so that the time tells no one whether the user exists (attack A39). A hash of another system takes the time that
   * its parameters ask for, and never less than one of ours.
   * @param encoded what `hash` returned, what `readForeignHash` takes, `NO_PASSWORD`, or null
   * @throws PasswordQueueFullError
   */
  async verify(encoded: string | null, password: string): Promise<boolean> {
    return this.enqueue(async () => {
      const isOurs = encoded !== null && !this.needsRehash(encoded);
      const isRight = await verify(isOurs ? encoded : NOBODYS_HASH, normalised(password));
      if (isOurs) return isRight;
      return encoded !== null && encoded !== NO_PASSWORD && verifyForeign(encoded, password);
    });
  }

  /** Whether the hash was made elsewhere or with other parameters than today's, and is made anew at the next login. */
  needsRehash(encoded: string): boolean {
    return !encoded.startsWith(PHC_PREFIX);
  }

  private async enqueue<T>(work: () => Promise<T>): Promise<T> {
    if (this.queue.pending >= this.limits.concurrency && this.queue.size >= this.limits.maxQueue) {
      throw new PasswordQueueFullError('too many passwords wait to be hashed');
    }
    return this.queue.add(work);
  }
}

/** Other systems hash what was typed, and some of them its NFC. */
async function verifyForeign(encoded: string, password: string): Promise<boolean> {
  const foreign = readForeignHash(encoded);
  if (await foreign.verify(password)) return true;
  return normalised(password) !== password && foreign.verify(normalised(password));
}

/** RFC 8265 §4.2.2: one keyboard sends é as one character, another as two; NFC makes them the same password. */
function normalised(password: string): string {
  return password.normalize('NFC');
}
