import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formView } from '../http/form-view.js';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { FORGOT_PASSWORD, LOGIN } from '../interaction/links.js';
import { Mailer } from '../mail/mailer.service.js';
import { forgotPasswordPage, type ForgotPasswordView } from '../pages/forgot-password/forgot-password.page.js';
import { EMPTY_FORM } from '../pages/form-view.js';
import { type LoginStep, LoginStepService, stepPath, type Wanted } from '../session/login-step.service.js';
import { ForgotForm } from './forgot-form.dto.js';
import { PasswordRecovery } from './password-recovery.service.js';

/** Where a lost password is told. Says the same to everybody. */
@Public()
@Controller(FORGOT_PASSWORD)
export class ForgotPasswordController {
  constructor(
    private readonly steps: LoginStepService,
    private readonly recovery: PasswordRecovery,
    private readonly mailer: Mailer,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() wanted: Wanted,
  ): Promise<FastifyReply> {
    const step = await this.steps.open(request, reply, wanted);
    return step === undefined ? reply : this.page(reply, step, { form: EMPTY_FORM });
  }

  @Post()
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const form = await readForm(request, ForgotForm);
    const step = await this.steps.open(request, reply, form.fields);
    if (step === undefined) return reply;
    if (form.value === undefined) return this.page(reply.code(422), step, { form: formView(form) });
    const { email } = form.value;
    if (this.mailer.canSend) await this.recovery.request(request, email, step.interaction?.id);
    return this.page(reply.code(200), step, { form: EMPTY_FORM, sentTo: email });
  }

  private page(reply: FastifyReply, step: LoginStep, view: Pick<ForgotPasswordView, 'form' | 'sentTo'>): FastifyReply {
    const { interaction, app, returnTo } = step;
    return sendPage(
      reply,
      forgotPasswordPage,
      {
        ...view,
        canSend: this.mailer.canSend,
        loginUrl: stepPath(LOGIN, step),
        ...(app && { app }),
        ...(interaction && { interactionId: interaction.id }),
        ...(returnTo !== undefined && { returnTo }),
      },
      { status: reply.statusCode },
    );
  }
}
