import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayActFor } from '../../api/rights.js';
import { Problem } from '../../http/problem.js';
import { SCOPE_ADVICE } from '../../registration/allowed-scopes.js';
import type { InitialAccessToken } from '../../registration/initial-access-token.entity.js';
import { InitialAccessTokens } from '../../registration/initial-access-tokens.service.js';
import { isMissingReference } from '../../sql/missing-reference.js';
import type { User } from '../../users/user.entity.js';
import { UserService } from '../../users/user.service.js';
import type { NewInitialAccessTokenOrder } from './initial-access-token.dto.js';

/** What is done to initial access tokens through the admin API, by whom it may be done. */
@Injectable()
export class AdminInitialAccessTokens {
  constructor(
    private readonly tokens: InitialAccessTokens,
    private readonly users: UserService,
  ) {}

  /** @throws Problem `not-found` */
  async one(id: string): Promise<InitialAccessToken> {
    const token = await this.tokens.byId(id);
    if (token === undefined) throw new Problem('not-found');
    return token;
  }

  /**
   * @returns the row, and the token itself for showing once
   * @throws Problem `validation-failed`, `forbidden`
   */
  async create(
    caller: Caller,
    {
      label,
      max_uses: maxUses,
      expires_in: lifetime,
      pkce_required,
      allowed_scopes,
      owner,
    }: NewInitialAccessTokenOrder,
  ): Promise<{ readonly row: InitialAccessToken; readonly token: string }> {
    if (owner !== undefined) checkMayActFor(caller, await this.owner(owner));
    if (!(await this.tokens.mayAllow(allowed_scopes ?? []))) throw faulty('allowed_scopes', SCOPE_ADVICE);
    const policy = { pkceRequired: pkce_required, ...(allowed_scopes && { allowedScopes: allowed_scopes }) };
    const values = { label, policy, ownerEmployeeId: owner ?? null, maxUses, lifetime };
    const { id, token } = await this.tokens.create(values).catch((cause: unknown) => {
      throw isMissingReference(cause) ? noSuchOwner() : cause;
    });
    return { row: await this.one(id), token };
  }

  /** @throws Problem `not-found`, `forbidden` */
  async revoke(caller: Caller, id: string): Promise<void> {
    const { owner } = await this.one(id);
    if (owner) checkMayActFor(caller, owner);
    await this.tokens.revoke(id);
  }

  private async owner(employeeId: string): Promise<User> {
    const user = await this.users.byEmployeeId(employeeId);
    if (user === null) throw noSuchOwner();
    return user;
  }
}

function noSuchOwner(): Problem {
  return faulty('owner', 'There is no user with this employee number.');
}

function faulty(field: string, message: string): Problem {
  return new Problem('validation-failed', undefined, { errors: [{ field, message }] });
}
