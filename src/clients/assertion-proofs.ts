import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { checkAssertionClaims, type ClientAssertion } from '../protocol/client-assertion.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { invalidClient } from '../protocol/invalid-client.js';
import { isSameAlg } from '../protocol/jose-algs.js';
import { AssertionSignatures, type Signer } from './assertion-signatures.js';
import type { ClientProof } from './client-proof.js';
import type { RegisteredClient } from './registered-client.js';
import { ReplayGuard } from './replay-guard.service.js';
import { SecretUsage } from './secret-usage.js';

/** Clients that sign an assertion: `private_key_jwt` and `client_secret_jwt` (RFC 7523, OpenID Connect Core §9). */
@Injectable()
export class AssertionProofs {
  private readonly audiences: readonly string[];

  constructor(
    private readonly signatures: AssertionSignatures,
    private readonly guard: ReplayGuard,
    private readonly usage: SecretUsage,
    { issuer }: Settings,
  ) {
    // The token endpoint at every endpoint: RFC 7523 §3 offers it as the name of the server, and older clients use it.
    this.audiences = [issuer, issuer + ENDPOINTS.token];
  }

  /**
   * Nothing of the claims is judged before the signature, so only the client itself is told what is wrong with them.
   * @returns undefined for a wrong signature
   */
  async prove(assertion: ClientAssertion, client: RegisteredClient | undefined): Promise<ClientProof | undefined> {
    const signer = await this.signatures.signer(assertion, client);
    return client === undefined || signer === undefined ? undefined : () => this.accept(assertion, client, signer);
  }

  private async accept({ alg, claims }: ClientAssertion, client: RegisteredClient, { secret }: Signer): Promise<void> {
    const registered = client.metadata.token_endpoint_auth_signing_alg;
    if (registered !== undefined && !isSameAlg(registered, alg)) {
      throw invalidClient(`this client is registered for assertions with ${registered}, not ${alg}`);
    }
    const { jti, usableUntil } = checkAssertionClaims(claims, { audiences: this.audiences, now: Date.now() / 1000 });
    // Last of all: an assertion that is refused for anything else does not use its jti up (attack R28).
    const isFirst = await this.guard.use('client_assertion', client.rowId, jti, new Date(usableUntil * 1000));
    if (!isFirst) throw invalidClient('the client_assertion was used before: make a new one for each request');
    if (secret !== undefined) this.usage.note(secret.digest);
  }
}
