import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayActFor, checkMayActOnClient, checkMayGiveScopes } from '../../api/rights.js';
import { AppOwners } from '../../app-owners/app-owners.service.js';
import { ClientAdministration } from '../../clients/client-administration.service.js';
import type { ClientDecision } from '../../clients/client-decision.js';
import { ClientMetadataCheck } from '../../clients/client-metadata-check.service.js';
import { ClientRegistration, type Registration } from '../../clients/client-registration.service.js';
import type { Client } from '../../clients/client.entity.js';
import { ClientService } from '../../clients/client.service.js';
import { Problem } from '../../http/problem.js';
import type { User } from '../../users/user.entity.js';
import { checkMayChange, decisionOf, rightsOf, setsCredentials } from './client-change.js';
import { changedInput, changesMetadata, newClientInput } from './client-input.js';
import { judged, refuseFields, rightsFaults } from './client-judgement.js';
import type { ClientPatch, NewClient } from './client.dto.js';

/** What is done to apps through the admin API, by whom it may be done. */
@Injectable()
export class AdminClients {
  constructor(
    private readonly clients: ClientService,
    private readonly administration: ClientAdministration,
    private readonly registration: ClientRegistration,
    private readonly check: ClientMetadataCheck,
    private readonly owners: AppOwners,
  ) {}

  /** @throws Problem `not-found` */
  async one(clientId: string): Promise<Client> {
    const client = await this.clients.stored(clientId);
    if (client === undefined) throw new Problem('not-found');
    return client;
  }

  /**
   * Registers an app of the installation, or of a user: it bears their name. A program makes none that has rights here.
   * @throws Problem `forbidden`, `validation-failed`
   */
  async create(caller: Caller, body: NewClient): Promise<Registration> {
    const adminScopes = rightsOf(body.admin_scopes) ?? undefined;
    if (adminScopes !== undefined) checkMayGiveScopes(caller, adminScopes);
    const { allowed_scopes: allowedScopes, pkce_required: pkceRequired = true } = body;
    const isOwned = typeof body.owner === 'string';
    const result = await this.check.check(newClientInput(body), { by: 'operator', allowedScopes });
    const metadata = judged(body, { adminScopes: adminScopes ?? null, pkceRequired, isOwned, kind: body.kind }, result);
    const owner = await this.ownerOf(caller, body);
    const made = await this.registration.register(owner, metadata, {
      registeredBy: 'api',
      pkceRequired,
      allowedScopes: allowedScopes ?? undefined,
      adminScopes,
    });
    if (made.clientSecret !== undefined) await this.owners.tellOfSecret(owner, made.client, { act: 'made' });
    return made;
  }

  /**
   * Changes the version of the app that was read. What is decided about it alone, like a suspension, waits for no rule
   * of its metadata, nor for another server.
   * @throws Problem `forbidden`, `insufficient-scope`, `login-too-old`, `validation-failed`, `precondition-failed`
   */
  async change(caller: Caller, client: Client, patch: ClientPatch): Promise<Client> {
    checkMayChange(caller, client, patch);
    const owner = await this.owners.of(client);
    const isOtherProof = setsCredentials(client, patch);
    if (owner !== null && isOtherProof) checkMayActFor(caller, owner);
    const decision = decisionOf(patch);
    const isDone = changesMetadata(patch)
      ? await this.changeAll(client, patch, decision)
      : await this.decide(client, decision);
    if (!isDone) throw new Problem('precondition-failed');
    if (isOtherProof) await this.owners.tellOfSecret(owner, client, { act: 'replaced' });
    return this.one(client.clientId);
  }

  /** @throws Problem `forbidden`, `precondition-failed` */
  async delete(caller: Caller, client: Client): Promise<void> {
    checkMayActOnClient(caller, client);
    const isDone = await this.registration.delete(client, { version: client.updatedAt });
    if (!isDone) throw new Problem('precondition-failed');
  }

  private async changeAll(client: Client, patch: ClientPatch, decision: ClientDecision): Promise<boolean> {
    const { allowedScopes = client.allowedScopes, adminScopes = client.adminScopes } = decision;
    const { pkceRequired = client.pkceRequired } = decision;
    const result = await this.check.check(changedInput(client, patch), {
      by: 'operator',
      allowedScopes,
      before: client,
    });
    const after = { adminScopes, pkceRequired, isOwned: client.ownerEmployeeId !== null, kind: client.kind };
    const metadata = judged(patch, { ...after, before: client }, result);
    return this.registration.update(client, metadata, { decision });
  }

  private async decide(client: Client, decision: ClientDecision): Promise<boolean> {
    const { grantTypes, ownerEmployeeId } = client;
    const { adminScopes = null } = decision;
    refuseFields(rightsFaults({ adminScopes, grantTypes, isOwned: ownerEmployeeId !== null }));
    return (await this.administration.decide(client, decision)) !== undefined;
  }

  /** @throws Problem `validation-failed`, `forbidden` */
  private async ownerOf(caller: Caller, { owner }: NewClient): Promise<User | null> {
    if (owner === undefined || owner === null) return null;
    const user = await this.owners.byNumber(owner);
    if (user === null) refuseFields([{ field: 'owner', message: 'No user has this employee number.' }]);
    else checkMayActFor(caller, user);
    return user;
  }
}
