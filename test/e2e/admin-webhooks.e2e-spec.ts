import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { Webhook } from '../../src/webhooks/webhook.entity.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { aDelivery, aWebhook, type Consumer, deliverAll, startConsumer, verifies } from '../support/webhooks.js';

const READ_AND_WRITE = ['admin:webhooks:read', 'admin:webhooks:write'] as const;

let served: TestApp;
let consumer: Consumer;
let token: string;
beforeAll(async () => {
  served = await startApp();
  consumer = await startConsumer();
  ({ token } = await aMachine(served, [...READ_AND_WRITE, 'admin:audit-events:read']));
});
afterAll(async () => {
  await served.close();
  await consumer.close();
});

const make = (body: object, by = token) => callApi(served, by, 'POST', '/webhooks', { body });
const valid = (changes: object = {}) => ({ name: 'Mine', url: consumer.url, events: ['user.*'], ...changes });
const ANY = { 'if-match': '*' };

describe('webhooks through the admin API', () => {
  it('are made with a secret that is shown once', async () => {
    const { status, body, headers } = await make(valid());
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Mine', events: ['user.*'], status: 'active', disabled_reason: null });
    expect(body['secret']).toMatch(/^whsec_/);
    const path = headers['location']?.replace('/api/v1', '') ?? '';
    const read = await callApi(served, token, 'GET', path);
    expect(read.body).toMatchObject({ id: body['id'], url: consumer.url });
    expect(read.headers['etag']).toBe(headers['etag']);
    const listed = await callApi(served, token, 'GET', '/webhooks');
    for (const shown of [read, listed]) expect(JSON.stringify(shown.body)).not.toContain('whsec_');
    const targetId = body['id'] as string;
    const record = await served.source
      .getRepository(AuditEvent)
      .findOneByOrFail({ action: 'webhook.created', targetId });
    expect(record.details).toEqual({ host: new URL(consumer.url).host, events: ['user.*'] });
  });

  it('are made once with one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'one-webhook' };
    const twice = [1, 2].map(() => callApi(served, token, 'POST', '/webhooks', { body: valid(), headers }));
    const repeated = await callApi(served, token, 'POST', '/webhooks', { body: valid(), headers });
    const ids = [...(await Promise.all(twice)), repeated].map(({ body }) => body['id']).filter(Boolean);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    [{ url: 'http://example.com:70000/' }, 'url'],
    [{ url: 'ftp://example.com/' }, 'url'],
    [{ url: 'https://somebody:secret@example.com/' }, 'url'],
    [{ url: 'https://10.0.0.1/' }, 'url'],
    [{ url: 'https://169.254.169.254/latest/meta-data' }, 'url'],
    [{ url: 'http://93.184.216.34/' }, 'url'],
    [{ url: 'https://example.com:25/' }, 'url'],
    [{ url: 'https:example.com' }, 'url'],
    [{ url: 'https://exa\tmple.com/' }, 'url'],
    [{ url: ' https://example.com/' }, 'url'],
    [{ url: 'https://example.com/\r\n' }, 'url'],
    [{ url: 'https:\\\\example.com' }, 'url'],
    [{ url: 'https://example.com/#part' }, 'url'],
    [{ url: 'https://LOCALHOST/' }, 'url'],
    [{ events: [] }, 'events'],
    [{ events: ['user.nothing'] }, 'events'],
    [{ events: ['*', '*'] }, 'events'],
    [{ events: '*' }, 'events'],
    [{ name: '' }, 'name'],
  ])('are not made with %j', async (changes, field) => {
    const { status, body } = await make(valid(changes));
    expect(status).toBe(422);
    expect(body['errors']).toMatchObject([{ field }]);
    const { webhook } = await aWebhook(served);
    const changed = await callApi(served, token, 'PATCH', `/webhooks/${webhook.id}`, { body: changes, headers: ANY });
    expect(changed.status).toBe(422);
  });

  it('keep their address in its one spelling', async () => {
    const { body } = await make(valid({ url: 'HTTPS://Example.COM:443/a/../hook' }));
    expect(body['url']).toBe('https://example.com/hook');
  });

  it('are changed in the version that was read', async () => {
    const { webhook } = await aWebhook(served);
    const path = `/webhooks/${webhook.id}`;
    const { headers } = await callApi(served, token, 'GET', path);
    const etag = { 'if-match': headers['etag'] ?? '' };
    const first = await callApi(served, token, 'PATCH', path, { body: { events: ['*'] }, headers: etag });
    expect(first).toMatchObject({ status: 200, body: { events: ['*'], name: webhook.name } });
    for (const call of [{ body: { name: 'Other' } }, { body: { status: 'disabled' } }]) {
      expect((await callApi(served, token, 'PATCH', path, { ...call, headers: etag })).status).toBe(412);
    }
    const rotation = { body: {}, headers: etag };
    expect((await callApi(served, token, 'POST', `${path}/rotate-secret`, rotation)).status).toBe(412);
    expect((await callApi(served, token, 'DELETE', path, { headers: etag })).status).toBe(412);
    expect((await callApi(served, token, 'DELETE', path, { headers: ANY })).status).toBe(204);
    expect((await callApi(served, token, 'GET', path)).status).toBe(404);
  });

  it('send a test, of which the delivery tells', async () => {
    const made = await make(valid({ events: ['key.revoked'] }));
    const path = `/webhooks/${made.body['id'] as string}`;
    const test = await callApi(served, token, 'POST', `${path}/test`);
    expect(test).toMatchObject({ status: 202, body: { type: 'webhook.test', state: 'pending', attempts: 0 } });
    await served.app.get(Outbox).drain();
    const delivery = await callApi(served, token, 'GET', `${path}/deliveries/${test.body['event_id'] as string}`);
    expect(delivery.body).toMatchObject({ state: 'delivered', attempts: 1, last_status: 204, last_error: null });
    const received = consumer.received.find(({ headers }) => headers['webhook-id'] === test.body['event_id']);
    expect(verifies(made.body['secret'] as string, received ?? { headers: {}, body: '' })).toBe(true);
  });

  it('say at once why a test failed, also while they are disabled', async () => {
    const { webhook } = await aWebhook(served);
    const path = `/webhooks/${webhook.id}`;
    await callApi(served, token, 'PATCH', path, { body: { status: 'disabled' }, headers: ANY });
    const test = await callApi(served, token, 'POST', `${path}/test`);
    await served.app.get(Outbox).drain();
    const { body } = await callApi(served, token, 'GET', `${path}/deliveries/${test.body['event_id'] as string}`);
    expect(body).toMatchObject({ state: 'dead', attempts: 1, last_status: null, next_attempt_at: null });
    expect(body['last_error']).toBe('no connection could be made, or it broke off');
  });

  it('show their deliveries by state, the newest first, and replay them', async () => {
    const made = await make(valid({ events: ['user.created'] }));
    const path = `/webhooks/${made.body['id'] as string}`;
    for (let count = 0; count < 3; count += 1) await aUser(served);
    await callApi(served, token, 'PATCH', path, { body: { status: 'disabled' }, headers: ANY });
    for (let count = 0; count < 2; count += 1) {
      const user = {
        username: `held-${count}`,
        email: `held-${count}@example.com`,
        password: 'a long pass phrase of mine',
      };
      const { token: owner } = await aStaffMember(served, 'owner');
      await callApi(served, owner, 'POST', '/users', { body: user });
    }
    const states = async (query: string) => {
      const { body } = await callApi(served, token, 'GET', `${path}/deliveries?${query}`);
      const { data, next } = body as unknown as { data: { event_id: string; state: string }[]; next: string | null };
      return { ids: data.map(({ event_id: id }) => id), states: data.map(({ state }) => state), next };
    };
    // The server's own look at the log may be under way, and bring some of them a moment later.
    const held = async () => {
      await deliverAll(served);
      return (await states('state=dead')).ids.length;
    };
    await expect.poll(held, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    const dead = await states('state=dead');
    expect(dead.ids).toEqual(dead.ids.toSorted().toReversed());
    const first = await states('state=dead&limit=1');
    expect((await states(`state=dead&limit=1&cursor=${first.next ?? ''}`)).ids).toEqual([dead.ids[1]]);
    const one = `${path}/deliveries/${dead.ids[0] ?? ''}`;
    expect(await callApi(served, token, 'POST', `${one}/replay`)).toMatchObject({ status: 409 });
    expect((await callApi(served, token, 'POST', `${path}/replay`)).status).toBe(409);
    await callApi(served, token, 'PATCH', path, { body: { status: 'active' }, headers: ANY });
    expect(await callApi(served, token, 'POST', `${one}/replay`)).toMatchObject({
      status: 202,
      body: { state: 'pending' },
    });
    const all = await callApi(served, token, 'POST', `${path}/replay`);
    expect(all).toMatchObject({ status: 202, body: { replayed: dead.ids.length - 1 } });
    await deliverAll(served);
    expect((await states('state=dead')).ids).toEqual([]);
    expect(consumer.taken).toEqual(expect.arrayContaining(dead.ids));
  });
});

