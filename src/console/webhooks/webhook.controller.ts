import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { type ActionView, fact, timeCell } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type Delivery, deliveryTable } from './delivery-views.js';
import { eventsCell, type Webhook, WEBHOOKS, webhookStatusCell } from './webhook-views.js';

/** Deliveries of the page; the whole list is a link away. */
const FEW = 10;
const MISSED = 'What happens meanwhile is held for 30 days. Enable it, then send what it missed.';

/** `/admin/webhooks/:id`: one webhook, and what was sent to it. */
@Controller('admin/webhooks')
export class WebhookController {
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
    const webhook = answerOf(await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } }), request);
    const params = { path: { id }, query: { limit: FEW } };
    const { data } = answerOf(await api.GET('/api/v1/webhooks/{id}/deliveries', { params }), request);
    const view = {
      title: webhook.name,
      back: { label: 'Webhooks', url: WEBHOOKS },
      badges: [webhookStatusCell({ ...webhook, disabled_reason: null })],
      ...(webhook.status === 'disabled' && { warning: `${webhookStatusCell(webhook).detail ?? ''} ${MISSED}` }),
      actions: actionsOf(webhook),
      facts: [
        fact('Address', { code: webhook.url }),
        fact('Told of', eventsCell(webhook.events)),
        fact('Failing since', timeCell(webhook.failing_since)),
        fact('The old secret signs until', timeCell(webhook.previous_secret_until)),
        fact('Made', timeCell(webhook.created_at)),
        fact('Id', { code: webhook.id }),
      ],
      sections: [deliveriesOf(webhook, data)],
    };
    return this.pages.send(reply, session, consoleDetailPage, view, { current: WEBHOOKS });
  }
}

function deliveriesOf({ id }: Webhook, deliveries: readonly Delivery[]) {
  return {
    title: 'Deliveries',
    lead: 'The newest first.',
    table: deliveryTable(deliveries),
    empty: 'Nothing was sent yet. Send a test to see whether it works.',
    more: { label: 'All deliveries', url: `${WEBHOOKS}/${id}/deliveries` },
  };
}

function actionsOf({ id, status }: Webhook): ActionView[] {
  const url = (act: string) => `${WEBHOOKS}/${id}/${act}`;
  return [
    { label: 'Send a test', url: url('test'), isPost: true, isPrimary: true },
    { label: 'Edit', url: url('edit') },
    ...(status === 'active'
      ? [
          { label: 'Send dead ones again', url: url('replay') },
          { label: 'Disable', url: url('disable') },
        ]
      : [{ label: 'Enable', url: url('enable') }]),
    { label: 'Rotate the secret', url: url('rotate-secret') },
    { label: 'Delete', url: url('delete'), isDanger: true },
  ];
}
