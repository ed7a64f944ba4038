import { Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { WebhookDeliveryStore } from '../../webhooks/webhook-delivery.store.js';
import { WebhookReplay } from '../../webhooks/webhook-replay.service.js';
import { DeliveryQuery } from './webhook.dto.js';
import { deliveryResource, WebhookDeliveryResource, WebhookReplayResource } from './webhook.resource.js';
import { AdminWebhooks, checkMayReadEvents } from './webhooks.service.js';

const NEEDS_AUDIT = 'Needs `admin:audit-events:read` as well: deliveries show what the audit log holds.';

/** What is on its way to webhooks, and what became of it. */
@AdminApi('webhooks')
export class WebhookDeliveriesController {
  constructor(
    private readonly admin: AdminWebhooks,
    private readonly deliveries: WebhookDeliveryStore,
    private readonly replay: WebhookReplay,
    private readonly cursors: Cursors,
  ) {}

  @Get(':id/deliveries')
  @Operation({
    id: 'listWebhookDeliveries',
    summary: 'What was sent to a webhook, the newest first',
    description: NEEDS_AUDIT,
    scope: 'admin:webhooks:read',
    answer: { status: 200, type: WebhookDeliveryResource, isList: true },
    problems: ['not-found', 'forbidden', 'invalid-cursor'],
  })
  async list(
    @Param('id') id: string,
    @Query() { limit, cursor, state }: DeliveryQuery,
    @CalledBy() caller: Caller,
  ): Promise<List<WebhookDeliveryResource>> {
    const filter = { webhookId: (await this.admin.one(id)).id, state };
    checkMayReadEvents(caller);
    const list = { list: 'webhook-deliveries', ...filter };
    const page = await this.deliveries.page(filter, limit, this.cursors.open(list, cursor));
    return listOf(page, deliveryResource, (end) => this.cursors.make(list, end));
  }

  @Get(':id/deliveries/:event_id')
  @Operation({
    id: 'getWebhookDelivery',
    summary: 'One delivery, by its event',
    description: NEEDS_AUDIT,
    scope: 'admin:webhooks:read',
    answer: { status: 200, type: WebhookDeliveryResource },
    problems: ['not-found', 'forbidden'],
  })
  async get(
    @Param('id') id: string,
    @Param('event_id') eventId: string,
    @CalledBy() caller: Caller,
  ): Promise<WebhookDeliveryResource> {
    return deliveryResource(await this.admin.delivery(caller, id, eventId));
  }

  @Post(':id/test')
  @HttpCode(202)
  @Operation({
    id: 'testWebhook',
    summary: 'Send `webhook.test` once; the delivery shows what became of it',
    description: NEEDS_AUDIT,
    scope: 'admin:webhooks:write',
    answer: { status: 202, type: WebhookDeliveryResource },
    problems: ['not-found', 'forbidden'],
  })
  async test(@Param('id') id: string, @CalledBy() caller: Caller): Promise<WebhookDeliveryResource> {
    const webhook = await this.admin.one(id);
    checkMayReadEvents(caller);
    return deliveryResource(await this.replay.test(webhook));
  }

  @Post(':id/deliveries/:event_id/replay')
  @HttpCode(202)
  @Operation({
    id: 'replayWebhookDelivery',
    summary: 'Send a delivery once more, whatever became of it: now, and with all of its attempts',
    description: NEEDS_AUDIT,
    scope: 'admin:webhooks:write',
    answer: { status: 202, type: WebhookDeliveryResource },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async replayOne(
    @Param('id') id: string,
    @Param('event_id') eventId: string,
    @CalledBy() caller: Caller,
  ): Promise<WebhookDeliveryResource> {
    return deliveryResource(await this.admin.replayOne(caller, id, eventId));
  }

  @Post(':id/replay')
  @HttpCode(202)
  @Operation({
    id: 'replayDeadWebhookDeliveries',
    summary: 'Send everything once more that was given up, or held while the webhook was disabled',
    description: NEEDS_AUDIT,
    scope: 'admin:webhooks:write',
    answer: { status: 202, type: WebhookReplayResource },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async replayDead(@Param('id') id: string, @CalledBy() caller: Caller): Promise<WebhookReplayResource> {
    return { replayed: await this.admin.replayDead(caller, await this.admin.one(id)) };
  }
}
