import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import { WebhookDelivery } from '../../src/webhooks/webhook-delivery.entity.js';
import { WebhookDeliveryStore } from '../../src/webhooks/webhook-delivery.store.js';
import { WebhookDispatch } from '../../src/webhooks/webhook-dispatch.service.js';
import { WebhookMessages } from '../../src/webhooks/webhook-messages.service.js';
import { WebhookReplay } from '../../src/webhooks/webhook-replay.service.js';
import { Webhook } from '../../src/webhooks/webhook.entity.js';
import { Webhooks } from '../../src/webhooks/webhooks.service.js';
import { type TestApp, startApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  aWebhook,
  type Consumer,
  deliverAll,
  endLeases,
  makeDue,
  startConsumer,
  verifies,
} from '../support/webhooks.js';

/*
 * Two processes on one database, and consumers that fail in every way.
 */

let database: TestDatabase;
let one: TestApp;
let two: TestApp;
let consumer: Consumer;
beforeAll(async () => {
  database = await createTestDatabase();
  one = await startApp({ database: database.settings });
  two = await startApp({ database: database.settings, secretKeys: one.settings.secretKeys });
});
beforeEach(async () => {
  await one.source.getRepository(Webhook).deleteAll();
  await consumer?.close();
  consumer = await startConsumer();
});
afterAll(async () => {
  await one.close();
  await two.close();
  await database.drop();
  await consumer.close();
});

/** Something happens. */
const happen = ({ app }: TestApp, id: string) =>
  app.get(AuditLog).record({ action: 'key.activated', target: { type: 'key', id } });
const eventIds = async (action: 'key.activated') =>
  (await one.source.getRepository(AuditEvent).findBy({ action })).map(({ id }) => id).toSorted();
const deliveriesOf = (webhookId: string) =>
  one.source.getRepository(WebhookDelivery).find({ where: { webhookId }, order: { eventId: 'ASC' } });
const stateOf = (id: string) => one.source.getRepository(Webhook).findOneByOrFail({ id });

/** Every wait is over, until nothing waits any more. */
async function deliverUntilOver(webhookId: string): Promise<void> {
  await deliverAll(one);
  while ((await deliveriesOf(webhookId)).some(({ state }) => state === 'pending')) {
    await makeDue(one);
    await Promise.all([deliverAll(one), deliverAll(two)]);
  }
}

