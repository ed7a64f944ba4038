import { hkdfSync } from 'node:crypto';

/** One key per purpose from the secret key (HKDF-SHA-256, RFC 5869), so that no two uses share a key. 32 bytes. */
export function deriveKey(secretKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `doorward ${purpose}`, 32));
}
