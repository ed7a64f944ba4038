import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayActOn } from '../../api/rights.js';
import { AuditLog } from '../../audit/audit-log.service.js';
import { OwnedClients } from '../../clients/owned-clients.service.js';
import { Problem } from '../../http/problem.js';
import { InitialAccessTokens } from '../../registration/initial-access-tokens.service.js';
import { SessionService } from '../../session/session.service.js';
import { UserAdministration } from '../../users/user-administration.service.js';
import type { User } from '../../users/user.entity.js';

/**
 * Deletes users. First a guarded statement closes the account, which decides; then goes what hangs from it, each thing
 * written down and told to whom it concerns; the row at last. Cut short, it leaves a closed account to delete again.
 */
@Injectable()
export class UserDeletion {
  constructor(
    private readonly administration: UserAdministration,
    private readonly sessions: SessionService,
    private readonly apps: OwnedClients,
    private readonly initialAccessTokens: InitialAccessTokens,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `forbidden`, `precondition-failed`: then nothing has happened */
  async delete(caller: Caller, user: User): Promise<void> {
    checkMayActOn(caller, user.role);
    const { id, employeeId } = user;
    if (!(await this.administration.close(user))) throw new Problem('precondition-failed');
    await this.sessions.endAll(id);
    const why = { cause: 'user.deleted', userId: id };
    const details = {
      apps: await this.apps.deleteAll(employeeId, why),
      initialAccessTokens: await this.initialAccessTokens.revokeAll(employeeId, why),
    };
    // Unless another deletion, which has closed the account after this one, was first.
    if (!(await this.administration.delete(user))) throw new Problem('not-found');
    await this.audit.record({ action: 'user.deleted', target: { type: 'user', id }, details });
  }
}
