import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formView } from '../http/form-view.js';
import { type FormResult, readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { LOGIN } from '../interaction/links.js';
import { EMPTY_FORM, type FormView } from '../pages/form-view.js';
import { linkOverPage } from '../pages/link-over/link-over.page.js';
import { passwordSetPage } from '../pages/password-set/password-set.page.js';
import { resetPasswordPage } from '../pages/reset-password/reset-password.page.js';
import { LoginStepService, stepPath } from '../session/login-step.service.js';
import { PasswordReset } from './password-reset.service.js';
import { ResetForm } from './reset-form.dto.js';

/** Where the mailed link leads. Its token moves from the address into the form, and is not seen again. */
@Public()
@Controller('reset-password')
export class ResetPasswordController {
  constructor(
    private readonly resets: PasswordReset,
    private readonly steps: LoginStepService,
  ) {}

  /** Looking spends nothing: mail scanners follow links before people do. */
  @Get()
  async show(
    @Res() reply: FastifyReply,
    @Query('token') token: unknown,
    @Query('interaction') interaction: unknown,
  ): Promise<FastifyReply> {
    return this.page(reply, { token, interaction }, EMPTY_FORM);
  }

  @Post()
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const form = await readForm(request, ResetForm);
    if (form.value === undefined) return this.page(reply.code(422), form.fields, formView(form));
    const outcome = await this.resets.reset(reply, form.value.token, form.value.new_password);
    if (outcome === 'over') return over(reply);
    if (outcome !== 'done') return this.refuse(reply, form, `validation.password_${outcome.fault}`);
    const step = await this.steps.waiting(request, form.value.interaction);
    const loginUrl = stepPath(LOGIN, step);
    return sendPage(reply, passwordSetPage, { loginUrl, ...(step.app && { app: step.app }) });
  }

  private refuse(reply: FastifyReply, form: FormResult<ResetForm>, fault: string): Promise<FastifyReply> {
    return this.page(reply.code(422), form.fields, formView({ ...form, errors: { new_password: fault } }));
  }

  private async page(
    reply: FastifyReply,
    { token, interaction }: { readonly token?: unknown; readonly interaction?: unknown },
    form: FormView,
  ): Promise<FastifyReply> {
    const user = typeof token === 'string' ? await this.resets.userOf(token) : undefined;
    if (typeof token !== 'string' || user === undefined) return over(reply);
    const view = {
      form,
      token,
      username: user.username,
      ...(typeof interaction === 'string' && { interactionId: interaction }),
    };
    return sendPage(reply, resetPasswordPage, view, { status: reply.statusCode });
  }
}

function over(reply: FastifyReply): FastifyReply {
  return sendPage(reply, linkOverPage, { kind: 'reset_password' }, { status: 410 });
}
