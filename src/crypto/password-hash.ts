import { hash, verify } from '@node-rs/argon2';
import PQueue from 'p-queue';

/** Argon2id (the library's default) with 19 MiB, two passes, one lane: OWASP's recommendation, some 15 ms of one core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
const PHC_PREFIX = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;
/** A salt and a digest of zeros: well-formed, as costly as a real one, and the hash of no password. */
const NOBODYS_HASH =
  PHC_PREFIX + [16, 32].map((bytes) => Buffer.alloc(bytes).toString('base64').replaceAll('=', '')).join('$');

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
   * so that the time tells no one whether the user exists (attack A39).
   * @param phc what `hash` returned, or null
   * @throws PasswordQueueFullError
   */
  async verify(phc: string | null, password: string): Promise<boolean> {
    const isRight = await this.enqueue(() => verify(phc ?? NOBODYS_HASH, normalised(password)));
    return isRight && phc !== null;
  }

  /** Whether the hash was made with other parameters than today's, so that it should be made anew at the next login. */
  needsRehash(phc: string): boolean {
    return !phc.startsWith(PHC_PREFIX);
  }

  private async enqueue<T>(work: () => Promise<T>): Promise<T> {
    if (this.queue.pending >= this.limits.concurrency && this.queue.size >= this.limits.maxQueue) {
      throw new PasswordQueueFullError('too many passwords wait to be hashed');
    }
    return this.queue.add(work);
  }
}

/** RFC 8265 §4.2.2: one keyboard sends é as one character, another as two; NFC makes them the same password. */
function normalised(password: string): string {
  return password.normalize('NFC');
}
