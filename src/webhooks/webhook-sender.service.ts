import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { withOrigin } from '../http/origin.js';
import { OutboundError } from '../outbound/outbound-error.js';
import type { Failure } from '../outbox/delivery-lane.js';
import { OutboxGiveUp } from '../outbox/outbox-give-up.js';
import { OutboxRetry } from '../outbox/outbox-retry.js';
import { Outbox } from '../outbox/outbox.service.js';
import { TEST_TYPE } from './event-payload.js';
import { type Round, type Sendable, WebhookDeliveryStore } from './webhook-delivery.store.js';
import { WEBHOOK_KIND } from './webhook-messages.service.js';
import { WebhookRequest } from './webhook-request.service.js';
import { WebhookStore } from './webhook.store.js';

const GONE = 410;

/** An answer that is no success; the cause of an error of the outbox. */
class RefusedByConsumer extends Error {
  constructor(readonly status: number) {
    super(status === GONE ? `it answered ${GONE}: it is gone for good` : `it answered ${status}`);
  }
}

/** Brings deliveries to their webhooks, one attempt at a time, and keeps what became of each. */
@Injectable()
export class WebhookSender implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly request: WebhookRequest,
    private readonly webhooks: WebhookStore,
    private readonly deliveries: WebhookDeliveryStore,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.outbox.handle<Round>(WEBHOOK_KIND, (round) => this.deliver(round), {
      receiverOf: ({ webhookId }) => webhookId,
      onFailure: (round, failure) => this.noteFailure(round, failure),
    });
  }

  private async deliver(round: Round): Promise<void> {
    const sendable = await this.begun(round);
    if (sendable === undefined) return;
    const { webhook, delivery } = sendable;
    if (webhook.status === 'disabled' && delivery.type !== TEST_TYPE) {
      return this.deliveries.hold(round, 'the webhook is disabled');
    }
    const status = await this.attempt(sendable);
    // Whatever was read of it before: something may have failed since.
    await this.webhooks.noteSuccess(webhook.id);
    await this.deliveries.noteArrival(round, status);
  }

  /** What there is to send. Undefined when it has arrived, has been given up, was replayed since, or is gone. */
  private async begun(round: Round): Promise<Sendable | undefined> {
    const found = await this.deliveries.sendable(round.webhookId, round.eventId);
    if (found === undefined) return undefined;
    const { delivery } = found;
    if (delivery.round === round.round) return delivery.state === 'pending' ? found : undefined;
    if (delivery.round > round.round) return undefined;
    // The message of a replay comes before the row's new round, which may not have been written.
    await this.deliveries.renew(delivery, [delivery.eventId]);
    return found;
  }

  /** @returns the status of a success */
  private async attempt(sendable: Sendable): Promise<number> {
    try {
      const status = await this.request.post(sendable);
      if (status >= 200 && status < 300) return status;
      throw new RefusedByConsumer(status);
    } catch (error) {
      if (!(error instanceof OutboundError || error instanceof RefusedByConsumer)) throw error;
      // Whoever sends a test looks at it now.
      const isFinal = sendable.delivery.type === TEST_TYPE || isGone(error);
      throw new (isFinal ? OutboxGiveUp : OutboxRetry)(error.message, { cause: error });
    }
  }

  private async noteFailure(round: Round, { error, reason, delay }: Failure): Promise<void> {
    const cause = error instanceof Error ? error.cause : undefined;
    const status = cause instanceof RefusedByConsumer ? cause.status : null;
    await this.deliveries.noteFailure(round, { status, error: reason, ...(delay !== undefined && { delay }) });
    await this.webhooks.noteFailure(round.webhookId);
    if (delay === undefined) await this.disable(round.webhookId, isGone(cause));
  }

  /** Disables a webhook that is gone, or that has failed for days. */
  private async disable(webhookId: string, hasGone: boolean): Promise<void> {
    const reason = hasGone ? 'gone' : 'failing';
    if (!(await this.webhooks.disable(webhookId, reason))) return;
    // Whoever happened to wake the outbox has not done this.
    await withOrigin({ actor: { type: 'system' } }, () =>
      this.audit.record({
        action: 'webhook.disabled',
        target: { type: 'webhook', id: webhookId },
        details: { reason },
      }),
    );
  }
}

function isGone(error: unknown): boolean {
  return error instanceof RefusedByConsumer && error.status === GONE;
}
