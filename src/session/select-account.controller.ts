import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import { RESUME, SELECT_ACCOUNT, stepUrl } from '../interaction/links.js';
import { interactionNeedsSelection } from '../interaction/needs-login.js';
import type { AppView } from '../pages/app-view.js';
import { selectAccountPage } from '../pages/select-account/select-account.page.js';
import { pictureUrl } from '../pictures/picture-url.js';
import type { User } from '../users/user.entity.js';
import { allowReturnToApp, LoginStepService } from './login-step.service.js';
import { SelectAccountForm } from './select-account-form.dto.js';
import { SessionService } from './session.service.js';

interface Choice {
  readonly interaction: Interaction;
  readonly app?: AppView;
  readonly user: User;
}

/**
 * The account selection step of an authorization request (OpenID Connect Core §3.1.2.1 `select_account`): go on as who
 * is signed in, or as somebody else. Both ways lead to the dispatcher. Public, because it may ask for a login first.
 */
@Public()
@Controller(SELECT_ACCOUNT)
export class SelectAccountController {
  constructor(
    private readonly steps: LoginStepService,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('interaction') id: unknown,
  ): Promise<FastifyReply> {
    const choice = await this.choice(request, reply, id);
    return choice === undefined ? reply : offer(reply, choice);
  }

  @Post()
  async choose(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { value: form } = await readForm(request, SelectAccountForm);
    if (form === undefined) throw new PageError('bad_request');
    const choice = await this.choice(request, reply, form.interaction);
    if (choice === undefined) return reply;
    const { interaction, user } = choice;
    if (form.choice === 'other') return this.steps.switchAccount(reply, interaction);
    // What one person was offered is not what another one has chosen.
    if (form.account !== user.id) return offer(reply, choice, { isOtherAccount: true });
    return this.steps.finish(reply, { interaction });
  }

  /** Answers at once, and returns undefined, when this is not the moment to ask: the dispatcher knows what comes first. */
  private async choice(request: FastifyRequest, reply: FastifyReply, id: unknown): Promise<Choice | undefined> {
    const step = await this.steps.open(request, reply, { interaction: id ?? null });
    if (step?.interaction === undefined) return undefined;
    const session = await this.sessions.current(request);
    // Whoever wanted another account and came back with the back button may still choose.
    const { id: interactionId, parameters, createdAt, loginAt } = step.interaction;
    const isMoment = interactionNeedsSelection({ parameters, createdAt, loginAt, isSwitchingAccount: false });
    if (session !== undefined && isMoment) return { ...step, interaction: step.interaction, user: session.user };
    redirect(reply, stepUrl(RESUME, interactionId));
    return undefined;
  }
}

/** Shows the choice. Its form may lead back to the app. */
function offer(
  reply: FastifyReply,
  { interaction, app, user }: Choice,
  { isOtherAccount = false }: { isOtherAccount?: boolean } = {},
): FastifyReply {
  allowReturnToApp(reply, { interaction });
  const { id, username, email } = user;
  const picture = pictureUrl(user.picture);
  const account = { id, username, email, ...(picture === undefined ? {} : { pictureUrl: picture }) };
  const view = { account, interactionId: interaction.id, isOtherAccount, ...(app && { app }) };
  return sendPage(reply, selectAccountPage, view, { status: isOtherAccount ? 422 : 200 });
}
