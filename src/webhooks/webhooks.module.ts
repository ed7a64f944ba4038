import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { OutboundModule } from '../outbound/outbound.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookDeliveryStore } from './webhook-delivery.store.js';
import { WebhookDispatch } from './webhook-dispatch.service.js';
import { WebhookMessages } from './webhook-messages.service.js';
import { WebhookReplay } from './webhook-replay.service.js';
import { WebhookRequest } from './webhook-request.service.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookSender } from './webhook-sender.service.js';
import { Webhook } from './webhook.entity.js';
import { WebhookStore } from './webhook.store.js';
import { Webhooks } from './webhooks.service.js';

/**
 * Owns who is told of what (`webhooks`) and what became of each telling (`webhook_deliveries`). Does not own what
 * happens (src/audit), when a message is tried (src/outbox), nor how it travels (src/outbound).
 */
@Module({
  imports: [TypeOrmModule.forFeature([Webhook, WebhookDelivery]), AuditModule, OutboundModule, OutboxModule],
  providers: [
    WebhookDeliveryStore,
    WebhookDispatch,
    WebhookMessages,
    WebhookReplay,
    WebhookRequest,
    WebhookSecrets,
    WebhookSender,
    WebhookStore,
    Webhooks,
  ],
  exports: [WebhookDeliveryStore, WebhookReplay, Webhooks],
})
export class WebhooksModule {}
