import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appViewOf } from '../clients/app-view-of.js';
import { ClientService } from '../clients/client.service.js';
import { allowFormRedirect } from '../http/content-security-policy.js';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import { sendInteractionOver } from '../interaction/interaction-over.js';
import { type FoundInteraction, InteractionService } from '../interaction/interaction.service.js';
import { CONSENT, RESUME, stepUrl } from '../interaction/links.js';
import { interactionNeedsLogin } from '../interaction/needs-login.js';
import { consentPage } from '../pages/consent/consent.page.js';
import { text } from '../pages/texts.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { SessionService } from '../session/session.service.js';
import { ConsentForm } from './consent-form.dto.js';
import { askedOf, consentView, type Question, redirectUriOf } from './consent-view.js';
import { ConsentService } from './consent.service.js';

/**
 * The consent step: shows who asks for what, keeps the answer. Every way out of it leads to the dispatcher, which
 * decides what the answer means. Public, because without a session the dispatcher has to ask for one.
 */
@Public()
@Controller(CONSENT)
export class ConsentController {
  constructor(
    private readonly interactions: InteractionService,
    private readonly sessions: SessionService,
    private readonly clients: ClientService,
    private readonly consents: ConsentService,
    private readonly catalogue: ScopeCatalogue,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('interaction') id: unknown,
  ): Promise<FastifyReply> {
    const found = await this.interactions.find(request, typeof id === 'string' ? id : undefined);
    if (found.state !== 'open') return this.sendOver(reply, found);
    const question = await this.question(request, found.interaction);
    if (question === undefined) return redirect(reply, stepUrl(RESUME, found.interaction.id));
    return ask(reply, question);
  }

  @Post()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { value: form } = await readForm(request, ConsentForm, { lists: ['scope'] });
    if (form === undefined) throw new PageError('bad_request');
    const found = await this.interactions.find(request, form.interaction);
    if (found.state !== 'open') return this.sendOver(reply, found);
    const { interaction } = found;
    if (form.decision === 'switch') await this.interactions.mark(interaction.id, { isSwitchingAccount: true });
    else if (form.decision === 'deny') await this.deny(request, interaction);
    else {
      const question = await this.question(request, interaction);
      if (question !== undefined) return this.allow(reply, question, form);
    }
    return redirect(reply, stepUrl(RESUME, interaction.id));
  }

  private async allow(reply: FastifyReply, question: Question, form: ConsentForm): Promise<FastifyReply> {
    const { interaction, client, user } = question;
    // What one person read, another must not answer for.
    if (form.account !== user.id) return ask(reply, question, { isOtherAccount: true });
    const asked = askedOf(interaction, client);
    if (!form.scope.every((scope) => asked.includes(scope))) throw new PageError('bad_request');
    // Signing in cannot be unticked: whoever allows the rest, or none of it, allows that.
    const allowed = asked.filter((permission) => permission === 'openid' || form.scope.includes(permission));
    if (asked.length > 0 && allowed.length === 0) {
      return ask(reply, question, { retry: { ticked: [], error: text('consent.none_ticked') } });
    }
    await this.consents.decide(user.id, client, { asked, allowed });
    await this.interactions.mark(interaction.id, {
      consentDecision: 'granted',
      consentUserId: user.id,
      consentScopes: [...allowed],
      isSwitchingAccount: false,
    });
    return redirect(reply, stepUrl(RESUME, interaction.id));
  }

  private async deny(request: FastifyRequest, { id, clientId }: Interaction): Promise<void> {
    const session = await this.sessions.current(request);
    await this.interactions.mark(id, {
      consentDecision: 'denied',
      consentUserId: session?.user.id ?? null,
      consentScopes: null,
    });
    await this.consents.noteRefusal(clientId);
  }

  /** Undefined when this is not the moment to ask: the dispatcher knows what comes first. */
  private async question(request: FastifyRequest, interaction: Interaction): Promise<Question | undefined> {
    const session = await this.sessions.current(request);
    const { parameters, createdAt, loginAt } = interaction;
    // Whoever wanted another account and came back with the back button is asked with the one they have.
    const progress = { parameters, createdAt, loginAt, isSwitchingAccount: false };
    if (session === undefined || interactionNeedsLogin(progress, session, new Date())) return undefined;
    const client = await this.clients.find(interaction.clientId);
    if (client === undefined || !client.isActive) return undefined;
    const { user } = session;
    const remembered = await this.consents.find(user.id, client.rowId);
    return { interaction, client, user, remembered, defined: await this.catalogue.among(askedOf(interaction, client)) };
  }

  private async sendOver(reply: FastifyReply, found: FoundInteraction): Promise<FastifyReply> {
    const client = found.interaction === undefined ? undefined : await this.clients.find(found.interaction.clientId);
    return sendInteractionOver(reply, found, client === undefined ? undefined : appViewOf(client));
  }
}

/** Shows the question. Its form may lead back to the app. */
function ask(reply: FastifyReply, question: Question, again?: Parameters<typeof consentView>[1]): FastifyReply {
  allowFormRedirect(reply, redirectUriOf(question.interaction));
  return sendPage(reply, consentPage, consentView(question, again), { status: again === undefined ? 200 : 422 });
}
