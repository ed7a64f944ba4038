import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Client } from '../clients/client.entity.js';
import { ClientRegistration } from '../clients/client-registration.service.js';
import { Settings } from '../config/settings.js';
import { ConsentService } from '../consent/consent.service.js';
import { leaveNotice } from '../http/notice.js';
import { readForm } from '../http/page-form.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { appDeletePage } from '../pages/app-delete/app-delete.page.js';
import { EMPTY_FORM, type FormView } from '../pages/form-view.js';
import { text } from '../pages/texts.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { DeleteForm } from './delete-form.dto.js';
import { OwnApps } from './own-apps.js';

/** Deleting an app, after its owner has read what that means and typed its name. */
@Controller('apps/:id/delete')
export class AppDeleteController {
  constructor(
    private readonly apps: OwnApps,
    private readonly registration: ClientRegistration,
    private readonly consents: ConsentService,
    private readonly settings: Settings,
  ) {}

  @Get()
  async showForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendForm(reply, await this.apps.require(session, id), EMPTY_FORM);
  }

  @Post()
  async delete(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.require(session, id);
    const { value, fields } = await readForm(request, DeleteForm);
    if (value?.confirmation?.trim() !== client.clientName) {
      const errors = { confirmation: text('app-delete.mismatch') };
      return this.sendForm(reply, client, { values: { confirmation: fields['confirmation'] ?? '' }, errors });
    }
    await this.registration.delete(client);
    leaveNotice(reply, this.settings, 'app_deleted');
    return redirect(reply, '/apps');
  }

  private async sendForm(reply: FastifyReply, client: Client, form: FormView): Promise<FastifyReply> {
    const url = `/apps/${client.id}`;
    const view = {
      clientName: client.clientName,
      clientId: client.clientId,
      actionUrl: `${url}/delete`,
      cancelUrl: url,
      people: await this.consents.countOf(client.id),
      form,
    };
    return sendPage(reply, appDeletePage, view, { current: 'apps', status: form === EMPTY_FORM ? 200 : 400 });
  }
}
