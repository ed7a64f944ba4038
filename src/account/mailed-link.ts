import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../http/send-page.js';
import { linkOverPage, type LinkOverView } from '../pages/link-over/link-over.page.js';
import type { SessionService } from '../session/session.service.js';
import type { User } from '../users/user.entity.js';

/**
 * Answers, and returns true, when a mailed link cannot be followed in this browser: it does not work, or somebody else
 * is signed in here. They may have been talked into opening it (attack R14), so nothing is done in their name.
 */
export async function refuseLink(
  request: FastifyRequest,
  reply: FastifyReply,
  { owner, kind, sessions }: { owner: User | undefined; kind: LinkOverView['kind']; sessions: SessionService },
): Promise<boolean> {
  if (owner === undefined) {
    sendPage(reply, linkOverPage, { kind }, { status: 410 });
    return true;
  }
  const session = await sessions.current(request);
  if (session === undefined || session.user.id === owner.id) return false;
  sendPage(reply, linkOverPage, { kind, otherThan: session.user.username }, { status: 403 });
  return true;
}
