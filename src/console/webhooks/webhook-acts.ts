import type { Act, ActContext, ActsOn } from '../acts/act.js';
import type { ApiResult } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import { type Webhook, WEBHOOKS } from './webhook-views.js';

/** By the last part of their address. */
const ACTS: Readonly<Record<string, Act<Webhook>>> = {
  disable: {
    question: ({ name }) => `Disable ${name}?`,
    consequences: () => [
      'Nothing is sent to it any more, not even what waits for another attempt.',
      'What happens meanwhile is held for 30 days, for you to send later.',
    ],
    submit: 'Disable',
    isDanger: true,
    notice: 'done',
    run: (api, context) => change(api, context, 'disabled'),
  },
  enable: {
    question: ({ name }) => `Enable ${name}?`,
    consequences: () => ['It is told of what happens from now on.', 'What it missed is sent when you say so.'],
    submit: 'Enable',
    notice: 'done',
    run: (api, context) => change(api, context, 'active'),
  },
  replay: {
    question: ({ name }) => `Send everything again that ${name} has not got?`,
    consequences: () => [
      'Every dead delivery is sent now, and tried for about a day again.',
      'A consumer that has got one of them already knows it by its id.',
    ],
    submit: 'Send again',
    notice: 'done',
    run: (api, { id }) => api.POST('/api/v1/webhooks/{id}/replay', { params: { path: { id } } }),
  },
  delete: {
    question: ({ name }) => `Delete ${name} for good?`,
    consequences: () => [
      'Nothing is sent to it any more.',
      'Its deliveries go as well, also those that wait.',
      'This cannot be undone.',
    ],
    submit: 'Delete for good',
    isDanger: true,
    isForGood: true,
    notice: 'deleted',
    run: (api, { id, etag }) =>
      api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }),
  },
};

function change(api: ConsoleClient, { id, etag }: ActContext, status: Webhook['status']): Promise<ApiResult<unknown>> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  return api.PATCH('/api/v1/webhooks/{id}', { params, body: { status } });
}

/** What is done to a webhook. */
export const WEBHOOK_ACTS: ActsOn<Webhook> = {
  list: { label: 'Webhooks', url: WEBHOOKS },
  hasPages: true,
  read: (api, id) => api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } }),
  nameOf: ({ name }) => name,
  acts: ACTS,
};
