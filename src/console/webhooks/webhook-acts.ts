import type { ApiResult } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import type { ConsoleNotice } from '../console-pages.service.js';
import type { Webhook } from './webhook-views.js';

/** Something that is done to a webhook after its consequences were read. */
export interface WebhookAct {
  readonly question: (name: string) => string;
  readonly consequences: readonly string[];
  readonly submit: string;
  readonly isDanger?: boolean;
  /** Whether the name has to be typed. */
  readonly isForGood?: boolean;
  readonly notice: ConsoleNotice;
  readonly run: (api: ConsoleClient, id: string, etag: string) => Promise<ApiResult<unknown>>;
}

/** By the last part of their address. */
export const WEBHOOK_ACTS: Readonly<Record<string, WebhookAct>> = {
  disable: {
    question: (name) => `Disable ${name}?`,
    consequences: [
      'Nothing is sent to it any more, not even what waits for another attempt.',
      'What happens meanwhile is held for 30 days, for you to send later.',
    ],
    submit: 'Disable',
    isDanger: true,
    notice: 'done',
    run: (api, id, etag) => change(api, { id, etag, status: 'disabled' }),
  },
  enable: {
    question: (name) => `Enable ${name}?`,
    consequences: ['It is told of what happens from now on.', 'What it missed is sent when you say so.'],
    submit: 'Enable',
    notice: 'done',
    run: (api, id, etag) => change(api, { id, etag, status: 'active' }),
  },
  replay: {
    question: (name) => `Send everything again that ${name} has not got?`,
    consequences: [
      'Every dead delivery is sent now, and tried for about a day again.',
      'A consumer that has got one of them already knows it by its id.',
    ],
    submit: 'Send again',
    notice: 'done',
    run: (api, id) => api.POST('/api/v1/webhooks/{id}/replay', { params: { path: { id } } }),
  },
  delete: {
    question: (name) => `Delete ${name} for good?`,
    consequences: [
      'Nothing is sent to it any more.',
      'Its deliveries go as well, also those that wait.',
      'This cannot be undone.',
    ],
    submit: 'Delete for good',
    isDanger: true,
    isForGood: true,
    notice: 'deleted',
    run: (api, id, etag) =>
      api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }),
  },
};

function change(
  api: ConsoleClient,
  { id, etag, status }: { id: string; etag: string; status: Webhook['status'] },
): Promise<ApiResult<unknown>> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  return api.PATCH('/api/v1/webhooks/{id}', { params, body: { status } });
}
