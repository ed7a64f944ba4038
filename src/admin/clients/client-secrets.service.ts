import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { AppOwners } from '../../app-owners/app-owners.service.js';
import { checkMayActFor, checkMayActOnClient } from '../../api/rights.js';
import type { ClientSecret } from '../../clients/client-secret.entity.js';
import { ClientSecretService } from '../../clients/client-secret.service.js';
import type { Client } from '../../clients/client.entity.js';
import { ClientService } from '../../clients/client.service.js';
import { secretRef } from '../../clients/secret-ref.js';
import { TooManySecretsError } from '../../clients/too-many-secrets-error.js';
import { Problem } from '../../http/problem.js';
import { usesSecret } from '../../protocol/grant-types.js';
import { clientSecretResource, type NewClientSecretResource } from './client-secret.resource.js';

/** What is done to the secrets of apps through the admin API. Who has a secret of an app can do what the app can. */
@Injectable()
export class AdminClientSecrets {
  constructor(
    private readonly secrets: ClientSecretService,
    private readonly clients: ClientService,
    private readonly owners: AppOwners,
  ) {}

  /** The live secrets, the newest first. */
  of({ secrets = [] }: Client): ClientSecret[] {
    return secrets.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  }

  /** @throws Problem `not-found` */
  one(client: Client, id: string): ClientSecret {
    const secret = this.of(client).find(({ digest }) => secretRef(digest) === id);
    if (secret === undefined) throw new Problem('not-found');
    return secret;
  }

  /**
   * A new secret; those before it go on for the overlap.
   * @param overlap seconds
   * @throws Problem `forbidden`, `conflict`
   */
  async rotate(caller: Caller, client: Client, overlap: number): Promise<NewClientSecretResource> {
    checkMayActOnClient(caller, client);
    if (!usesSecret(client.tokenEndpointAuthMethod)) {
      throw new Problem('conflict', 'This app has no secret: see its token_endpoint_auth_method.');
    }
    const owner = await this.owners.of(client);
    if (owner !== null) checkMayActFor(caller, owner);
    const secret = await this.rotated(client, overlap);
    if (secret !== undefined) await this.owners.tellOfSecret(owner, client, { act: 'made', overlap });
    const after = await this.clients.stored(client.clientId);
    const row = after && secret && this.secrets.rowOf(after, secret);
    if (!row) throw new Problem('conflict', 'Somebody else made a secret at the same moment. Read again.');
    return Object.assign(clientSecretResource(row, after), { client_secret: secret });
  }

  /** @throws Problem `not-found`, `forbidden`, `conflict` */
  async end(caller: Caller, client: Client, id: string): Promise<void> {
    checkMayActOnClient(caller, client);
    const { digest } = this.one(client, id);
    if (client.clientSecretDigest?.equals(digest)) {
      throw new Problem(
        'conflict',
        'This is the current secret: make another one, then end this one. Or suspend the app.',
      );
    }
    const owner = await this.owners.of(client);
    if (!(await this.secrets.revoke(client, digest))) throw new Problem('not-found');
    await this.owners.tellOfSecret(owner, client, { act: 'ended' });
  }

  private async rotated(client: Client, overlap: number): Promise<string | undefined> {
    try {
      return await this.secrets.rotate(client, overlap);
    } catch (cause) {
      if (!(cause instanceof TooManySecretsError)) throw cause;
      throw new Problem('conflict', `An app has at most ${cause.limit} live secrets: end one first.`, { cause });
    }
  }
}
