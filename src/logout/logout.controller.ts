import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseQueryOrBody } from '../http/form-body.js';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { logoutErrorPage } from '../pages/logout-error/logout-error.page.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { SessionService } from '../session/session.service.js';
import { LogoutIntake } from './logout-intake.service.js';
import { LogoutSteps } from './logout-steps.service.js';
import { LOGOUT_DONE, LogoutTickets } from './logout-tickets.service.js';

/**
 * The end session endpoint (OpenID Connect RP-Initiated Logout §2), also behind our own "Sign out". Public: whoever is
 * not signed in any more comes here too.
 */
@Public()
@Controller(ENDPOINTS.logout)
export class LogoutController {
  constructor(
    private readonly intake: LogoutIntake,
    private readonly steps: LogoutSteps,
    private readonly tickets: LogoutTickets,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.guarded(reply, async () => {
      const { values } = parseQueryOrBody(request);
      return this.steps.proceed(request, reply, await this.intake.accept(values));
    });
  }

  /**
   * §2: "OpenID Providers MUST support the use of the HTTP GET and POST methods". A POST from an app's site comes without
   * our SameSite cookies, so the browser is asked to come again by GET, with them, and without the ID token. See
   * docs/adr/0020. Our own question takes the same way.
   */
  @Post()
  startByPost(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.guarded(reply, async () => {
      const { values } = parseQueryOrBody(request);
      return redirect(reply, this.tickets.urlOf(ENDPOINTS.logout, await this.intake.accept(values)));
    });
  }

  /** It is over. The ticket says which apps are told by a frame, and where it goes on. */
  @Get('done')
  done(@Res() reply: FastifyReply, @Query('ticket') ticket: unknown): Promise<FastifyReply> {
    return this.guarded(reply, async () => {
      const logout = typeof ticket === 'string' ? await this.intake.reopen(LOGOUT_DONE, ticket) : {};
      return this.steps.showDone(reply, logout);
    });
  }

  /** RP-Initiated Logout §4: a faulty request is told to the person, and nobody is redirected. */
  private async guarded(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
    try {
      return await work();
    } catch (error) {
      // A fault of ours is for the one exception filter, which knows what must not be said.
      if (!(error instanceof OAuthError) || error.status >= 500) throw error;
      const { code, description, status } = error;
      reply.request.log.info({ error: code, description }, 'logout request refused');
      const isSignedIn = (await this.sessions.current(reply.request)) !== undefined;
      return sendPage(
        reply,
        logoutErrorPage,
        { code, description, isSignedIn, requestId: reply.request.id },
        { status },
      );
    }
  }
}
