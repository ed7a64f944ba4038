import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { Outbox } from '../outbox/outbox.service.js';
import type { Round } from './webhook-delivery.store.js';

/** The outbox's name for them. */
export const WEBHOOK_KIND = 'webhook';

/** Hands deliveries to the outbox. */
@Injectable()
export class WebhookMessages {
  constructor(private readonly outbox: Outbox) {}

  /** Each round of a delivery has one message, however often it is handed over. One INSERT. */
  async send(rounds: readonly Round[]): Promise<void> {
    const messages = rounds.map(
      ({ webhookId, eventId, round }) => [v5(`${webhookId} ${round}`, eventId), { webhookId, eventId, round }] as const,
    );
    await this.outbox.enqueueOnce(WEBHOOK_KIND, new Map(messages));
  }
}
