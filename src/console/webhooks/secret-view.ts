import type { components } from '../../../clients/typescript/schema.js';
import type { ConsoleSecretView } from '../../pages/console-secret/console-secret.page.js';
import { fact, timeCell } from '../../pages/console-views.js';
import { WEBHOOKS } from './webhook-views.js';

/** The secret of a webhook, this once. */
export function secretView(
  webhook: components['schemas']['WebhookWithSecretResource'],
  title: string,
): ConsoleSecretView {
  const { id, url, secret, previous_secret_until: until } = webhook;
  return {
    title,
    lead: 'Give it to the consumer, which verifies with it what comes. It is not shown again.',
    facts: [
      fact('Address', { code: url }),
      ...(until === null ? [] : [fact('The old secret signs as well until', timeCell(until))]),
    ],
    secret: { id: 'webhook-secret', label: 'Secret', value: secret },
    next: { label: 'I have kept it', url: `${WEBHOOKS}/${id}` },
  };
}
