import { Injectable } from '@nestjs/common';
import type { ClientProof } from './client-proof.js';
import type { RegisteredClient } from './registered-client.js';
import { SecretDigests } from './secret-digests.js';
import { SecretUsage } from './secret-usage.js';

/** Clients that send their secret: `client_secret_basic` and `client_secret_post` (RFC 6749 §2.3.1). */
@Injectable()
export class SecretProofs {
  constructor(
    private readonly digests: SecretDigests,
    private readonly usage: SecretUsage,
  ) {}

  /** The same work whether there is such a client or not. @returns undefined for a wrong secret */
  prove(clientSecret: string, client: RegisteredClient | undefined): ClientProof | undefined {
    const secret = this.digests.match(clientSecret, client?.secrets ?? []);
    return secret === undefined ? undefined : () => this.usage.note(secret.digest);
  }
}
