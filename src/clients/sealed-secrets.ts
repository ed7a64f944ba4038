import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { open, seal } from '../crypto/seal.js';
import type { LiveSecret } from './registered-client.js';

/**
 * Secrets of clients that prove them by HMAC and never send them (`client_secret_jwt`): a digest cannot check that, so
 * they are kept, sealed. See docs/adr/0027.
 */
@Injectable()
export class SealedSecrets {
  constructor(private readonly settings: Settings) {}

  /** The form for the row of a secret of this client. */
  seal(clientRowId: string, secret: string): string {
    return seal(this.settings.secretKeys, contextOf(clientRowId), Buffer.from(secret));
  }

  /** The bytes of a secret (OpenID Connect Core §10.1: of its UTF-8); undefined when it is kept as a digest only. */
  open(clientRowId: string, { sealed }: LiveSecret): Uint8Array | undefined {
    return sealed === null ? undefined : new Uint8Array(open(this.settings.secretKeys, contextOf(clientRowId), sealed));
  }
}

/** A sealed secret that is moved to another client does not open. */
function contextOf(clientRowId: string): string {
  return `oauth_client_secrets.sealed_secret ${clientRowId}`;
}
