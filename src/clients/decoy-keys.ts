import { randomBytes } from 'node:crypto';
import { generateKeyPair } from 'jose';

const SECRET_BYTES = 64;

/**
 * Keys that nobody has the other half of. An assertion of a client that does not exist is checked with one of them, so that
 * its refusal costs what a wrong signature costs.
 */
export class DecoyKeys {
  readonly secret = new Uint8Array(randomBytes(SECRET_BYTES));
  private readonly keys = new Map<string, Promise<CryptoKey>>();

  /** One for each algorithm, made when it is first needed. */
  publicKey(alg: string): Promise<CryptoKey> {
    const known = this.keys.get(alg);
    if (known !== undefined) return known;
    const key = generateKeyPair(alg).then(({ publicKey }) => publicKey);
    this.keys.set(alg, key);
    return key;
  }
}
