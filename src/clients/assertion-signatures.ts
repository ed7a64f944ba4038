import { Injectable, Logger } from '@nestjs/common';
import { compactVerify } from 'jose';
import type { ClientAssertion } from '../protocol/client-assertion.js';
import { ClientKeys } from './client-keys.service.js';
import { DecoyKeys } from './decoy-keys.js';
import type { LiveSecret, RegisteredClient } from './registered-client.js';
import { SealedSecrets } from './sealed-secrets.js';

/** What made a signature: the client's own key, or one of its secrets. */
export interface Signer {
  readonly secret?: LiveSecret;
}

/** Checks who has signed a client assertion (RFC 7515 §5.2). The kind of key follows from the algorithm, never the reverse. */
@Injectable()
export class AssertionSignatures {
  private readonly logger = new Logger(AssertionSignatures.name);
  private readonly decoys = new DecoyKeys();

  constructor(
    private readonly keys: ClientKeys,
    private readonly secrets: SealedSecrets,
  ) {}

  /** @returns undefined when the client has not signed it, or does not exist, or its keys cannot be read now */
  signer(assertion: ClientAssertion, client: RegisteredClient | undefined): Promise<Signer | undefined> {
    return assertion.method === 'private_key_jwt' ? this.keyOf(assertion, client) : this.secretOf(assertion, client);
  }

  private async keyOf(
    { jwt, alg }: ClientAssertion,
    client: RegisteredClient | undefined,
  ): Promise<Signer | undefined> {
    const key = client === undefined ? await this.decoys.publicKey(alg) : this.keys.verificationKey(client);
    const isSigned = await this.verifies(() =>
      // Two overloads; which one it is makes no difference.
      typeof key === 'function'
        ? compactVerify(jwt, key, { algorithms: [alg] })
        : compactVerify(jwt, key, { algorithms: [alg] }),
    );
    return isSigned ? {} : undefined;
  }

  private async secretOf(
    { jwt, alg }: ClientAssertion,
    client: RegisteredClient | undefined,
  ): Promise<Signer | undefined> {
    const { rowId, secrets } = client ?? { rowId: '', secrets: [] };
    for (const secret of secrets) {
      const isSigned = await this.verifies(async () => {
        const bytes = this.secrets.open(rowId, secret) ?? this.decoys.secret;
        await compactVerify(jwt, bytes, { algorithms: [alg] });
      });
      if (isSigned) return { secret };
    }
    if (secrets.length === 0) {
      await this.verifies(() => compactVerify(jwt, this.decoys.secret, { algorithms: [alg] }));
    }
    return undefined;
  }

  private async verifies(verify: () => Promise<unknown>): Promise<boolean> {
    try {
      await verify();
      return true;
    } catch (error) {
      // The client's developer sees a plain refusal, like everybody: who has not proven anything is told nothing.
      this.logger.debug(`a client assertion was not accepted: ${String(error)}`);
      return false;
    }
  }
}
