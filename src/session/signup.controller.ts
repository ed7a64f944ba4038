import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formView } from '../http/form-view.js';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { LOGIN, SIGNUP } from '../interaction/links.js';
import { EMPTY_FORM, type FormView } from '../pages/form-view.js';
import { signupPage } from '../pages/signup/signup.page.js';
import { text } from '../pages/texts.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import { formFaults } from '../users/form-faults.js';
import { allowReturnToApp, type LoginStep, LoginStepService, stepPath, type Wanted } from './login-step.service.js';
import { SignupForm } from './signup-form.dto.js';
import { SignupService } from './signup.service.js';

/** The sign-up page, by itself or as a step of an authorization request. */
@Public()
@Controller(SIGNUP)
export class SignupController {
  constructor(
    private readonly steps: LoginStepService,
    private readonly signups: SignupService,
    private readonly live: LiveSettings,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() wanted: Wanted,
  ): Promise<FastifyReply> {
    await this.checkOpen();
    const step = await this.steps.open(request, reply, wanted);
    return step === undefined ? reply : this.page(reply, step, EMPTY_FORM);
  }

  @Post()
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.checkOpen();
    const form = await readForm(request, SignupForm, { takesFile: true });
    const step = await this.steps.open(request, reply, form.fields);
    if (step === undefined) return reply;
    if (form.value === undefined) return this.page(reply.code(422), step, formView(form));
    try {
      await this.signups.signUp(request, reply, { newUser: form.value, picture: form.file });
    } catch (error) {
      return this.page(reply.code(422), step, formView({ ...form, errors: formFaults(error) }));
    }
    return this.steps.finish(reply, step);
  }

  private async checkOpen(): Promise<void> {
    const { registration } = await this.live.current();
    if (registration !== 'open') throw new PageError('forbidden', { detail: text(`signup.${registration}`) });
  }

  private page(reply: FastifyReply, step: LoginStep, form: FormView): FastifyReply {
    allowReturnToApp(reply, step);
    const { interaction, app, returnTo } = step;
    return sendPage(
      reply,
      signupPage,
      {
        form,
        actionUrl: SIGNUP,
        loginUrl: stepPath(LOGIN, step),
        ...(app && { app }),
        ...(interaction && { interactionId: interaction.id }),
        ...(returnTo !== undefined && { returnTo }),
      },
      { status: reply.statusCode },
    );
  }
}
