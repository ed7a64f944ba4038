import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditAttempts } from '../audit/audit-attempts.service.js';
import { authorizationHeader } from '../http/form-body.js';
import { noteActor } from '../http/origin.js';
import { presentedCredentials, type PresentedCredentials } from '../protocol/client-credentials.js';
import { invalidClient } from '../protocol/invalid-client.js';
import type { OAuthError } from '../protocol/oauth-error.js';
import type { Params } from '../protocol/params.js';
import { AssertionProofs } from './assertion-proofs.js';
import type { ClientProof } from './client-proof.js';
import { ClientService } from './client.service.js';
import { MinuteCounts } from './minute-counts.js';
import type { RegisteredClient } from './registered-client.js';
import { SecretProofs } from './secret-proofs.js';

const MAX_FAILURES = 30;

/** Which client is calling? Asked by the token, revocation and introspection endpoints (RFC 6749 §2.3). */
@Injectable()
export class ClientAuthenticator {
  private readonly logger = new Logger(ClientAuthenticator.name);
  /**
   * Wrong credentials by client id. They never judge a right one: whoever knows a client id could otherwise lock that client
   * out. A secret has 256 random bits, so what this adds is not protection of the secret but an early answer and a log line
   * that shows the noise.
   */
  private readonly failures = new MinuteCounts(MAX_FAILURES);

  constructor(
    private readonly clients: ClientService,
    private readonly secrets: SecretProofs,
    private readonly assertions: AssertionProofs,
    private readonly attempts: AuditAttempts,
  ) {}

  /**
   * The client, proven by the one method that it is registered for. A wrong secret or signature, a wrong id and an id that
   * never existed get the same answer for the same work; only who is the client is told more.
   * @throws OAuthError `invalid_client`, `invalid_request` (several methods at once)
   */
  async authenticate(request: FastifyRequest, params: Params): Promise<RegisteredClient> {
    const presented = presentedCredentials(authorizationHeader(request), params);
    const client = await this.clients.find(presented.clientId);
    const proof = await this.prove(presented, client);
    if (client === undefined || proof === undefined) throw this.wrongCredentials(presented.clientId, client);
    // RFC 7591 §2 `token_endpoint_auth_method`: exactly the registered one. Above all, a confidential client cannot
    // be had without its secret.
    if (client.tokenEndpointAuthMethod !== presented.method) {
      throw invalidClient(`this client is registered for ${client.tokenEndpointAuthMethod}, not ${presented.method}`);
    }
    if (!client.isActive) throw invalidClient('this client is suspended');
    await proof();
    noteActor({ type: 'client', id: client.clientId });
    return client;
  }

  /** By what came along: a secret, a signed assertion, or nothing but an id. */
  private async prove(
    presented: PresentedCredentials,
    client: RegisteredClient | undefined,
  ): Promise<ClientProof | undefined> {
    if ('clientSecret' in presented) return this.secrets.prove(presented.clientSecret, client);
    if ('assertion' in presented) return this.assertions.prove(presented.assertion, client);
    return nothingToProve;
  }

  private wrongCredentials(presentedId: string, client: RegisteredClient | undefined): OAuthError {
    if (client !== undefined && client.adminScopes.length > 0) {
      const target = { type: 'client', id: client.clientId } as const;
      this.attempts.recordAside({ action: 'client.authentication_failed', target, failure: 'wrong_credentials' });
    }
    const { excess, retryAfter } = this.failures.add(presentedId);
    if (excess === 0) return invalidClient('client authentication failed');
    // What was presented is not logged: it may be a secret in the wrong field.
    if (excess === 1 && client !== undefined) {
      this.logger.warn(`many wrong credentials within a minute for ${client.clientId}`);
    }
    return invalidClient('too many failed attempts', { status: 429, headers: { 'retry-after': String(retryAfter) } });
  }
}

function nothingToProve(): void {}
