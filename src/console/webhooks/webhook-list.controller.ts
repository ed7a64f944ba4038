import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { tableOf, timeCell } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { eventsCell, type Webhook, WEBHOOKS, webhookStatusCell } from './webhook-views.js';

/** `/admin/webhooks`: who is told of what happens. */
@Controller('admin/webhooks')
export class WebhookListController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get()
  async list(
    @SignedIn() session: CurrentSession,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const state = new ListState(WEBHOOKS, asked, []);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/webhooks', { params: { query: state.query } }), request);
    const create = { label: 'New webhook', url: `${WEBHOOKS}/new` };
    const view = {
      title: 'Webhooks',
      lead: 'Addresses that are told of what happens, as it happens.',
      actions: [{ ...create, isPrimary: true }],
      ...state.view(next),
      table: tableOf('Webhooks', ['Name', 'Told of', 'Status', 'Made'], data.map(cellsOf)),
      empty: {
        title: 'Nobody is told yet',
        detail:
          'A webhook sends each event to a system of yours: when somebody is disabled, an app is registered, a key changes.',
        action: create,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: WEBHOOKS });
  }
}

function cellsOf(webhook: Webhook) {
  return [
    { text: webhook.name, url: `${WEBHOOKS}/${webhook.id}`, detail: new URL(webhook.url).host },
    eventsCell(webhook.events),
    webhookStatusCell(webhook),
    timeCell(webhook.created_at),
  ];
}
