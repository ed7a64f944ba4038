import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SessionClients } from '../logout/session-clients.service.js';
import { SessionStates } from '../logout/session-states.service.js';
import type { AuthorizationResult } from '../protocol/authorization-response.js';
import type { NewAuthorization } from '../token/authorization-model.js';
import { GrantService } from '../token/grant.service.js';

/** Makes the answer with a code, and what belongs to it when the session ends. */
@Injectable()
export class CodeIssuer {
  constructor(
    private readonly grants: GrantService,
    private readonly participants: SessionClients,
    private readonly sessionStates: SessionStates,
  ) {}

  /** The app is noted before it has the code: no app can sign anybody in and not be told of the logout. */
  async issue(reply: FastifyReply, authorization: NewAuthorization): Promise<AuthorizationResult> {
    await this.participants.note(authorization);
    const code = await this.grants.issueCode(authorization);
    return { code, ...this.sessionStates.of(reply, authorization.request) };
  }
}
