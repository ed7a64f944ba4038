import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { formView } from '../http/form-view.js';
import { leaveNotice } from '../http/notice.js';
import { readForm } from '../http/page-form.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { emailPage } from '../pages/email/email.page.js';
import { EMPTY_FORM, type FormView } from '../pages/form-view.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { EmailForm } from './email-form.dto.js';
import { OwnEmail } from './own-email.service.js';

/** The user's own address: confirm it, change it, or take the change back. */
@Controller('account/email')
export class EmailController {
  constructor(
    private readonly email: OwnEmail,
    private readonly settings: Settings,
  ) {}

  @Get()
  show(@SignedIn() session: CurrentSession, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.page(reply, session, EMPTY_FORM);
  }

  @Post()
  async change(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = await readForm(request, EmailForm);
    if (form.value === undefined) return this.page(reply.code(422), session, formView(form));
    const refusal = await this.email.change(session.user, form.value.email, form.value.current_password);
    if (refusal === undefined) return this.done(reply, 'email_change_begun');
    return this.page(reply.code(422), session, formView({ ...form, errors: refusal }));
  }

  @Post('verify')
  async verify(@SignedIn() { user }: CurrentSession, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.email.verify(user);
    return this.done(reply, 'verification_sent');
  }

  @Post('cancel')
  async cancel(@SignedIn() { user }: CurrentSession, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.done(reply, (await this.email.cancel(user)) ? 'email_change_cancelled' : 'email_change_over');
  }

  private done(reply: FastifyReply, notice: string): FastifyReply {
    leaveNotice(reply, this.settings, notice);
    return redirect(reply, '/account');
  }

  private async page(reply: FastifyReply, { user }: CurrentSession, form: FormView): Promise<FastifyReply> {
    const view = { state: await this.email.stateOf(user), form, username: user.username };
    return sendPage(reply, emailPage, view, { status: reply.statusCode, current: 'account' });
  }
}
