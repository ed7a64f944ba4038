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
import { authorizeUrl, RESUME, stepUrl } from '../interaction/links.js';
import { authorizeErrorPage } from '../pages/authorize-error/authorize-error.page.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { ParsedParams } from '../protocol/params.js';
import { hasRequestObject } from '../protocol/request-object.js';
import { SessionService } from '../session/session.service.js';
import { AuthorizationIntake, type RefusedRequest } from './authorization-intake.service.js';
import { authorizeErrorView } from './authorize-error-view.js';
import { Dispatcher } from './dispatcher.service.js';
import { WaitingRequests } from './waiting-requests.service.js';

/** The authorization endpoint (RFC 6749 §3.1), and where its steps come back to. Public: it asks for a login itself. */
@Public()
@Controller(ENDPOINTS.authorize)
export class AuthorizeController {
  constructor(
    private readonly intake: AuthorizationIntake,
    private readonly dispatcher: Dispatcher,
    private readonly interactions: InteractionService,
    private readonly waiting: WaitingRequests,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.guarded(reply, () => this.proceed(reply, parseQueryOrBody(request)));
  }

  /**
   * OpenID Connect Core §3.1.2.1: "Authorization Servers MUST support the use of the HTTP GET and POST methods". A POST
   * from the app's site comes without our SameSite cookies, so the browser is asked to come again by GET, with them.
   * What is too long for an address, or came in an object that is opened once, is kept for it meanwhile.
   */
  @Post()
  startByPost(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.guarded(reply, async () => {
      const params = parseQueryOrBody(request);
      noteUiLocales(request, params.values['ui_locales']);
      const intake = await this.intake.accept(params, request.ip);
      if ('fault' in intake) return this.refuse(reply, intake);
      const { client, parameters } = intake;
      const url = hasRequestObject(params.values) ? undefined : authorizeUrl(parameters);
      return redirect(reply, url ?? (await this.waiting.park(request, { clientId: client.clientId, parameters })));
    });
  }

  /** The browser that posted a request comes again: from here on it is a request of this browser alone. */
  @Get('posted')
  async takeOver(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() { interaction: id, ticket }: Record<string, unknown>,
  ): Promise<FastifyReply> {
    if (typeof id !== 'string' || typeof ticket !== 'string') return sendInteractionOver(reply, { state: 'foreign' });
    await this.interactions.adopt(request, reply, { id, ticket });
    return redirect(reply, stepUrl(RESUME, id));
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
    const intake = await this.intake.accept(params, reply.request.ip);
    if ('fault' in intake) return this.refuse(reply, intake);
    // A request object may have a wish of its own.
    noteUiLocales(reply.request, intake.parameters['ui_locales']);
    return this.dispatcher.dispatch({ ...intake, reply, request: reply.request, interaction });
  }

  /** A fault that the app's developer has to see: it goes to the app, and to the log beside the request's id. */
  private refuse(reply: FastifyReply, { fault, target }: RefusedRequest): FastifyReply {
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
