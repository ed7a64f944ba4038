import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';

/** With which an app reads and changes its own registration (RFC 7592 §3). */
export interface RegistrationAccessToken {
  /** Shown once, then only its digest is left. */
  readonly token: string;
  readonly digest: Buffer;
}

/** A new one of 256 bits. Its prefix lets secret scanners recognise it. */
export function newRegistrationAccessToken(): RegistrationAccessToken {
  const token = `dwr_${randomToken()}`;
  return { token, digest: sha256(token) };
}
