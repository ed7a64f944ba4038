import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkFreshLogin } from '../../api/fresh-login.js';
import { checkMayActOnClient } from '../../api/rights.js';
import { ClientScopes } from '../../clients/client-scopes.service.js';
import { ClientService } from '../../clients/client.service.js';
import { Settings } from '../../config/settings.js';
import { Problem } from '../../http/problem.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { APP_KIND_RULES, type AppKind } from '../../protocol/grant-types.js';
import { ResourceAdministration } from '../../resources/resource-administration.service.js';
import { ScopeAdministration } from '../../resources/scope-administration.service.js';
import type { CustomScope } from '../../scopes/custom-scope.entity.js';
import type { NewScopeBody, ScopePatch } from './scope.dto.js';
import { builtInScopes, type ScopeResource } from './scope.resource.js';

/** What is done to scopes through the admin API. */
@Injectable()
export class AdminScopes {
  constructor(
    private readonly scopes: ScopeAdministration,
    private readonly resources: ResourceAdministration,
    private readonly clients: ClientService,
    private readonly clientScopes: ClientScopes,
    private readonly settings: Settings,
  ) {}

  builtIn(): readonly ScopeResource[] {
    return builtInScopes(`${this.settings.issuer}${ADMIN_API}`);
  }

  /** @throws Problem `not-found`, `conflict` for what is built in */
  async one(id: string): Promise<CustomScope> {
    const scope = await this.scopes.find(id);
    if (scope !== undefined) return scope;
    if (this.builtIn().some((builtIn) => builtIn.id === id)) {
      throw new Problem('conflict', 'This scope is built in: it cannot be changed or deleted.');
    }
    throw new Problem('not-found');
  }

  /** @throws Problem `conflict`, `validation-failed` */
  async create(body: NewScopeBody): Promise<CustomScope> {
    const { name, descriptions, sensitivity, needs_user: needsUser, resource_id: resourceId = null } = body;
    if (resourceId !== null && (await this.resources.find(resourceId)) === undefined) {
      const message = 'There is no resource server with this id.';
      throw new Problem('validation-failed', undefined, { errors: [{ field: 'resource_id', message }] });
    }
    const made = await this.scopes.create({ name, descriptions, sensitivity, needsUser, resourceId });
    if (made === undefined) throw new Problem('conflict', 'There is a scope of this name already.');
    return made;
  }

  /**
   * Its sentences can be written by somebody who signed in long ago; to whom it may be given cannot.
   * @throws Problem `login-too-old`, `precondition-failed`
   */
  async change(
    caller: Caller,
    scope: CustomScope,
    { descriptions, sensitivity, needs_user: needsUser }: ScopePatch,
  ): Promise<CustomScope> {
    const isOther = (sensitivity ?? scope.sensitivity) !== scope.sensitivity;
    if (isOther || (needsUser ?? scope.needsUser) !== scope.needsUser) checkFreshLogin(caller);
    const changed = await this.scopes.change(scope, {
      ...(descriptions !== undefined && { descriptions }),
      ...(sensitivity !== undefined && { sensitivity }),
      ...(needsUser !== undefined && { needsUser }),
    });
    if (changed === undefined) throw new Problem('precondition-failed');
    return changed;
  }

  /** @returns from how many apps it went @throws Problem `precondition-failed` */
  async delete(scope: CustomScope): Promise<number> {
    const apps = await this.scopes.delete(scope);
    if (apps === undefined) throw new Problem('precondition-failed');
    return apps;
  }

  /**
   * Lets an app ask for the scope, or not any more.
   * @throws Problem `forbidden`, `validation-failed`, `conflict`
   */
  async decide(caller: Caller, scope: CustomScope, clientId: string, isAllowed: boolean): Promise<void> {
    const client = await this.clients.stored(clientId);
    if (client === undefined) {
      if (!isAllowed) throw new Problem('not-found');
      throw fieldFault('There is no app with this client id.');
    }
    checkMayActOnClient(caller, client);
    const actsForPeople = APP_KIND_RULES[client.kind as AppKind].usesRedirects;
    if (isAllowed && scope.needsUser && !actsForPeople) {
      throw fieldFault('Only a person can allow this scope, and this app acts for none.');
    }
    if (!(await this.clientScopes.decide(client, scope.name, isAllowed))) {
      throw new Problem('conflict', 'The app was changed at the same moment. Try again.');
    }
  }
}

function fieldFault(message: string): Problem {
  return new Problem('validation-failed', undefined, { errors: [{ field: 'client_id', message }] });
}
