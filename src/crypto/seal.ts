import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from './derived-key.js';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_BYTES = 6;

/**
 * Encrypts a value for the database with AES-256-GCM (NIST SP 800-38D) under the newest key.
 * @param secretKeys newest first: the first seals, all open
 * @param context what and whose the value is; opening needs the same, so a sealed value cannot be moved elsewhere
 * @returns `v1.<key id>.<base64url of iv, tag and ciphertext>`
 */
export function seal(secretKeys: readonly Buffer[], context: string, plaintext: Buffer): string {
  const [key] = secretKeys;
  if (key === undefined) throw new Error('there is no secret key to seal with');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(key), iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return [VERSION, keyId(key), Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')].join('.');
}

/**
 * Decrypts what `seal` made, with whichever of the keys sealed it.
 * @throws Error when no key fits, the context differs, or a bit was changed; the text tells nothing of the value
 */
export function open(secretKeys: readonly Buffer[], context: string, sealed: string): Buffer {
  const [version, id, encoded = ''] = sealed.split('.');
  const key = secretKeys.find((candidate) => keyId(candidate) === id);
  if (version !== VERSION || key === undefined) {
    throw new Error('a sealed value was made with a key that is not in SECRET_KEY');
  }
  try {
    return decrypt(sealingKey(key), context, Buffer.from(encoded, 'base64url'));
  } catch (cause) {
    throw new Error('a sealed value was changed, or moved from another place', { cause });
  }
}

/** Whether the newest key sealed it: anything else would be lost with its key. */
export function isSealedByNewest([newest]: readonly Buffer[], sealed: string): boolean {
  return newest !== undefined && sealed.split('.')[1] === keyId(newest);
}

function decrypt(key: Buffer, context: string, bytes: Buffer): Buffer {
  const iv = bytes.subarray(0, IV_BYTES);
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  // `authTagLength` refuses a shortened tag, which would be easier to forge.
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

function sealingKey(secretKey: Buffer): Buffer {
  return deriveKey(secretKey, 'seal');
}

/** Tells keys apart without telling anything about them. */
function keyId(secretKey: Buffer): string {
  return deriveKey(secretKey, 'key-id').subarray(0, KEY_ID_BYTES).toString('base64url');
}
