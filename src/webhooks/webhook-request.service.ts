import { Injectable } from '@nestjs/common';
import { Outbound } from '../outbound/outbound.service.js';
import { OutboxGiveUp } from '../outbox/outbox-give-up.js';
import type { Sendable } from './webhook-delivery.store.js';
import { signatureHeader, WebhookSecrets } from './webhook-secrets.js';

/** Sends one signed request to a webhook. */
@Injectable()
export class WebhookRequest {
  constructor(
    private readonly outbound: Outbound,
    private readonly secrets: WebhookSecrets,
  ) {}

  /**
   * Signed now, so that hours in the outbox do not make it old.
   * @returns the status of the answer
   * @throws OutboundError, OutboxGiveUp
   */
  async post({ delivery, webhook, signsTwice }: Sendable): Promise<number> {
    const { eventId: id, payload: body } = delivery;
    const timestamp = Math.floor(Date.now() / 1000);
    const sealed = signsTwice ? [webhook.secret, webhook.previousSecret] : [webhook.secret];
    const secrets = sealed.filter((secret) => secret !== null).map((secret) => this.opened(webhook.id, secret));
    const { status } = await this.outbound.post(webhook.url, {
      contentType: 'application/json',
      content: body,
      purpose: 'webhook',
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureHeader(secrets, { id, timestamp, body }),
      },
    });
    return status;
  }

  private opened(webhookId: string, sealed: string): string {
    try {
      return this.secrets.open(webhookId, sealed);
    } catch (cause) {
      throw new OutboxGiveUp('its secret cannot be opened, was a SECRET_KEY taken away? Rotate it', { cause });
    }
  }
}
