import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkFreshLogin } from '../../api/fresh-login.js';
import { ClientService } from '../../clients/client.service.js';
import { Settings } from '../../config/settings.js';
import { type FieldFault, Problem } from '../../http/problem.js';
import { identifierFault } from '../../protocol/resource-indicator.js';
import { type ResourceReach, ResourceAdministration } from '../../resources/resource-administration.service.js';
import type { ResourceServer } from '../../scopes/resource-server.entity.js';
import type { NewResourceBody, ResourcePatch } from './resource.dto.js';

/** What is done to resource servers through the admin API. */
@Injectable()
export class AdminResources {
  constructor(
    private readonly resources: ResourceAdministration,
    private readonly clients: ClientService,
    private readonly settings: Settings,
  ) {}

  /** @throws Problem `not-found` */
  async one(id: string): Promise<ResourceServer> {
    const resource = await this.resources.find(id);
    if (resource === undefined) throw new Problem('not-found');
    return resource;
  }

  /** @throws Problem `conflict`, `validation-failed` */
  async create({
    identifier,
    name,
    access_token_lifetime: lifetime,
    client_id,
  }: NewResourceBody): Promise<ResourceServer> {
    const message = identifierFault(identifier, this.settings.issuer);
    if (message !== undefined) throw faulty({ field: 'identifier', message });
    const clientRowId = await this.rowIdOf(client_id ?? null);
    const made = await this.resources.create({ identifier, name, accessTokenLifetime: lifetime ?? null, clientRowId });
    if (made === undefined) throw new Problem('conflict', 'There is a resource server with this identifier already.');
    return made;
  }

  /**
   * Only another name can be given by somebody who signed in long ago: the rest decides who learns of its tokens, and
   * what they are worth.
   * @throws Problem `login-too-old`, `precondition-failed`, `validation-failed`
   */
  async change(
    caller: Caller,
    resource: ResourceServer,
    { name, access_token_lifetime: accessTokenLifetime, client_id, status }: ResourcePatch,
  ): Promise<ResourceServer> {
    const change = {
      ...(accessTokenLifetime !== undefined && { accessTokenLifetime }),
      ...(client_id !== undefined && { clientRowId: await this.rowIdOf(client_id) }),
      ...(status !== undefined && { status }),
    };
    const isOther = Object.entries(change).some(([column, value]) => value !== resource[column as keyof typeof change]);
    if (isOther) checkFreshLogin(caller);
    const changed = await this.resources.change(resource, { ...change, ...(name !== undefined && { name }) });
    if (changed === undefined) throw new Problem('precondition-failed');
    return changed;
  }

  /** @throws Problem `precondition-failed` */
  async delete(resource: ResourceServer): Promise<ResourceReach> {
    const deleted = await this.resources.delete(resource);
    if (deleted === undefined) throw new Problem('precondition-failed');
    return deleted;
  }

  /** RFC 7662 §2.1: who asks what a token is worth must prove who they are. */
  private async rowIdOf(clientId: string | null): Promise<string | null> {
    if (clientId === null) return null;
    const client = await this.clients.stored(clientId);
    if (client === undefined) throw faulty({ field: 'client_id', message: 'There is no app with this client id.' });
    if (client.tokenEndpointAuthMethod === 'none') {
      throw faulty({
        field: 'client_id',
        message: 'This app cannot prove who it is: choose one with a secret or a key.',
      });
    }
    return client.id;
  }
}

function faulty(fault: FieldFault): Problem {
  return new Problem('validation-failed', undefined, { errors: [fault] });
}
