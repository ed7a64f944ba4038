import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebhookVerificationError, Webhook as Verifier } from 'standardwebhooks';
import { v7 } from 'uuid';
import { Outbox } from '../../src/outbox/outbox.service.js';
import type { EventPattern } from '../../src/webhooks/event-patterns.js';
import { WebhookDelivery } from '../../src/webhooks/webhook-delivery.entity.js';
import { WebhookDeliveryStore } from '../../src/webhooks/webhook-delivery.store.js';
import { WebhookDispatch } from '../../src/webhooks/webhook-dispatch.service.js';
import { Webhooks, type WithSecret } from '../../src/webhooks/webhooks.service.js';
import type { TestApp } from './app.js';
import { startCanary } from './canary.js';
import { noteSecret } from './leak-scan.js';

/** Where nobody listens. */
const NOBODY = 'http://127.0.0.1:1025/hook';

/** A webhook; of nothing that happens in tests unless said otherwise. */
export async function aWebhook(
  { app }: TestApp,
  { url = NOBODY, events = ['initial_access_token.revoked'] }: { url?: string; events?: EventPattern[] } = {},
): Promise<WithSecret> {
  const made = await app.get(Webhooks).create({ name: 'A webhook', url, events });
  noteSecret(made.secret);
  return made;
}

/** A delivery that was given up. */
export async function aDelivery(served: TestApp): Promise<WebhookDelivery> {
  const { webhook } = await aWebhook(served);
  const event = { eventId: v7(), type: 'user.created', payload: '{"type":"user.created"}' };
  await served.app.get(WebhookDeliveryStore).create(webhook.id, [event], 'held for a test');
  return served.source
    .getRepository(WebhookDelivery)
    .findOneByOrFail({ webhookId: webhook.id, eventId: event.eventId });
}

/** Tells webhooks of everything that has happened, and waits until each was tried. */
export async function deliverAll({ app }: TestApp): Promise<void> {
  await app.get(WebhookDispatch).run();
  await app.get(Outbox).drain();
}

/** The waits for another attempt are over. Attempts under way stay whose they are. */
export async function makeDue({ source }: TestApp): Promise<void> {
  const waits = "kind = 'webhook' AND next_attempt_at IS NOT NULL AND claim IS NULL";
  await source.query(`UPDATE outbox SET next_attempt_at = 1 WHERE ${waits}`);
}

/** The leases of a process that died are over. */
export async function endLeases({ source }: TestApp): Promise<void> {
  await source.query("UPDATE outbox SET next_attempt_at = 1 WHERE kind = 'webhook' AND claim IS NOT NULL");
}

/** A request that reached a consumer. */
export interface ReceivedEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Consumer {
  readonly url: string;
  /** Everything that came, also what was not taken. */
  readonly received: readonly ReceivedEvent[];
  /** Ids of what was taken, each as often as it was. */
  readonly taken: readonly string[];
  /** What it does from now on; `undefined` takes what comes. */
  misbehave: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  close(): Promise<void>;
}

/** A consumer of webhooks: a real server on the loopback address. */
export async function startConsumer(): Promise<Consumer> {
  const [received, taken]: [ReceivedEvent[], string[]] = [[], []];
  const consumer: Pick<Consumer, 'misbehave'> = { misbehave: undefined };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Record<string, string>;
    received.push({ headers, body: Buffer.concat(chunks).toString('utf8') });
    if (consumer.misbehave !== undefined) return consumer.misbehave(request, response);
    taken.push(headers['webhook-id'] ?? '');
    response.writeHead(204).end();
  };
  const canary = await startCanary((request, response) => void take(request, response));
  return Object.assign(consumer, {
    url: `http://127.0.0.1:${canary.port}/hook`,
    received,
    taken,
    close: () => canary.close(),
  });
}

/** Whether the reference library for consumers takes it. */
export function verifies(secret: string, { body, headers }: ReceivedEvent): boolean {
  try {
    new Verifier(secret).verify(body, { ...headers });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
