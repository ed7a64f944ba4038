import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formView } from '../http/form-view.js';
import { PageError } from '../http/page-error.js';
import { type FormResult, readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { FORGOT_PASSWORD, LOGIN, RESUME, SIGNUP, stepUrl } from '../interaction/links.js';
import { interactionNeedsLogin } from '../interaction/needs-login.js';
import type { FormView } from '../pages/form-view.js';
import { loginPage } from '../pages/login/login.page.js';
import { text } from '../pages/texts.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import { Statistics } from '../statistics/statistics.service.js';
import { CancelForm } from './cancel-form.dto.js';
import { LoginForm } from './login-form.dto.js';
import { allowReturnToApp, type LoginStep, LoginStepService, stepPath, type Wanted } from './login-step.service.js';
import { LoginService } from './login.service.js';
import { localPath } from './return-to.js';
import { type CurrentSession, SessionService } from './session.service.js';
import { TooManyAttemptsError } from '../throttle/throttle.service.js';

/** The login page, by itself or as a step of an authorization request. */
@Public()
@Controller(LOGIN)
export class LoginController {
  constructor(
    private readonly steps: LoginStepService,
    private readonly logins: LoginService,
    private readonly sessions: SessionService,
    private readonly live: LiveSettings,
    private readonly statistics: Statistics,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() wanted: Wanted,
  ): Promise<FastifyReply> {
    const step = await this.steps.open(request, reply, wanted);
    if (step === undefined) return reply;
    const session = await this.sessions.current(request);
    const { interaction } = step;
    if (interaction === undefined && session !== undefined && wanted.again !== 'true') {
      return redirect(reply, localPath(step.returnTo));
    }
    if (interaction !== undefined && !interactionNeedsLogin(interaction, session, new Date())) {
      return redirect(reply, stepUrl(RESUME, interaction.id));
    }
    return this.page(reply, step, { values: { username: proposedName(step, session) }, errors: {} });
  }

  @Post()
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const form = await readForm(request, LoginForm);
    const step = await this.steps.open(request, reply, form.fields);
    if (step === undefined) return reply;
    if (form.value === undefined) return this.page(reply.code(422), step, formView(form));
    try {
      const isRight = await this.logins.login(request, reply, form.value);
      return isRight ? await this.steps.finish(reply, step) : this.refuse(reply, step, form);
    } catch (error) {
      if (error instanceof TooManyAttemptsError) return this.wait(reply, step, { form, error });
      throw error;
    }
  }

  /** Back to the app without an answer: `access_denied` (RFC 6749 §4.1.2.1). */
  @Post('cancel')
  async cancel(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { value } = await readForm(request, CancelForm);
    const step = await this.steps.open(request, reply, { interaction: value?.interaction ?? null });
    if (step === undefined) return reply;
    if (step.interaction === undefined) throw new PageError('bad_request');
    return this.steps.cancel(reply, step.interaction);
  }

  private refuse(reply: FastifyReply, step: LoginStep, form: FormResult<LoginForm>): Promise<FastifyReply> {
    return this.page(reply.code(422), step, formView(form, text('login.wrong')));
  }

  private wait(
    reply: FastifyReply,
    step: LoginStep,
    { form, error }: { form: FormResult<LoginForm>; error: TooManyAttemptsError },
  ): Promise<FastifyReply> {
    // Nobody was judged, so the audit log, whose sign-ins are counted, has nothing of it.
    this.statistics.count('sign_in', 'throttled');
    const seconds = error.retryAfterSeconds;
    const summary = text('login.throttled', { count: Math.ceil(seconds / 60) });
    return this.page(reply.code(429).header('retry-after', String(seconds)), step, formView(form, summary));
  }

  private async page(reply: FastifyReply, step: LoginStep, form: FormView): Promise<FastifyReply> {
    allowReturnToApp(reply, step);
    const { registration } = await this.live.current();
    const { interaction, app, returnTo } = step;
    return sendPage(
      reply,
      loginPage,
      {
        form,
        forgotUrl: stepPath(FORGOT_PASSWORD, step),
        ...(app && { app }),
        ...(interaction && { interactionId: interaction.id }),
        ...(returnTo !== undefined && { returnTo }),
        ...(registration === 'open' && { signupUrl: stepPath(SIGNUP, step) }),
      },
      { status: reply.statusCode },
    );
  }
}

/** Who probably signs in: whom the app expects (OpenID Connect Core §3.1.2.1 `login_hint`), or who is here already. */
function proposedName({ interaction }: LoginStep, session: CurrentSession | undefined): string {
  const hint = interaction?.parameters['login_hint'];
  const isSwitching = interaction?.isSwitchingAccount === true;
  if (hint !== undefined && !(isSwitching && isNameOf(hint, session))) return hint;
  return isSwitching ? '' : (session?.user.username ?? '');
}

/** Whoever wants another account is not offered their own. */
function isNameOf(hint: string, session: CurrentSession | undefined): boolean {
  return session !== undefined && [session.user.username, session.user.email].includes(hint);
}