describe('a webhook is told of every event', () => {
  it('whatever its consumer does meanwhile: 500s, resets, redirects, hanging, a server that restarts', async () => {
    const before = await eventIds('key.activated');
    const { webhook, secret } = await aWebhook(one, { url: consumer.url, events: ['key.*'] });
    const faults: NonNullable<Consumer['misbehave']>[] = [
      (_request, response) => response.writeHead(500).end(),
      (request) => request.socket.resetAndDestroy(),
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end(),
      (_request, response) => response.writeHead(200).write('half'),
    ];
    const third = await startApp({ database: database.settings, secretKeys: one.settings.secretKeys });
    for (const [round, fault] of faults.entries()) {
      consumer.misbehave = fault;
      await Promise.all([one, two, third].map((served, index) => happen(served, `${round}-${index}`)));
      await Promise.all([deliverAll(one), deliverAll(two)]);
      await makeDue(one);
    }
    // One of the processes stops while it is at it.
    await Promise.allSettled([deliverAll(third), third.app.close()]);
    await Promise.all([deliverAll(one), deliverAll(two)]);
    await endLeases(one);
    await happen(two, 'last');
    consumer.misbehave = undefined;
    await deliverUntilOver(webhook.id);
    const expected = (await eventIds('key.activated')).filter((id) => !before.includes(id));
    expect(expected).toHaveLength(13);
    expect([...new Set(consumer.taken)].toSorted()).toEqual(expected);
    expect(consumer.received.length).toBeGreaterThan(13);
    for (const received of consumer.received) expect(verifies(secret, received)).toBe(true);
    expect(
      (await deliveriesOf(webhook.id)).every(({ state, lastError }) => state === 'delivered' && lastError === null),
    ).toBe(true);
    expect((await stateOf(webhook.id)).failingSince).toBeNull();
  }, 120_000);

  it('once, when several processes read the log at once', async () => {
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    for (let count = 0; count < 250; count += 1) await happen(count % 2 === 0 ? one : two, `many-${count}`);
    await Promise.all([one, two, one, two].map(({ app }) => app.get(WebhookDispatch).run()));
    await deliverUntilOver(webhook.id);
    expect(consumer.taken).toHaveLength(250);
    expect(new Set(consumer.taken).size).toBe(250);
  }, 120_000);

  it('also when a process stopped between any two of its steps', async () => {
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    const { places } = await stateOf(webhook.id);
    await happen(one, 'twice');
    await deliverUntilOver(webhook.id);
    // It made the delivery and sent it, but never wrote that it had read the event.
    await one.source.getRepository(Webhook).update({ id: webhook.id }, { places });
    await deliverUntilOver(webhook.id);
    expect(consumer.taken).toHaveLength(1);
  });

  it('and of nothing that it did not ask for, nor of what happened before it was there', async () => {
    await happen(one, 'before');
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['user.created'] });
    await happen(one, 'not wanted');
    const user = await aUser(one);
    await deliverUntilOver(webhook.id);
    const bodies = consumer.received.map(
      ({ body }) => JSON.parse(body) as { type: string; data: { target_id: string } },
    );
    expect(bodies.map(({ type, data }) => [type, data.target_id])).toEqual([['user.created', user.id]]);
    expect(consumer.received[0]?.body).not.toContain(user.email);
  });
});

