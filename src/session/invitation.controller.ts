import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formView } from '../http/form-view.js';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { LOGIN } from '../interaction/links.js';
import { EMPTY_FORM, type FormView } from '../pages/form-view.js';
import { linkOverPage } from '../pages/link-over/link-over.page.js';
import { signupPage } from '../pages/signup/signup.page.js';
import { formFaults } from '../users/form-faults.js';
import type { Invitation } from '../users/invitation.entity.js';
import { INVITATION_PATH } from '../users/invitations.service.js';
import { InvitationForm } from './invitation-form.dto.js';
import { InvitationService } from './invitation.service.js';
import { LoginService } from './login.service.js';

/** Where the mailed link of an invitation leads: whoever holds it makes the account of its address. */
@Public()
@Controller(INVITATION_PATH)
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly logins: LoginService,
  ) {}

  /** Looking spends nothing: mail scanners follow links before people do. */
  @Get()
  async show(@Res() reply: FastifyReply, @Query('token') token: unknown): Promise<FastifyReply> {
    const invitation = await this.invitations.of(token);
    return invitation === undefined ? over(reply) : page(reply, String(token), invitation, EMPTY_FORM);
  }

  @Post()
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const form = await readForm(request, InvitationForm, { takesFile: true });
    const { token = '' } = form.fields;
    const invitation = await this.invitations.of(token);
    if (invitation === undefined) return over(reply);
    if (form.value === undefined) return page(reply.code(422), token, invitation, formView(form));
    const { token: _spent, ...chosen } = form.value;
    try {
      const user = await this.invitations.accept(token, chosen, { picture: form.file });
      if (user === undefined) return over(reply);
      await this.logins.start(request, reply, user);
    } catch (error) {
      return page(reply.code(422), token, invitation, formView({ ...form, errors: formFaults(error) }));
    }
    return redirect(reply, '/');
  }
}

function over(reply: FastifyReply): FastifyReply {
  return sendPage(reply, linkOverPage, { kind: 'invitation' }, { status: 410 });
}

/** The token moves from the address into the form, and out of the browser's history with the next page. */
function page(reply: FastifyReply, invitationToken: string, { email }: Invitation, form: FormView): FastifyReply {
  const view = { form, invitationToken, invitedEmail: email, actionUrl: '/invitation' as const, loginUrl: LOGIN };
  return sendPage(reply, signupPage, view, { status: reply.statusCode });
}
