import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { subjectsAskedFor } from '../protocol/claims-request.js';
import { type CurrentSession, SessionService } from '../session/session.service.js';
import { Subjects } from '../token/subjects.service.js';
import type { AcceptedRequest } from './authorization-intake.service.js';

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

  async of(request: FastifyRequest, accepted: AcceptedRequest): Promise<Visitor | undefined> {
    const session = await this.sessions.current(request);
    return session && { session, isOtherUser: await this.isOther(session, accepted) };
  }

  /** The client knows users by the `sub` that it sees, which may be pairwise. */
  private async isOther({ user }: CurrentSession, accepted: AcceptedRequest): Promise<boolean> {
    const meant = subjectsMeant(accepted);
    if (meant.length === 0) return false;
    const subject = await this.subjects.of(accepted.client, user.id);
    return meant.some((subjects) => !subjects.includes(subject));
  }
}

/**
 * The users that will do, by each of the two ways to say it: the ID token of OpenID Connect Core §3.1.2.1
 * `id_token_hint`, and the `sub` of §5.5.1.
 */
function subjectsMeant({ authorization, hintedSubject }: AcceptedRequest): readonly (readonly unknown[])[] {
  const asked = authorization.claims === undefined ? undefined : subjectsAskedFor(authorization.claims);
  return [hintedSubject === undefined ? undefined : [hintedSubject], asked].filter(
    (subjects) => subjects !== undefined,
  );
}
