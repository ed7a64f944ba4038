import { MaybeText, MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import { EVENT_PATTERNS } from '../../webhooks/event-patterns.js';
import { DELIVERY_STATES, type WebhookDelivery } from '../../webhooks/webhook-delivery.entity.js';
import { DISABLED_REASONS, type Webhook, WEBHOOK_STATUSES } from '../../webhooks/webhook.entity.js';

/** A webhook, as the API shows it. Never its secret. */
export class WebhookResource {
  @Text id!: string;
  @Text name!: string;
  @Shown({ type: 'string', format: 'uri' }) url!: string;
  @Shown({ enum: EVENT_PATTERNS, isArray: true, description: 'What it is told of' }) events!: readonly string[];
  @Shown({ enum: WEBHOOK_STATUSES }) status!: string;
  @Shown({
    type: 'string',
    enum: [...DISABLED_REASONS, null],
    nullable: true,
    description: 'Disabled by hand, because nothing arrived for days, or because it answered 410; null while active',
  })
  disabled_reason!: string | null;
  @MaybeTime('Of the first failure since something arrived; null while things arrive') failing_since!: string | null;
  @MaybeTime('Until when the secret before the newest one signs as well') previous_secret_until!: string | null;
  @Time('When it was made') created_at!: string;
  @Time('When it was changed the last time') updated_at!: string;
}

/** The same with its secret, which is shown this once. */
export class WebhookWithSecretResource extends WebhookResource {
  @Shown({ type: 'string', description: 'Keep it: it is not shown again', example: 'whsec_…' }) secret!: string;
}

/** An event on its way to a webhook. */
export class WebhookDeliveryResource {
  @Shown({ type: 'string', description: 'The event; the consumer gets it as `webhook-id`' }) event_id!: string;
  @Text webhook_id!: string;
  @Shown({ type: 'string', example: 'user.created' }) type!: string;
  @Shown({ enum: DELIVERY_STATES, description: 'dead: given up, or held while the webhook was disabled' })
  state!: string;
  @Shown({ type: 'integer' }) attempts!: number;
  @Shown({ type: 'integer', nullable: true, description: 'HTTP status of the last attempt; null without an answer' })
  last_status!: number | null;
  @MaybeText('What went wrong at the last attempt') last_error!: string | null;
  @MaybeTime('When it was tried the last time') last_attempt_at!: string | null;
  @MaybeTime('When it is tried next; null when it is not') next_attempt_at!: string | null;
  @Shown({ type: 'object', additionalProperties: true, description: 'The body that is sent' })
  payload!: Readonly<Record<string, unknown>>;
  @Time('When it was put on its way') created_at!: string;
  @Time('When it is forgotten') expires_at!: string;
}

/** What a replay of all dead deliveries did. */
export class WebhookReplayResource {
  @Shown({ type: 'integer', description: 'How many are on their way again' }) replayed!: number;
}

export function webhookResource(webhook: Webhook): WebhookResource {
  return {
    id: webhook.id,
    name: webhook.name,
    url: webhook.url,
    events: webhook.events,
    status: webhook.status,
    disabled_reason: webhook.disabledReason,
    failing_since: textOf(webhook.failingSince),
    previous_secret_until: textOf(webhook.previousSecretUntil),
    created_at: webhook.createdAt.toISOString(),
    updated_at: webhook.updatedAt.toISOString(),
  };
}

export function deliveryResource(delivery: WebhookDelivery): WebhookDeliveryResource {
  return {
    event_id: delivery.eventId,
    webhook_id: delivery.webhookId,
    type: delivery.type,
    state: delivery.state,
    attempts: delivery.attempts,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
    last_attempt_at: textOf(delivery.lastAttemptAt),
    next_attempt_at: textOf(delivery.nextAttemptAt),
    payload: JSON.parse(delivery.payload) as Record<string, unknown>,
    created_at: delivery.createdAt.toISOString(),
    expires_at: delivery.expiresAt.toISOString(),
  };
}

function textOf(time: Date | null): string | null {
  return time === null ? null : time.toISOString();
}
