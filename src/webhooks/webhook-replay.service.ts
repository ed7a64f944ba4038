import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { AuditLog } from '../audit/audit-log.service.js';
import { testDelivery } from './event-payload.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookDeliveryStore } from './webhook-delivery.store.js';
import { WebhookMessages } from './webhook-messages.service.js';
import type { Webhook } from './webhook.entity.js';

const BATCH = 500;
/** Before every id. */
const START = '';

/** What an administrator sends once more, or to see whether it works. */
@Injectable()
export class WebhookReplay {
  constructor(
    private readonly deliveries: WebhookDeliveryStore,
    private readonly messages: WebhookMessages,
    private readonly audit: AuditLog,
  ) {}

  /** Tells the webhook of nothing, once. @returns its delivery; what became of it is there in some seconds */
  async test({ id }: Webhook): Promise<WebhookDelivery> {
    const test = testDelivery(v7());
    await this.deliveries.create(id, [test]);
    await this.messages.send([{ webhookId: id, eventId: test.eventId, round: 0 }]);
    return this.stored(id, test.eventId);
  }

  /** Begins anew with a delivery, whatever became of it before: at once, with all of its attempts. */
  async one(delivery: WebhookDelivery): Promise<WebhookDelivery> {
    const { webhookId, eventId } = delivery;
    await this.renew([delivery]);
    await this.record(webhookId, { event_id: eventId });
    return this.stored(webhookId, eventId);
  }

  /** The same with all that were given up. @returns how many */
  async allDead({ id }: Webhook): Promise<number> {
    let replayed = 0;
    let after: string | undefined = START;
    while (after !== undefined) {
      const dead: WebhookDelivery[] = await this.deliveries.dead(id, after, BATCH);
      await this.renew(dead);
      replayed += dead.length;
      after = dead.length < BATCH ? undefined : dead.at(-1)?.eventId;
    }
    if (replayed > 0) await this.record(id, { deliveries: replayed });
    return replayed;
  }

  /** The message first: whoever delivers it writes the new round when this process stops in between. */
  private async renew(deliveries: readonly WebhookDelivery[]): Promise<void> {
    await this.messages.send(
      deliveries.map(({ webhookId, eventId, round }) => ({ webhookId, eventId, round: round + 1 })),
    );
    for (const [round, same] of Map.groupBy(deliveries, (delivery) => delivery.round)) {
      const [{ webhookId } = { webhookId: '' }] = same;
      await this.deliveries.renew(
        { webhookId, round },
        same.map(({ eventId }) => eventId),
      );
    }
  }

  private async record(webhookId: string, details: Readonly<Record<string, string | number>>): Promise<void> {
    await this.audit.record({ action: 'webhook.replayed', target: { type: 'webhook', id: webhookId }, details });
  }

  private async stored(webhookId: string, eventId: string): Promise<WebhookDelivery> {
    const delivery = await this.deliveries.find(webhookId, eventId);
    if (delivery === undefined) throw new Error('a delivery is gone that was there a moment ago');
    return delivery;
  }
}
