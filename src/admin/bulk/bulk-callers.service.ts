import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { isStaff, scopesOf } from '../../api/staff-roles.js';
import { BulkStop } from '../../bulk/bulk-acts.js';
import type { BulkStarter } from '../../bulk/bulk-operation.entity.js';
import { ClientService } from '../../clients/client.service.js';
import { type AdminScope, isAdminScope } from '../../protocol/admin-scope.js';
import { UserService } from '../../users/user.service.js';

const LOST = 'caller_lost_rights';

/** Whoever began a bulk operation, with the rights that they have at each moment of it. */
@Injectable()
export class BulkCallers {
  constructor(
    private readonly users: UserService,
    private readonly clients: ClientService,
  ) {}

  /** What is kept of the caller. @throws BulkStop when they are gone already */
  async starterOf(caller: Caller): Promise<BulkStarter> {
    const { scopes } = caller;
    if (caller.kind === 'client') return { type: 'client', id: caller.clientId, scopes, credentialsVersion: null };
    const user = await this.users.byId(caller.id);
    if (user === null) throw new BulkStop(LOST);
    return { type: 'user', id: user.id, scopes, credentialsVersion: user.credentialsVersion };
  }

  /**
   * The starter as a caller of this moment: active, not signed out everywhere since, with what they might do then and
   * may do still. One statement.
   * @throws BulkStop when the scope is not among it
   */
  async now(starter: BulkStarter, scope: AdminScope): Promise<Caller> {
    const caller = await (starter.type === 'client' ? this.machine(starter) : this.person(starter));
    if (caller?.scopes.includes(scope) !== true) throw new BulkStop(LOST);
    return caller;
  }

  private async machine({ id, scopes }: BulkStarter): Promise<Caller | undefined> {
    const client = await this.clients.stored(id);
    if (client?.status !== 'active') return undefined;
    const standing = (client.adminScopes ?? []).filter(isAdminScope).filter((scope) => scopes.includes(scope));
    return { kind: 'client', id: client.id, clientId: id, scopes: standing };
  }

  private async person({ id, scopes, credentialsVersion }: BulkStarter): Promise<Caller | undefined> {
    const user = await this.users.byId(id);
    if (user?.status !== 'active' || user.credentialsVersion !== credentialsVersion) return undefined;
    const { role, username } = user;
    if (!isStaff(role)) return undefined;
    const standing = scopesOf(role).filter((scope) => scopes.includes(scope));
    // Whether the login was fresh enough was asked when the operation began.
    return { kind: 'user', id, username, role, scopes: standing, sid: '', loginAge: 0 };
  }
}
