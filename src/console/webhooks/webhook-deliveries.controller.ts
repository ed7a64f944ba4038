import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { choicesOf, type ConsoleFieldView } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { deliveryTable, deliveryView, urlOfDelivery } from './delivery-views.js';
import { WEBHOOKS } from './webhook-views.js';

const FILTERS: readonly ConsoleFieldView[] = [
  { name: 'state', label: 'State', kind: 'select', choices: choicesOf(['pending', 'delivered', 'dead']), none: 'Any' },
];
/** Seconds until the page of a delivery that is under way is loaded anew. */
const REFRESH = 3;

/** What was sent to a webhook, and sending it again. */
@Controller('admin/webhooks')
export class ConsoleDeliveriesController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id/deliveries')
  async list(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const state = new ListState(`${WEBHOOKS}/${id}/deliveries`, asked, FILTERS);
    const api = await this.api.for(request, session);
    const webhook = answerOf(await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } }), request);
    const params = { path: { id }, query: state.query };
    const { data, next } = answerOf(await api.GET('/api/v1/webhooks/{id}/deliveries', { params }), request);
    const view = {
      title: `Deliveries to ${webhook.name}`,
      lead: 'The newest first. They are kept for 30 days.',
      actions: [{ label: 'The webhook', url: `${WEBHOOKS}/${id}` }],
      ...state.view(next),
      table: deliveryTable(data),
      empty: { title: 'Nothing was sent', detail: 'No delivery fits. Take the filter away, or send a test.' },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: WEBHOOKS });
  }

  /** Loaded anew while something is about to happen. */
  @Get(':id/deliveries/:event_id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('event_id') eventId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const webhook = answerOf(await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } }), request);
    const path = { id, event_id: eventId };
    const found = await api.GET('/api/v1/webhooks/{id}/deliveries/{event_id}', { params: { path } });
    const delivery = answerOf(found, request);
    const isUnderWay = delivery.state === 'pending' && delivery.attempts === 0;
    const view = deliveryView(webhook, delivery);
    const options = { current: WEBHOOKS, ...(isUnderWay && { refresh: REFRESH }) };
    return this.pages.send(reply, session, consoleDetailPage, view, options);
  }

  @Post(':id/test')
  async test(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const delivery = answerOf(await api.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } } }), request);
    return this.pages.done(reply, urlOfDelivery(delivery), 'done');
  }

  @Post(':id/deliveries/:event_id/replay')
  async replay(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('event_id') eventId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const path = { id, event_id: eventId };
    const sent = await api.POST('/api/v1/webhooks/{id}/deliveries/{event_id}/replay', { params: { path } });
    return this.pages.done(reply, urlOfDelivery(answerOf(sent, request)), 'done');
  }
}
