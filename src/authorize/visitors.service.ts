import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RegisteredClient } from '../clients/registered-client.js';
import type { AuthorizationRequest } from '../protocol/authorization-request.js';
import { subjectsAskedFor } from '../protocol/claims-request.js';
import { type CurrentSession, SessionService } from '../session/session.service.js';
import { Subjects } from '../token/subjects.service.js';

/** Who is signed in with the browser that brings an authorization request. */
export interface Visitor {
  readonly session: CurrentSession;
  /** The app says that it means somebody else. */
  readonly isOtherUser: boolean;
}

/** Finds out who brings an authorization request, and whether it is whom the app means. */
@Injectable()
export class Visitors {
  constructor(
    private readonly sessions: SessionService,
    private readonly subjects: Subjects,
  ) {}

  async of(
    request: FastifyRequest,
    client: RegisteredClient,
    authorization: AuthorizationRequest,
  ): Promise<Visitor | undefined> {
    const session = await this.sessions.current(request);
    return session && { session, isOtherUser: await this.isOther(session, client, authorization) };
  }

  /** OpenID Connect Core §5.5.1: the client knows users by the `sub` that it sees, which may be pairwise. */
  private async isOther(
    { user }: CurrentSession,
    client: RegisteredClient,
    { claims }: AuthorizationRequest,
  ): Promise<boolean> {
    const asked = claims === undefined ? undefined : subjectsAskedFor(claims);
    return asked !== undefined && !asked.includes(await this.subjects.of(client, user.id));
  }
}
