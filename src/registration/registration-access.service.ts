import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Client } from '../clients/client.entity.js';
import { ClientService } from '../clients/client.service.js';
import { equalDigests, sha256 } from '../crypto/digest.js';
import { noteActor } from '../http/origin.js';
import { bearerError } from '../protocol/bearer-token.js';
import type { OAuthError } from '../protocol/oauth-error.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import { registrationBearer } from './registration-bearer.js';
import { requireRegistrationOn } from './registration.service.js';

/** Stands in for the digest of an app that does not exist, so that both take the same work. */
const NOBODY = Buffer.alloc(32);

/** An app with the token that opened its registration. */
export interface OpenedRegistration {
  readonly client: Client;
  /** When an update made one necessary. */
  readonly clientSecret?: string | undefined;
  readonly registrationAccessToken: string;
}

/** Who may read, change and delete a registration: whoever has its registration access token (RFC 7592 §1.2). */
@Injectable()
export class RegistrationAccess {
  constructor(
    private readonly live: LiveSettings,
    private readonly clients: ClientService,
  ) {}

  /**
   * The app whose registration access token was sent. RFC 7592 §2.1: an app that does not exist gets the same 401 as a
   * wrong token, so that nobody learns which exist.
   * @throws OAuthError `invalid_token`
   */
  async open(request: FastifyRequest, clientId: string): Promise<OpenedRegistration> {
    requireRegistrationOn(await this.live.current());
    const registrationAccessToken = registrationBearer(request);
    const client = await this.clients.stored(clientId);
    const isRight = equalDigests(sha256(registrationAccessToken), client?.registrationAccessTokenDigest ?? NOBODY);
    if (client === undefined || !isRight) throw wrongToken();
    if (client.status !== 'active') throw bearerError('insufficient_scope', 'this client is suspended');
    noteActor({ type: 'client', id: client.clientId });
    return { client, registrationAccessToken };
  }
}

/** One answer for a wrong token, another app's and an app that never was. */
export function wrongToken(): OAuthError {
  return bearerError('invalid_token', 'the registration access token is wrong, or not for this client');
}
