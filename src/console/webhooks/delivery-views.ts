import type { components } from '../../../clients/typescript/schema.js';
import type { ConsoleDetailView } from '../../pages/console-detail/console-detail.page.js';
import {
  type ActionView,
  type CellView,
  fact,
  tableOf,
  type TableView,
  textCell,
  timeCell,
  type Tone,
  words,
} from '../../pages/console-views.js';
import { type Webhook, WEBHOOKS } from './webhook-views.js';

export type Delivery = components['schemas']['WebhookDeliveryResource'];

const TONES: Readonly<Record<string, Tone>> = { delivered: 'good', pending: 'caution', dead: 'bad' };

export function urlOfDelivery({ webhook_id: webhookId, event_id: eventId }: Delivery): string {
  return `${WEBHOOKS}/${webhookId}/deliveries/${eventId}`;
}

/** Deliveries as a table. */
export function deliveryTable(deliveries: readonly Delivery[]): TableView {
  return tableOf(
    'Deliveries',
    ['Put on its way', 'What', 'State', 'Attempts', 'Last status', 'Next attempt'],
    deliveries.map((delivery) => [
      { at: new Date(delivery.created_at), url: urlOfDelivery(delivery) },
      { code: delivery.type },
      stateCell(delivery),
      { text: String(delivery.attempts) },
      textCell(delivery.last_status?.toString()),
      timeCell(delivery.next_attempt_at),
    ]),
  );
}

/** One delivery, with what was sent. */
export function deliveryView(webhook: Webhook, delivery: Delivery): ConsoleDetailView {
  const { state, type, payload } = delivery;
  return {
    title: type,
    back: { label: webhook.name, url: `${WEBHOOKS}/${webhook.id}` },
    badges: [stateCell({ ...delivery, last_error: null })],
    ...(state === 'dead' && { warning: WARNING }),
    actions: actionsOf(webhook, delivery),
    facts: [
      fact('Put on its way', timeCell(delivery.created_at)),
      fact('Attempts', { text: String(delivery.attempts) }),
      fact('Last attempt', timeCell(delivery.last_attempt_at)),
      fact('Its answer', textCell(delivery.last_status?.toString())),
      fact('What went wrong', textCell(delivery.last_error)),
      fact('Next attempt', timeCell(delivery.next_attempt_at)),
      fact('Id', { code: delivery.event_id, detail: 'The consumer gets it as webhook-id, the same each time' }),
      fact('Forgotten', timeCell(delivery.expires_at)),
    ],
    sections: [
      { title: 'What is sent', code: { id: 'payload', label: 'Body', code: JSON.stringify(payload, null, 2) } },
    ],
  };
}

const WARNING = 'It is not tried again by itself. Once the webhook works, send it again.';

function actionsOf({ status }: Webhook, delivery: Delivery): ActionView[] {
  if (status === 'disabled') return [];
  const label = delivery.state === 'pending' ? 'Try now' : 'Send again';
  return [{ label, url: `${urlOfDelivery(delivery)}/replay`, isPost: true }];
}

function stateCell({ state, last_error: error }: Delivery): CellView {
  const tone = TONES[state];
  return { badge: words(state), ...(tone !== undefined && { tone }), ...(error !== null && { detail: error }) };
}
