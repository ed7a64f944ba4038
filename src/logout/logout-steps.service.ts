import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appViewOf } from '../clients/app-view-of.js';
import { ClientService } from '../clients/client.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import { allowFormRedirect, allowFrames } from '../http/content-security-policy.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { logoutDonePage } from '../pages/logout-done/logout-done.page.js';
import { logoutPage } from '../pages/logout/logout.page.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { postLogoutUrl } from '../protocol/logout-request.js';
import { type CurrentSession, SessionService } from '../session/session.service.js';
import { Subjects } from '../token/subjects.service.js';
import { FrontChannel } from './front-channel.service.js';
import type { LogoutRequest } from './logout-request.js';
import { LOGOUT_DONE, LogoutTickets } from './logout-tickets.service.js';

const HOME = '/';

/** What happens to an end session request that is good: the question, the end, and where the browser goes then. */
@Injectable()
export class LogoutSteps {
  constructor(
    private readonly sessions: SessionService,
    private readonly clients: ClientService,
    private readonly subjects: Subjects,
    private readonly frontChannel: FrontChannel,
    private readonly tickets: LogoutTickets,
  ) {}

  /** RP-Initiated Logout §2: without proof that this session is meant, "the OP SHOULD ask the End-User". Here it must. */
  async proceed(request: FastifyRequest, reply: FastifyReply, logout: LogoutRequest): Promise<FastifyReply> {
    const [session, client] = [await this.sessions.current(request), await this.clientOf(logout)];
    if (session === undefined) return this.leaveSignedOut(reply, logout);
    if (!(await this.isMeant(session, logout, client))) return this.ask(reply, { logout, session, client });
    const frames = await this.frontChannel.framesOf(session.sid);
    await this.sessions.end(request, reply);
    const over = { ...logout, proof: { sid: session.sid } };
    return frames.length > 0 ? redirect(reply, this.tickets.urlOf(LOGOUT_DONE, over)) : this.leave(reply, over);
  }

  /** The page at the end: it tells apps by frames, and goes on to the app that asked. */
  async showDone(reply: FastifyReply, logout: LogoutRequest): Promise<FastifyReply> {
    const [client, sid] = [await this.clientOf(logout), logout.proof?.sid];
    const frames = sid === undefined ? [] : await this.frontChannel.framesOf(sid);
    allowFrames(reply, frames);
    const continueUrl = targetOf(logout);
    return sendPage(reply, logoutDonePage, {
      frames,
      goesOn: continueUrl !== undefined && logout.proof !== undefined,
      ...(continueUrl !== undefined && client !== undefined && { continueUrl, appName: client.clientName }),
    });
  }

  /**
   * The session that the ID token was issued in, of the user that it was issued for. One without a `sid` does not say
   * which of the user's browsers is meant.
   */
  private async isMeant(
    { sid, user }: CurrentSession,
    { proof }: LogoutRequest,
    client: RegisteredClient | undefined,
  ): Promise<boolean> {
    if (proof?.sid !== sid) return false;
    if (proof.subject === undefined) return true;
    return client !== undefined && proof.subject === (await this.subjects.of(client, user.id));
  }

  private ask(
    reply: FastifyReply,
    {
      logout,
      session,
      client,
    }: { logout: LogoutRequest; session: CurrentSession; client: RegisteredClient | undefined },
  ): FastifyReply {
    const { redirectUri } = logout;
    if (redirectUri !== undefined) allowFormRedirect(reply, redirectUri);
    const answer = { ...logout, proof: { sid: session.sid } };
    return sendPage(reply, logoutPage, {
      username: session.user.username,
      ticket: this.tickets.seal(ENDPOINTS.logout, answer),
      stayUrl: targetOf(logout) ?? HOME,
      ...(client && { app: appViewOf(client) }),
    });
  }

  /** Nobody is signed in with this browser, perhaps since an earlier click. Only the app's own ID token sends it on. */
  private leaveSignedOut(reply: FastifyReply, logout: LogoutRequest): Promise<FastifyReply> | FastifyReply {
    return logout.proof === undefined ? this.showDone(reply, logout) : this.leave(reply, logout);
  }

  private leave(reply: FastifyReply, logout: LogoutRequest): FastifyReply {
    return redirect(reply, targetOf(logout) ?? LOGOUT_DONE);
  }

  private async clientOf({ clientId }: LogoutRequest): Promise<RegisteredClient | undefined> {
    return clientId === undefined ? undefined : this.clients.find(clientId);
  }
}

function targetOf({ redirectUri, state }: LogoutRequest): string | undefined {
  return redirectUri === undefined ? undefined : postLogoutUrl(redirectUri, state);
}
