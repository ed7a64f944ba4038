import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a random credential: what the database keeps of it. Not for passwords, which can be guessed. */
export function sha256(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

/** HMAC-SHA-256 over parts that cannot run into one another: each is preceded by its length. */
export function hmac(key: Buffer, ...parts: readonly (string | Buffer)[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  return mac.digest();
}

/** Compares two digests in constant time. */
export function equalDigests(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
