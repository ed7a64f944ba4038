import type { FastifyRequest } from 'fastify';
import type { AttentionView } from '../../pages/console-dashboard/console-dashboard.page.js';
import { answerOf } from '../api-answer.js';
import { APPS } from '../apps/app-views.js';
import type { ConsoleClient } from '../console-api.service.js';
import { KEYS } from '../keys/key-cells.js';
import { WEBHOOKS } from '../webhooks/webhook-views.js';

/** As many as are counted; whoever has more has enough to do. */
const COUNTED = 100;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A key that signs must have one to follow it by then. */
const SOON_MS = 2 * DAY_MS;

/** What waits for somebody of the staff. Who sees numbers sees apps, keys and webhooks. */
export async function attentionOf(api: ConsoleClient, request: FastifyRequest): Promise<readonly AttentionView[]> {
  return [
    ...(await waitingApps(api, request)),
    ...(await keysInNeed(api, request)),
    ...(await webhooksInNeed(api, request)),
  ];
}

async function waitingApps(api: ConsoleClient, request: FastifyRequest): Promise<AttentionView[]> {
  const query = { is_verified: false, status: 'active' as const, limit: COUNTED };
  const { data, next } = answerOf(await api.GET('/api/v1/clients', { params: { query } }), request);
  const count = data.length;
  if (count === 0) return [];
  const many = next === null ? String(count) : `More than ${COUNTED}`;
  return [
    {
      text: `${many} ${count === 1 ? 'app' : 'apps'} nobody has vouched for: people who sign in are told so.`,
      link: { label: 'Look at them', url: `${APPS}?is_verified=false&status=active` },
    },
  ];
}

async function keysInNeed(api: ConsoleClient, request: FastifyRequest): Promise<AttentionView[]> {
  const { data: keys } = answerOf(await api.GET('/api/v1/keys'), request);
  const link = { label: 'See the keys', url: KEYS };
  return [...new Set(keys.map(({ alg }) => alg))].flatMap((alg) => {
    const own = keys.filter((key) => key.alg === alg);
    const signing = own.find(({ state }) => state === 'active');
    if (signing === undefined) return [{ text: `No key signs with ${alg} at the moment.`, link }];
    const until = signing.signs_until === null ? Infinity : Date.parse(signing.signs_until);
    const isFollowed = own.some(({ state }) => state === 'next');
    if (isFollowed || until > Date.now() + SOON_MS) return [];
    return [{ text: `The key that signs with ${alg} ends soon, and none is ready to follow it.`, link }];
  });
}

/** Those that nothing arrives at, and those that were disabled because of that. By hand is no matter of need. */
async function webhooksInNeed(api: ConsoleClient, request: FastifyRequest): Promise<AttentionView[]> {
  const { data } = answerOf(await api.GET('/api/v1/webhooks', { params: { query: { limit: COUNTED } } }), request);
  const link = { label: 'See the webhooks', url: WEBHOOKS };
  return data.flatMap(({ name, status, disabled_reason: reason, failing_since: failingSince }) => {
    if (status === 'disabled' && reason !== 'by_hand') {
      return [{ text: `The webhook “${name}” was disabled: nothing arrived any more.`, link }];
    }
    return status === 'active' && failingSince !== null
      ? [{ text: `Nothing arrives at the webhook “${name}” at the moment.`, link }]
      : [];
  });
}