describe('a webhook that does not work', () => {
  it('gives up after about a day, says why, and is replayed by hand', async () => {
    consumer.misbehave = (_request, response) => response.writeHead(503).end();
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    await happen(one, 'dead');
    await deliverUntilOver(webhook.id);
    const [dead] = await deliveriesOf(webhook.id);
    expect(dead).toMatchObject({ state: 'dead', attempts: 9, lastStatus: 503, lastError: 'it answered 503' });
    expect(dead?.nextAttemptAt).toBeNull();
    expect(await stateOf(webhook.id)).toMatchObject({ status: 'active', failingSince: expect.any(Date) as Date });
    consumer.misbehave = undefined;
    expect(await one.app.get(WebhookReplay).allDead(webhook)).toBe(1);
    await deliverUntilOver(webhook.id);
    expect(consumer.taken).toEqual([dead?.eventId]);
    expect(await deliveriesOf(webhook.id)).toMatchObject([{ state: 'delivered', attempts: 10, lastError: null }]);
  }, 60_000);

  it('a replay is finished by whoever delivers it, and two at once are one', async () => {
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    await happen(one, 'replayed');
    await deliverUntilOver(webhook.id);
    const [delivery] = await deliveriesOf(webhook.id);
    if (delivery === undefined) throw new Error('there is no delivery');
    await Promise.all([one, two].map(({ app }) => app.get(WebhookReplay).one(delivery)));
    await deliverUntilOver(webhook.id);
    expect(consumer.taken).toEqual([delivery.eventId, delivery.eventId]);
    expect((await deliveriesOf(webhook.id))[0]).toMatchObject({ round: 1, attempts: 2 });
  });

  it('is disabled when nothing arrived for days, with a record; what it misses is held for it', async () => {
    consumer.misbehave = (_request, response) => response.writeHead(500).end();
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    await happen(one, 'fails');
    await deliverAll(one);
    await one.source.query('UPDATE webhooks SET failing_since = failing_since - 259200001 WHERE id = ?', [webhook.id]);
    await deliverUntilOver(webhook.id);
    expect(await stateOf(webhook.id)).toMatchObject({ status: 'disabled', disabledReason: 'failing' });
    const where = { action: 'webhook.disabled', targetId: webhook.id } as const;
    const record = await one.source.getRepository(AuditEvent).findOneByOrFail(where);
    expect(record).toMatchObject({ actorType: 'system', details: { reason: 'failing' } });
    consumer.misbehave = undefined;
    await happen(one, 'missed');
    await deliverAll(one);
    expect((await deliveriesOf(webhook.id)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['dead', 9],
      ['dead', 0],
    ]);
    const enabled = await one.app.get(Webhooks).change(await stateOf(webhook.id), { status: 'active' });
    expect(enabled).toMatchObject({ status: 'active', disabledReason: null, failingSince: null });
    await one.app.get(WebhookReplay).allDead(webhook);
    await deliverUntilOver(webhook.id);
    expect(consumer.taken).toHaveLength(2);
  }, 60_000);

  it('is disabled at once when it says that it is gone', async () => {
    consumer.misbehave = (_request, response) => response.writeHead(410).end();
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    await happen(one, 'gone');
    await deliverAll(one);
    expect(await stateOf(webhook.id)).toMatchObject({ status: 'disabled', disabledReason: 'gone' });
    expect(await deliveriesOf(webhook.id)).toMatchObject([{ state: 'dead', attempts: 1, lastStatus: 410 }]);
  });

  it('delays nobody but itself', async () => {
    const slow = await startConsumer();
    const hangs = Promise.withResolvers<void>();
    const at = { once: 0, most: 0 };
    slow.misbehave = (_request, response) => {
      at.once += 1;
      at.most = Math.max(at.most, at.once);
      response.once('close', () => (at.once -= 1));
      void hangs.promise.then(() => response.writeHead(204).end());
    };
    const hanging = await aWebhook(one, { url: slow.url, events: ['key.activated'] });
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    for (let count = 0; count < 60; count += 1) await happen(one, `slow-${count}`);
    const delivering = deliverAll(one);
    while (consumer.taken.length < 60) await delay(10);
    // Two for each process: what hangs takes no more places than these.
    expect(at.most).toBeLessThanOrEqual(4);
    expect((await deliveriesOf(hanging.webhook.id)).some(({ state }) => state === 'delivered')).toBe(false);
    hangs.resolve();
    slow.misbehave = undefined;
    await delivering;
    await deliverUntilOver(webhook.id);
    await slow.close();
  }, 60_000);
});

describe('a webhook that takes what comes', () => {
  it('is told at once, although another one hangs with thousands that are due', async () => {
    const slow = await startConsumer();
    slow.misbehave = () => undefined;
    const { webhook: hanging } = await aWebhook(one, { url: slow.url });
    const { webhook } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    for (let part = 0; part < 3; part += 1) {
      const due = Array.from({ length: 500 }, () => ({ eventId: v7(), type: 'user.created', payload: '{}' }));
      await one.app.get(WebhookDeliveryStore).create(hanging.id, due);
      const rounds = due.map(({ eventId }) => ({ webhookId: hanging.id, eventId, round: 0 }));
      await one.app.get(WebhookMessages).send(rounds);
    }
    while (slow.received.length < 2) await delay(10);
    for (let count = 0; count < 30; count += 1) await happen(one, `beside-${count}`);
    await one.app.get(WebhookDispatch).run();
    while (consumer.taken.length < 30) await delay(10);
    // Nothing of the other one was tried a second time meanwhile, nor has it ended.
    expect(slow.received.length).toBeLessThanOrEqual(4);
    const waiting = await one.source.getRepository(WebhookDelivery).countBy({ webhookId: hanging.id, attempts: 0 });
    expect(waiting).toBe(1_500);
    const isOver = async () => (await deliveriesOf(webhook.id)).every(({ state }) => state === 'delivered');
    while (!(await isOver())) await delay(10);
    await one.app.get(Webhooks).delete(await stateOf(hanging.id));
    await one.source.query("DELETE FROM outbox WHERE kind = 'webhook'");
    await slow.close();
  }, 60_000);
});

