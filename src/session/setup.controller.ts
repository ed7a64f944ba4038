import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditAttempts } from '../audit/audit-attempts.service.js';
import { formView } from '../http/form-view.js';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { LOGIN } from '../interaction/links.js';
import { EMPTY_FORM, type FormView } from '../pages/form-view.js';
import { signupPage } from '../pages/signup/signup.page.js';
import { text } from '../pages/texts.js';
import { FirstAdminService } from '../users/first-admin.service.js';
import { formFaults } from '../users/form-faults.js';
import { LoginService } from './login.service.js';
import { SetupForm } from './setup-form.dto.js';

/** Where the one-time link of the first start leads: whoever holds it becomes the owner. */
@Public()
@Controller('setup')
export class SetupController {
  constructor(
    private readonly firstAdmin: FirstAdminService,
    private readonly logins: LoginService,
    private readonly attempts: AuditAttempts,
  ) {}

  /** Looking at the page does not spend the link: a preview or a reload must not. */
  @Get()
  async show(@Res() reply: FastifyReply, @Query('token') token: unknown): Promise<FastifyReply> {
    if (typeof token !== 'string' || !(await this.firstAdmin.isLive(token))) throw await this.linkOver();
    return page(reply, token, EMPTY_FORM);
  }

  @Post()
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const form = await readForm(request, SetupForm, { takesFile: true });
    const { token = '' } = form.fields;
    if (!(await this.firstAdmin.isLive(token))) throw await this.linkOver();
    if (form.value === undefined) return page(reply.code(422), token, formView(form));
    try {
      const owner = await this.firstAdmin.createOwner(token, form.value, { picture: form.file });
      if (owner === undefined) throw await this.linkOver();
      await this.logins.start(request, reply, owner);
    } catch (error) {
      return page(reply.code(422), token, formView({ ...form, errors: formFaults(error) }));
    }
    return redirect(reply, '/');
  }

  private async linkOver(): Promise<PageError> {
    await this.attempts.record({ action: 'setup_link.refused', failure: 'not_live' });
    const detail = text((await this.firstAdmin.isOver()) ? 'signup.setup_owned' : 'signup.setup_over');
    return new PageError('link_over', { detail });
  }
}

/** The token moves from the address into the form, and out of the browser's history with the next page. */
function page(reply: FastifyReply, setupToken: string, form: FormView): FastifyReply {
  const view = { form, setupToken, actionUrl: '/setup' as const, loginUrl: LOGIN };
  return sendPage(reply, signupPage, view, { status: reply.statusCode });
}
