import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseQueryOrBody } from '../http/form-body.js';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { noteUiLocales } from '../http/request-language.js';
import { sendPage } from '../http/send-page.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import { sendInteractionOver } from '../interaction/interaction-over.js';
import { InteractionService } from '../interaction/interaction.service.js';
import { authorizeUrl } from '../interaction/links.js';
import { authorizeErrorPage } from '../pages/authorize-error/authorize-error.page.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { ParsedParams } from '../protocol/params.js';
import { SessionService } from '../session/session.service.js';
import { AuthorizationIntake } from './authorization-intake.service.js';
import { authorizeErrorView } from './authorize-error-view.js';
import { Dispatcher } from './dispatcher.service.js';
import { storedParameters } from './stored-request.js';

/** The authorization endpoint (RFC 6749 §3.1), and where its steps come back to. Public: it asks for a login itself. */
@Public()
@Controller(ENDPOINTS.authorize)
export class AuthorizeController {
  constructor(
    private readonly intake: AuthorizationIntake,
    private readonly dispatcher: Dispatcher,
    private readonly interactions: InteractionService,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.guarded(reply, () => this.proceed(reply, parseQueryOrBody(request)));
  }

  /**
   * OpenID Connect Core §3.1.2.1: "Authorization Servers MUST support the use of the HTTP GET and POST methods". A POST
   * from the app's site comes without our SameSite cookies, so the browser is asked to come again by GET, with them.
   */
  @Post()
  startByPost(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.guarded(reply, async () => {
      const params = parseQueryOrBody(request);
      noteUiLocales(request, params.values['ui_locales']);
      const intake = await this.intake.accept(params);
      if ('fault' in intake) return this.refuse(reply, intake);
      return redirect(reply, authorizeUrl(storedParameters(params.values)));
    });
  }

  /** Back from a step. The request is the one that was stored; the browser only says which. */
  @Get('resume')
  resume(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('interaction') id: unknown,
  ): Promise<FastifyReply> {
    return this.guarded(reply, async () => {
      const found = await this.interactions.find(request, typeof id === 'string' ? id : undefined);
      const isRefused = found.state === 'consumed' && found.interaction.consentDecision === 'denied';
      if (found.state !== 'open' && !isRefused) return sendInteractionOver(reply, found);
      const { interaction } = found;
      return this.proceed(reply, { values: interaction.parameters, lists: {} }, interaction);
    });
  }

  private async proceed(reply: FastifyReply, params: ParsedParams, interaction?: Interaction): Promise<FastifyReply> {
    noteUiLocales(reply.request, params.values['ui_locales']);
    const intake = await this.intake.accept(params);
    if ('fault' in intake) return this.refuse(reply, intake);
    const visit = { ...intake, reply, request: reply.request, parameters: params.values };
    return this.dispatcher.dispatch(interaction === undefined ? visit : { ...visit, interaction });
  }

  /** A fault that the app's developer has to see: it goes to the app, and to the log beside the request's id. */
  private refuse(
    reply: FastifyReply,
    { fault, target }: { fault: OAuthError; target: { redirectUri: string; state?: string } },
  ): FastifyReply {
    const { code, description } = fault;
    reply.request.log.info({ error: code, description }, 'authorization request refused');
    return this.dispatcher.answer(reply, target, { error: code, error_description: description });
  }

  /** RFC 6749 §4.1.2.1: what cannot be told to the app is told to the person, and nobody is redirected. */
  private async guarded(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
    try {
      return await work();
    } catch (error) {
      // A fault of ours is for the one exception filter, which knows what must not be said.
      if (!(error instanceof OAuthError) || error.status >= 500) throw error;
      const { request } = reply;
      request.log.info({ error: error.code, description: error.description }, 'authorization request not answered');
      const session = await this.sessions.current(request);
      const view = authorizeErrorView(error, request.id, session?.user);
      return sendPage(reply, authorizeErrorPage, view, { status: error.status });
    }
  }
}
