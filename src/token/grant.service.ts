import { Injectable } from '@nestjs/common';
import type { NewAuthorization } from './authorization-model.js';
import { OAuthEngine } from './oauth-engine.js';
import { type GrantSummary, GrantStore } from './store/grant.store.js';

/** What the rest of the server may do with grants. */
@Injectable()
export class GrantService {
  constructor(
    private readonly engine: OAuthEngine,
    private readonly grants: GrantStore,
  ) {}

  /** A code for what the user allowed. One INSERT. */
  issueCode(authorization: NewAuthorization): Promise<string> {
    return this.engine.authorize(authorization);
  }

  /** Ends everything that the user allowed this client. Its tokens are dead when this resolves. One UPDATE. */
  revokeOf(userId: string, clientRowId: string): Promise<void> {
    return this.grants.revokeOf(userId, clientRowId);
  }

  /** Ends everything that the user allowed anyone, as after a password change. One UPDATE. */
  revokeAllOf(userId: string): Promise<void> {
    return this.grants.revokeAllOf(userId);
  }

  /**
   * Ends what was allowed in these sessions, except what the user allowed to go on while they are away
   * (OpenID Connect Back-Channel Logout §2.7). One UPDATE.
   */
  revokeOfSessions(sids: readonly string[]): Promise<void> {
    return this.grants.revokeOfSessions(sids);
  }

  /** How each client used what the user allowed it, by the client's row id. One SELECT. */
  summaryOf(userId: string): Promise<Map<string, GrantSummary>> {
    return this.grants.summaryOf(userId);
  }
}
