import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayActOn, checkMayActOnClient, rolesUnder } from '../../api/rights.js';
import type { Client } from '../../clients/client.entity.js';
import { ClientService } from '../../clients/client.service.js';
import { Problem } from '../../http/problem.js';
import type { AccessToken } from '../../token/access-token.entity.js';
import { type Revoked, TokenAdministration } from '../../token/token-administration.service.js';
import type { User } from '../../users/user.entity.js';
import { UserService } from '../../users/user.service.js';
import type { TokenRevocationOrder } from './token.dto.js';

/** What is done to tokens through the admin API, by whom it may be done. */
@Injectable()
export class AdminTokens {
  constructor(
    private readonly tokens: TokenAdministration,
    private readonly users: UserService,
    private readonly clients: ClientService,
  ) {}

  /** @throws Problem `not-found` */
  async one(id: string): Promise<AccessToken> {
    const token = await this.tokens.find(id);
    if (token === undefined) throw new Problem('not-found');
    return token;
  }

  /** @throws Problem `not-found`, `forbidden` */
  async revoke(caller: Caller, id: string): Promise<void> {
    const { user, client } = await this.one(id);
    if (user) checkMayActOn(caller, user.role);
    else if (client !== undefined) checkMayActOnClient(caller, client);
    // It may have ended in between: what was wanted is true.
    await this.tokens.revoke(id);
  }

  /**
   * Of an app only what belongs to people under the caller ends: the rest is left, and is no error.
   * @throws Problem `validation-failed`, `forbidden`
   */
  async revokeAll(caller: Caller, { user_id: userId, client_id: clientId }: TokenRevocationOrder): Promise<Revoked> {
    const user = userId === undefined ? undefined : await this.user(userId);
    const client = clientId === undefined ? undefined : await this.client(clientId);
    if (user !== undefined) checkMayActOn(caller, user.role);
    if (client !== undefined) checkMayActOnClient(caller, client);
    return this.tokens.revokeAll({ user, client }, rolesUnder(caller));
  }

  private async user(id: string): Promise<User> {
    const user = await this.users.byId(id);
    if (user === null) throw missing('user_id', 'There is no user with this id.');
    return user;
  }

  private async client(clientId: string): Promise<Client> {
    const client = await this.clients.stored(clientId);
    if (client === undefined) throw missing('client_id', 'There is no app with this client id.');
    return client;
  }
}

function missing(field: string, message: string): Problem {
  return new Problem('validation-failed', undefined, { errors: [{ field, message }] });
}