describe('what is signed', () => {
  it('is taken by the reference library, and not with another secret, another body, or another time', async () => {
    const { webhook, secret } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    const other = await aWebhook(one);
    await happen(one, 'signed');
    await deliverUntilOver(webhook.id);
    const [received] = consumer.received;
    if (received === undefined) throw new Error('nothing arrived');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(verifies(secret, received)).toBe(true);
    expect(verifies(other.secret, received)).toBe(false);
    expect(verifies(secret, { ...received, body: `${received.body} ` })).toBe(false);
    const sentAt = Number(received.headers['webhook-timestamp']);
    const dated = (at: number) => ({ ...received, headers: { ...received.headers, 'webhook-timestamp': String(at) } });
    expect(verifies(secret, dated(sentAt + 1))).toBe(false);
    // Five minutes later the library refuses what it took before: a copy is worth nothing.
    const now = Date.now;
    try {
      Date.now = () => now() + 6 * 60 * 1000;
      expect(verifies(secret, received)).toBe(false);
    } finally {
      Date.now = now;
    }
  });

  it('is signed anew at every attempt, under the same id', async () => {
    consumer.misbehave = (_request, response) => response.writeHead(500).end();
    const { webhook, secret } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    await happen(one, 'anew');
    await deliverAll(one);
    await one.source.getRepository(WebhookDelivery).update({ webhookId: webhook.id }, { lastError: null });
    consumer.misbehave = undefined;
    await deliverUntilOver(webhook.id);
    expect(new Set(consumer.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const received of consumer.received) expect(verifies(secret, received)).toBe(true);
  });

  it('by two secrets while one follows the other, and by the new one alone afterwards or after a leak', async () => {
    const first = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    const { id } = first.webhook;
    const rotated = await one.app.get(Webhooks).rotateSecret(await stateOf(id), 60_000);
    const newest = () => consumer.received.at(-1) ?? { headers: {}, body: '' };
    await happen(one, 'overlap');
    await deliverUntilOver(id);
    expect([verifies(first.secret, newest()), verifies(rotated?.secret ?? '', newest())]).toEqual([true, true]);
    await one.source.query('UPDATE webhooks SET previous_secret_until = 1 WHERE id = ?', [id]);
    await happen(one, 'after');
    await deliverUntilOver(id);
    expect([verifies(first.secret, newest()), verifies(rotated?.secret ?? '', newest())]).toEqual([false, true]);
    const leaked = await one.app.get(Webhooks).rotateSecret(await stateOf(id), 0);
    await happen(one, 'leak');
    await deliverUntilOver(id);
    expect([verifies(rotated?.secret ?? '', newest()), verifies(leaked?.secret ?? '', newest())]).toEqual([
      false,
      true,
    ]);
  });

  it('with a secret that the database does not hold in the clear, and that opens for its webhook only', async () => {
    const { webhook, secret } = await aWebhook(one, { url: consumer.url, events: ['key.activated'] });
    const other = await aWebhook(one);
    expect(JSON.stringify(await stateOf(webhook.id))).not.toContain(secret.slice(6));
    await one.source.query('UPDATE webhooks SET secret = ? WHERE id = ?', [other.webhook.secret, webhook.id]);
    await happen(one, 'moved');
    await deliverUntilOver(webhook.id);
    expect(consumer.received).toEqual([]);
    const [delivery] = await deliveriesOf(webhook.id);
    expect(delivery?.lastError).toContain('SECRET_KEY');
  });
});

describe('deliveries', () => {
  it('are kept as they are when they are made again', async () => {
    const { webhook } = await aWebhook(one);
    const event = { eventId: '01999999-0000-7000-8000-000000000000', type: 'user.created', payload: '{}' };
    const store = one.app.get(WebhookDeliveryStore);
    await store.create(webhook.id, [event], 'held');
    await store.create(webhook.id, [event]);
    expect(await deliveriesOf(webhook.id)).toMatchObject([{ state: 'dead', lastError: 'held' }]);
  });
});