describe('attack A44: a webhook as a way to the audit log', () => {
  it('is closed to whoever may not read it: no making, no changing, no secret, no delivery', async () => {
    const { token: blind } = await aMachine(served, READ_AND_WRITE);
    const { webhookId, eventId } = await aDelivery(served);
    const path = `/webhooks/${webhookId}`;
    const refused = [
      await make(valid(), blind),
      await callApi(served, blind, 'PATCH', path, { body: { url: consumer.url, events: ['*'] }, headers: ANY }),
      await callApi(served, blind, 'POST', `${path}/rotate-secret`, { body: {}, headers: ANY }),
      await callApi(served, blind, 'GET', `${path}/deliveries`),
      await callApi(served, blind, 'GET', `${path}/deliveries/${eventId}`),
      await callApi(served, blind, 'POST', `${path}/deliveries/${eventId}/replay`),
      await callApi(served, blind, 'POST', `${path}/replay`),
      await callApi(served, blind, 'POST', `${path}/test`),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(refused[0]?.body['detail']).toContain('admin:audit-events:read');
    const stored = await served.source.getRepository(Webhook).findOneByOrFail({ id: webhookId });
    expect(stored.events).not.toContain('*');
    // Nor the path of its address, which the log leaves out as well.
    await served.source.getRepository(Webhook).update({ id: webhookId }, { url: 'https://hooks.example/a-secret' });
    for (const shown of [path, '/webhooks']) {
      const { body } = await callApi(served, blind, 'GET', shown);
      expect(JSON.stringify(body)).toContain('https://hooks.example/');
      expect(JSON.stringify(body)).not.toContain('a-secret');
    }
  });

  it('a delivery is found below its own webhook only', async () => {
    const { eventId } = await aDelivery(served);
    const { webhook } = await aWebhook(served);
    expect((await callApi(served, token, 'GET', `/webhooks/${webhook.id}/deliveries/${eventId}`)).status).toBe(404);
  });
});
