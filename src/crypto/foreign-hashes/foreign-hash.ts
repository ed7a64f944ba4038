/** The hash of a password that another system made, read and found affordable. */
export interface ForeignHash {
  /** Whether the password, exactly as it was typed, is the one that was hashed. */
  verify(password: string): Promise<boolean>;
}

/** One way of hashing, in the text forms that it is met in. */
export interface ForeignFormat {
  /** Whether a hash is of this kind, by how it begins. */
  readonly mark: RegExp;
  /** @throws ForeignHashError */
  read(encoded: string): ForeignHash;
}

/** The hash cannot be taken. `message` is a sentence for whoever imports it, and holds nothing of the hash. */
export class ForeignHashError extends Error {
  override readonly name = 'ForeignHashError';
}

/** The hash is not what it begins like. */
export function malformed(kind: string): ForeignHashError {
  return new ForeignHashError(`This begins like a ${kind} hash but is not a complete one.`);
}

/**
 * A number of the hash within its bounds. Those above are what a login would cost: a hostile hash must not keep a server
 * busy (attack A42).
 * @throws ForeignHashError
 */
export function bounded(kind: string, name: string, value: number, [least, most]: readonly [number, number]): number {
  if (value >= least && value <= most) return value;
  throw new ForeignHashError(`The ${kind} hash has a ${name} outside ${least} to ${most}.`);
}
