import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import type { ActionView } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { mayActOnApp } from '../may.js';
import { withoutActs } from '../offers.js';
import { factsOf, sectionsOf } from './app-sections.js';
import { type App, APPS, statusCell, urlOf, verifiedCell } from './app-views.js';

/** `/admin/apps/:id`: one app, its registration, its secrets, and what happened. */
@Controller('admin/apps')
export class ConsoleAppController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const app = answerOf(await api.GET('/api/v1/clients/{id}', { params: { path: { id } } }), request);
    const view = {
      title: app.client_name,
      back: { label: 'Apps', url: APPS },
      badges: [statusCell(app), ...(app.is_verified ? [verifiedCell(app)] : [])],
      ...(app.suspended_reason !== null && { warning: `Suspended, and its owner reads why: ${app.suspended_reason}` }),
      actions: actionsOf(app),
      facts: factsOf(app),
      sections: await sectionsOf(api, app, request),
    };
    const shown = mayActOnApp(session.user, app.admin_scopes) ? view : withoutActs(view);
    return this.pages.send(reply, session, consoleDetailPage, shown, { current: APPS });
  }
}

function actionsOf(app: App): ActionView[] {
  const url = urlOf(app);
  return [
    { label: 'Edit', url: `${url}/edit` },
    app.is_verified ? { label: 'Stop vouching', url: `${url}/unverify` } : { label: 'Verify', url: `${url}/verify` },
    app.status === 'active'
      ? { label: 'Suspend', url: `${url}/suspend` }
      : { label: 'Reinstate', url: `${url}/reinstate`, isPrimary: true },
    { label: 'Delete', url: `${url}/delete`, isDanger: true },
  ];
}
