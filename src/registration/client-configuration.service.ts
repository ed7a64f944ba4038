import { Injectable } from '@nestjs/common';
import { ClientMetadataCheck } from '../clients/client-metadata-check.service.js';
import { ClientRegistration } from '../clients/client-registration.service.js';
import type { Client } from '../clients/client.entity.js';
import { ClientSecretService } from '../clients/client-secret.service.js';
import { ClientService } from '../clients/client.service.js';
import { newRegistrationAccessToken } from '../clients/registration-access-token.js';
import { type JsonObject, member } from '../protocol/json-value.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { usesSecret } from '../protocol/grant-types.js';
import { updateInput } from '../protocol/registration-update.js';
import { registrationError } from '../protocol/registration-response.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import { type OpenedRegistration, wrongToken } from './registration-access.service.js';
import { RegistrationQuota } from './registration-quota.service.js';

/** An app reads, changes and deletes its own registration (RFC 7592). */
@Injectable()
export class ClientConfiguration {
  constructor(
    private readonly clients: ClientService,
    private readonly secrets: ClientSecretService,
    private readonly quota: RegistrationQuota,
    private readonly check: ClientMetadataCheck,
    private readonly registration: ClientRegistration,
  ) {}

  /**
   * Replaces the registration by the document. It is judged whole, by the rules of a new one (attack R10). The token is
   * replaced too, in the same statement: of two updates with one token the second is told.
   * @throws OAuthError `invalid_client_metadata`, `invalid_redirect_uri`, `invalid_token`, `temporarily_unavailable`
   */
  async update({ client }: OpenedRegistration, document: JsonObject): Promise<OpenedRegistration> {
    const { clientId, kind, allowedScopes } = client;
    const input = updateInput(document, { clientId, kind, scopes: allowedScopes ?? SCOPE_NAMES });
    this.checkSecret(client, document);
    // Before the check: it may fetch what a stranger names.
    await this.quota.takeUpdate(client.id);
    const { metadata, faults } = await this.check.check(input, { allowedScopes, before: client });
    if (metadata === undefined) throw registrationError(faults);
    const { token, digest } = newRegistrationAccessToken();
    if (!(await this.registration.update(client, metadata, { registrationAccessTokenDigest: digest }))) {
      throw wrongToken();
    }
    const updated = await this.clients.stored(client.clientId);
    if (updated === undefined) throw wrongToken();
    return { client: updated, registrationAccessToken: token, clientSecret: await this.neededSecret(client, updated) };
  }

  /** An app that changes to a method for which it has no secret of ours gets one; otherwise the secret stays. */
  private async neededSecret(before: Client, updated: Client): Promise<string | undefined> {
    const { tokenEndpointAuthMethod: method, clientSecretDigest } = updated;
    const isOtherUse = method === 'client_secret_jwt' && before.tokenEndpointAuthMethod !== method;
    if (!usesSecret(method) || (clientSecretDigest !== null && !isOtherUse)) return undefined;
    return this.secrets.rotate(updated, 0);
  }

  /**
   * RFC 7592 §2.2: a client_secret "MUST match the currently issued client secret"; it "MUST NOT be allowed to overwrite
   * its existing client secret with its own chosen value".
   */
  private checkSecret(client: Client, document: JsonObject): void {
    const secret = member(document, 'client_secret');
    if (secret === undefined || this.secrets.isLive(client, secret)) return;
    throw new OAuthError('invalid_client_metadata', 'client_secret: leave it out, or send the one that is in use');
  }

  /** Deletes the app with everything that was issued to it. */
  async delete({ client }: OpenedRegistration): Promise<void> {
    await this.registration.delete(client);
  }
}
