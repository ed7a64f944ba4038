import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { formView } from '../http/form-view.js';
import { leaveNotice, takeNotice } from '../http/notice.js';
import { readForm } from '../http/page-form.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { accountPage } from '../pages/account/account.page.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { formFaults } from '../users/form-faults.js';
import { claimColumns } from '../users/claim-columns.js';
import { type AccountForms, accountView } from './account-view.js';
import { AccountService } from './account.service.js';
import { OwnEmail } from './own-email.service.js';
import { PasswordForm } from './password-form.dto.js';
import { ProfileForm } from './profile-form.dto.js';

const PATH = '/account';

/** The user's own profile and password. */
@Controller('account')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly email: OwnEmail,
    private readonly settings: Settings,
  ) {}

  @Get()
  async show(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.page(reply, session, {}, takeNotice(request, reply, this.settings));
  }

  @Post()
  async saveProfile(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = await readForm(request, ProfileForm, { takesFile: true });
    if (form.value === undefined) return this.page(reply.code(422), session, { profile: formView(form) });
    const { dob, phone, remove_pic: remove } = form.value;
    const picture = form.file ?? (remove === 'on' ? null : undefined);
    const change = {
      ...claimColumns(form.value),
      birthdate: dob ?? null,
      phoneNumber: phone ?? null,
      ...(picture !== undefined && { picture }),
    };
    try {
      await this.account.updateProfile(session, change);
    } catch (error) {
      return this.page(reply.code(422), session, { profile: formView({ ...form, errors: formFaults(error) }) });
    }
    return this.done(reply, 'profile_saved');
  }

  @Post('password')
  async changePassword(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = await readForm(request, PasswordForm);
    const { value } = form;
    if (value === undefined) return this.page(reply.code(422), session, { password: formView(form) });
    const refusal = await this.account.changePassword(session, value.current_password, value.new_password);
    if (refusal === undefined) return this.done(reply, 'password_changed');
    return this.page(reply.code(422), session, { password: formView({ ...form, errors: refusal }) });
  }

  private done(reply: FastifyReply, notice: string): FastifyReply {
    leaveNotice(reply, this.settings, notice);
    return redirect(reply, PATH);
  }

  private async page(
    reply: FastifyReply,
    { user }: CurrentSession,
    forms: AccountForms,
    notice: { notice?: string } = {},
  ): Promise<FastifyReply> {
    const options = { status: reply.statusCode, current: 'account' as const, ...notice };
    return sendPage(reply, accountPage, accountView(user, await this.email.stateOf(user), forms), options);
  }
}
