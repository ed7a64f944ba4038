import { randomBytes } from 'node:crypto';

/**
 * A random credential in base64url. 32 bytes give 256 bits of entropy; RFC 6749 §10.10 asks for at least 128.
 * Synchronous, because the asynchronous form costs more than the work itself at this size.
 */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}
