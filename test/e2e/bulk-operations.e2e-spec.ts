import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { BulkItem } from '../../src/bulk/bulk-item.entity.js';
import { BulkOperation } from '../../src/bulk/bulk-operation.entity.js';
import { BulkRunner } from '../../src/bulk/bulk-runner.service.js';
import { BulkStore } from '../../src/bulk/bulk-store.service.js';
import { BulkUpkeep } from '../../src/bulk/bulk-upkeep.service.js';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { CleanUpService } from '../../src/operations/clean-up.service.js';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import type { AdminScope } from '../../src/protocol/admin-scope.js';
import { Session } from '../../src/session/session.entity.js';
import { UserAdministration } from '../../src/users/user-administration.service.js';
import { User } from '../../src/users/user.entity.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { aBulkOperation, forgetLeases, manyUsers } from '../support/bulk.js';
import { userRow } from '../support/mailed-links.js';
import { isAlive, refresh, someTokens } from '../support/tokens.js';

const NOBODY = '01999999-0000-7000-8000-000000000000';
const BOTH: AdminScope[] = ['admin:users:read', 'admin:users:write', 'admin:clients:read', 'admin:clients:write'];

interface Detail {
  readonly id: string;
  readonly state: string;
  readonly stop_reason: string | null;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly errors: readonly { id: string; problem: string; title: string }[];
}

let served: TestApp;
let machine: string;
beforeAll(async () => {
  served = await startApp();
  ({ token: machine } = await aMachine(served, BOTH));
});
afterAll(() => served.close());

type Kind = 'users' | 'clients';
const post = (token: string, kind: Kind, body: object) => callApi(served, token, 'POST', `/bulk/${kind}`, { body });

/** Begins an operation, waits until it has ended, and reads what became of it. */
async function outcome(token: string, kind: Kind, body: object): Promise<Detail> {
  const begun = await post(token, kind, body);
  expect(begun).toMatchObject({ status: 201, body: { state: 'running' } });
  expect(begun.headers['location']).toBe(`/api/v1/bulk/${kind}/${String(begun.body['id'])}`);
  return ended(token, kind, String(begun.body['id']));
}

async function ended(token: string, kind: Kind, id: string): Promise<Detail> {
  for (;;) {
    await served.app.get(Outbox).drain();
    const { body } = await callApi(served, token, 'GET', `/bulk/${kind}/${id}`);
    if (body['state'] !== 'running') return body as unknown as Detail;
  }
}

/** An operation of which everything is written down, and which was not started. */
async function prepared(target: string): Promise<string> {
  const { client } = await aMachine(served, BOTH);
  const starter = { type: 'client', id: client.clientId, scopes: BOTH, credentialsVersion: null } as const;
  const operation = { id: v7(), resource: 'users', action: 'disable', options: {}, starter, address: null };
  await served.app.get(BulkStore).prepare(operation, [target]);
  return operation.id;
}

const clientRow = (clientId: string) => served.source.getRepository(Client).findOneByOrFail({ clientId });
const eventsOf = (requestId: string) =>
  served.source.getRepository(AuditEvent).find({ where: { requestId }, order: { id: 'ASC' } });

describe('a bulk operation', () => {
  it('does the same to each user, each written down in the name of the caller under one correlation id', async () => {
    const users = [await aUser(served), await aUser(served), await aUser(served, { row: { status: 'disabled' } })];
    const ids = users.map(({ id }) => id);
    const detail = await outcome(machine, 'users', { action: 'disable', ids });
    expect(detail).toMatchObject({ state: 'done', total: 3, done: 3, failed: 0, errors: [] });
    for (const user of users) expect((await userRow(served, user)).status).toBe('disabled');
    const events = await eventsOf(detail.id);
    // The third was disabled before.
    expect(events.map(({ action, targetId }) => [action, targetId])).toEqual([
      ['user.disabled', ids[0]],
      ['user.disabled', ids[1]],
    ]);
    expect(events.every(({ actorType, address }) => actorType === 'client' && address !== null)).toBe(true);
    const { token: auditor } = await aMachine(served, ['admin:audit-events:read']);
    const found = await callApi(served, auditor, 'GET', `/audit-events?request_id=${detail.id}`);
    expect((found.body['data'] as { id: string }[]).map(({ id }) => id)).toEqual(
      events.map(({ id }) => id).toReversed(),
    );
    expect(await outcome(machine, 'users', { action: 'enable', ids })).toMatchObject({ done: 3 });
    expect((await userRow(served, users[0] ?? { id: '' })).status).toBe('active');
    expect(await outcome(machine, 'users', { action: 'delete', ids })).toMatchObject({ done: 3 });
    expect(await served.source.getRepository(User).countBy(ids.map((id) => ({ id })))).toBe(0);
  });

  it('does the same to each app', async () => {
    const ids = [(await aClient(served)).clientId, (await aClient(served)).clientId];
    expect(await outcome(machine, 'clients', { action: 'suspend', reason: 'Spam', ids })).toMatchObject({ done: 2 });
    for (const id of ids) expect(await clientRow(id)).toMatchObject({ status: 'suspended', suspendedReason: 'Spam' });
    expect(await outcome(machine, 'clients', { action: 'reinstate', ids })).toMatchObject({ done: 2 });
    expect(await outcome(machine, 'clients', { action: 'verify', ids })).toMatchObject({ done: 2 });
    for (const id of ids) expect(await clientRow(id)).toMatchObject({ status: 'active', isVerified: true });
    expect(await outcome(machine, 'clients', { action: 'delete', ids })).toMatchObject({ done: 2 });
    expect(await served.source.getRepository(Client).countBy(ids.map((clientId) => ({ clientId })))).toBe(0);
  });

  it('revokes all that was issued to each app, as the operation on one does: what is of those above stays', async () => {
    const { user, token } = await aStaffMember(served, 'admin');
    const [client, other] = [await aClient(served), await aClient(served)];
    const mine = await someTokens(served, { client });
    const ofOther = await someTokens(served, { client: other });
    const ofOwner = await someTokens(served, { client, user: await aUser(served, { row: { role: 'owner' } }) });
    const robot = await aMachine(served, ['admin:users:read']);
    const ids = [client.clientId, 'client_gone', robot.client.clientId];
    const detail = await outcome(token, 'clients', { action: 'revoke_tokens', ids });
    expect(detail).toMatchObject({ state: 'done', done: 2, errors: [{ id: 'client_gone', problem: 'not-found' }] });
    const alive = [mine, ofOther, ofOwner].map(({ accessToken }) => isAlive(served, accessToken));
    expect(await Promise.all(alive)).toEqual([false, true, true]);
    expect((await refresh(served, client, mine.refreshToken)).status).toBe(400);
    expect((await callApi(served, robot.token, 'GET', '/users')).status).toBe(401);
    const events = await eventsOf(detail.id);
    expect(events.map(({ action, targetId, actorId }) => [action, targetId, actorId])).toEqual([
      ['token.revoked', client.clientId, user.id],
      ['bulk_operation.item_failed', 'client_gone', user.id],
      ['token.revoked', robot.client.clientId, user.id],
    ]);
  });

  it('takes a filter like that of the list', async () => {
    const names = ['filtered-a', 'filtered-b'];
    for (const username of names) await aUser(served, { username });
    await aUser(served, { username: 'other' });
    const filter = { search: 'filtered-', status: 'active' };
    expect(await outcome(machine, 'users', { action: 'disable', filter })).toMatchObject({ total: 2, done: 2 });
    expect((await post(machine, 'users', { action: 'disable', filter })).status).toBe(409);
    const client = await aClient(served, { client_name: 'Filtered app' });
    const wanted = { search: 'Filtered', is_verified: false };
    expect(await outcome(machine, 'clients', { action: 'verify', filter: wanted })).toMatchObject({ total: 1 });
    expect((await clientRow(client.clientId)).isVerified).toBe(true);
  });

  it.each([
    [{ action: 'disable' }, 'ids'],
    [{ action: 'disable', ids: [NOBODY], filter: { role: 'user' } }, 'ids'],
    [{ action: 'disable', ids: [] }, 'ids'],
    [{ action: 'disable', ids: [NOBODY, NOBODY] }, 'ids'],
    [{ action: 'disable', ids: Array.from({ length: 1_001 }, (_, index) => String(index)) }, 'ids'],
    [{ action: 'disable', filter: { sort: 'email' } }, 'filter.sort'],
    // What is no filter, or names nothing, must not come to be everybody.
    [{ action: 'delete', filter: [] }, 'filter'],
    [{ action: 'delete', filter: [{ search: 'nobody-like-this' }] }, 'filter'],
    [{ action: 'delete', filter: {} }, 'filter'],
    [{ action: 'delete', filter: { search: null } }, 'filter'],
    [{ action: 'delete', filter: { search: null, status: 'active' } }, 'filter.search'],
    [{ action: 'delete', filter: 'x' }, 'filter'],
    [{ action: 'promote', ids: [NOBODY] }, 'action'],
  ])('refuses %j', async (body, field) => {
    const answer = await post(machine, 'users', body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('asks for a reason to suspend', async () => {
    const answer = await post(machine, 'clients', { action: 'suspend', ids: ['client_x'] });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
  });

  it('ends when it is cancelled: what waits stays as it is', async () => {
    const id = await aBulkOperation(served);
    expect(await callApi(served, machine, 'POST', `/bulk/users/${id}/cancel`)).toMatchObject({
      status: 200,
      body: { state: 'cancelled', total: 1, done: 0 },
    });
    await served.app.get(BulkRunner).enqueue(id);
    await served.app.get(Outbox).drain();
    const [item] = await served.source.getRepository(BulkItem).findBy({ operationId: id });
    expect(item?.state).toBe('waiting');
    expect((await callApi(served, machine, 'POST', `/bulk/users/${id}/cancel`)).status).toBe(409);
    expect((await callApi(served, machine, 'POST', `/bulk/clients/${id}/cancel`)).status).toBe(404);
  });

  it('is given up when its process died before all of it was written down, by one process', async () => {
    const user = await aUser(served);
    const store = served.app.get(BulkStore);
    const id = await prepared(user.id);
    const read = async () => (await callApi(served, machine, 'GET', `/bulk/users/${id}`)).body;
    await served.app.get(BulkUpkeep).run();
    expect(await read()).toMatchObject({ state: 'preparing', finished_at: null });
    await served.source.getRepository(BulkOperation).update({ id }, { claimedUntil: new Date(0) });
    await Promise.all([served.app.get(BulkUpkeep).run(), served.app.get(BulkUpkeep).run()]);
    expect(await read()).toMatchObject({ state: 'failed', stop_reason: 'never_started', done: 0 });
    const stops = await served.source.getRepository(AuditEvent).findBy({ targetId: id });
    expect(stops.map(({ action, reason, actorType }) => [action, reason, actorType])).toEqual([
      ['bulk_operation.stopped', 'never_started', 'system'],
    ]);
    // The process was only slow: too late.
    expect(await store.start(id)).toBe(false);
    await served.app.get(BulkRunner).enqueue(id);
    await served.app.get(Outbox).drain();
    expect((await userRow(served, user)).status).toBe('active');
  });

  it('is not begun when it was cancelled before', async () => {
    const id = await prepared((await aUser(served)).id);
    expect((await callApi(served, machine, 'POST', `/bulk/users/${id}/cancel`)).status).toBe(200);
    expect(await served.app.get(BulkStore).start(id)).toBe(false);
  });

  it('is forgotten after 30 days, with everything in it', async () => {
    const id = await aBulkOperation(served);
    await served.source.getRepository(BulkOperation).update({ id }, { expiresAt: new Date(0) });
    await served.app.get(CleanUpService).run();
    expect(await served.source.getRepository(BulkItem).countBy({ operationId: id })).toBe(0);
  });
});

describe('the rights of whoever began it (attack A44)', () => {
  it('are judged for each one as by the operation on that one: nobody acts on equals or above', async () => {
    const admin = await aStaffMember(served, 'admin');
    const [user, support, equal] = [
      await aUser(served),
      await aUser(served, { row: { role: 'support' } }),
      await aUser(served, { row: { role: 'admin' } }),
    ];
    const ids = [user.id, equal.id, NOBODY, support.id, admin.user.id];
    const detail = await outcome(admin.token, 'users', { action: 'disable', ids });
    expect(detail).toMatchObject({ state: 'done', total: 5, done: 2, failed: 3 });
    expect(detail.errors.map(({ id, problem }) => [id, problem])).toEqual([
      [equal.id, 'forbidden'],
      [NOBODY, 'not-found'],
      [admin.user.id, 'forbidden'],
    ]);
    expect((await userRow(served, equal)).status).toBe('active');
    expect((await userRow(served, support)).status).toBe('disabled');
    // One who is so already is judged as well.
    expect(await outcome(admin.token, 'users', { action: 'enable', ids: [equal.id] })).toMatchObject({ failed: 1 });
  });

  it('do not reach mightier programs, nor the program itself', async () => {
    const self = await aMachine(served, BOTH);
    const mighty = await aMachine(served, ['admin:keys:write']);
    const ids = [self.client.clientId, mighty.client.clientId];
    const detail = await outcome(self.token, 'clients', { action: 'delete', ids });
    expect(detail.errors.map(({ problem }) => problem)).toEqual(['forbidden', 'forbidden']);
    expect(await outcome(self.token, 'clients', { action: 'reinstate', ids })).toMatchObject({ failed: 2 });
  });

  it('are those of the operation on one: its scope, and a fresh login', async () => {
    const ids = [(await aUser(served)).id];
    const refused = await post(machine, 'users', { action: 'sign_out', ids });
    expect(refused.headers['www-authenticate']).toContain('scope="admin:sessions:write"');
    expect(refused.status).toBe(403);
    const support = await aStaffMember(served, 'support');
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    await served.source.getRepository(Session).update({ userId: support.user.id }, { authTime: yesterday });
    for (const action of ['disable', 'enable', 'sign_out', 'delete']) {
      const stale = await post(support.token, 'users', { action, ids });
      expect(stale).toMatchObject({ status: 401, body: { type: expect.stringMatching(/login-too-old$/) as string } });
    }
    const revoke = { action: 'revoke_tokens', ids: ['client_gone'] };
    const without = await post(machine, 'clients', revoke);
    expect(without.headers['www-authenticate']).toContain('scope="admin:tokens:write"');
    expect(without.status).toBe(403);
    const admin = await aStaffMember(served, 'admin');
    await served.source.getRepository(Session).update({ userId: admin.user.id }, { authTime: yesterday });
    const suspend = { action: 'suspend', ids: ['client_gone'], reason: 'Spam' };
    for (const order of [revoke, suspend]) expect((await post(admin.token, 'clients', order)).status).toBe(401);
    expect((await post(support.token, 'clients', { action: 'verify', ids })).status).toBe(403);
  });

  it('signs everybody out', async () => {
    const user = await aUser(served);
    const browser = await aBrowserOf(served, user);
    const { token } = await aStaffMember(served, 'support');
    expect(await outcome(token, 'users', { action: 'sign_out', ids: [user.id] })).toMatchObject({ done: 1 });
    expect((await browser.get('/account')).status).toBe(303);
  });

  it.each([
    ['lost their role', (user: User) => served.source.getRepository(User).update({ id: user.id }, { role: 'user' })],
    [
      'were disabled',
      (user: User) => served.source.getRepository(User).update({ id: user.id }, { status: 'disabled' }),
    ],
    ['were signed out everywhere', (user: User) => served.app.get(UserAdministration).endLogins(user)],
    [
      'were given another role without the right',
      (user: User) => served.source.getRepository(User).update({ id: user.id }, { role: 'auditor' }),
    ],
  ])('end with them: nothing more is done for those who %s', async (_what, lose) => {
    const admin = await aStaffMember(served, 'admin');
    const user = await aUser(served);
    const id = await aBulkOperation(served);
    const { credentialsVersion } = await userRow(served, admin.user);
    const starter = { type: 'user', id: admin.user.id, scopes: BOTH, credentialsVersion } as const;
    await served.source.getRepository(BulkOperation).update({ id }, { starter, action: 'disable' });
    await served.source.getRepository(BulkItem).update({ operationId: id }, { target: user.id });
    await lose(await userRow(served, admin.user));
    await served.app.get(BulkRunner).enqueue(id);
    expect(await ended(machine, 'users', id)).toMatchObject({ state: 'stopped', stop_reason: 'caller_lost_rights' });
    expect((await userRow(served, user)).status).toBe('active');
  });

  it('end with a program that was suspended, or lost the scope', async () => {
    for (const change of [{ status: 'suspended' }, { adminScopes: ['admin:users:read'] }] as const) {
      const { client } = await aMachine(served, BOTH);
      const id = await aBulkOperation(served);
      const starter = { type: 'client', id: client.clientId, scopes: BOTH, credentialsVersion: null } as const;
      await served.source.getRepository(BulkOperation).update({ id }, { starter });
      await served.source.getRepository(Client).update({ id: client.rowId }, change as object);
      served.app.get(ClientService).forget(client.clientId);
      await served.app.get(BulkRunner).enqueue(id);
      expect(await ended(machine, 'users', id)).toMatchObject({ state: 'stopped', stop_reason: 'caller_lost_rights' });
    }
  });

  it('let nobody stop what equals or those above began', async () => {
    const [admin, owner, support] = [
      await aStaffMember(served, 'admin'),
      await aStaffMember(served, 'owner'),
      await aStaffMember(served, 'support'),
    ];
    const id = await aBulkOperation(served);
    const starter = { type: 'user', id: admin.user.id, scopes: [], credentialsVersion: 1 } as const;
    await served.source.getRepository(BulkOperation).update({ id }, { starter });
    const cancel = (token: string) => callApi(served, token, 'POST', `/bulk/users/${id}/cancel`);
    expect((await cancel(support.token)).status).toBe(403);
    expect((await cancel(owner.token)).status).toBe(200);
  });
});

describe('several processes', () => {
  it('share an operation, and do each item once', async () => {
    const other = await startApp({ database: served.settings.database, secretKeys: served.settings.secretKeys });
    const { token } = await aMachine(served, ['admin:users:read', 'admin:users:write', 'admin:sessions:write']);
    const ids = await manyUsers(served, await aUser(served), 60);
    const { body } = await post(token, 'users', { action: 'sign_out', ids });
    const id = String(body['id']);
    await other.app.get(BulkRunner).enqueue(id);
    await Promise.all([other.app.get(Outbox).drain(), served.app.get(Outbox).drain()]);
    await forgetLeases(served);
    expect(await ended(token, 'users', id)).toMatchObject({ state: 'done', done: 60 });
    const events = (await eventsOf(id)).filter(({ action }) => action === 'user.signed_out_everywhere');
    expect(events).toHaveLength(60);
    expect(new Set(events.map(({ targetId }) => targetId))).toEqual(new Set(ids));
    await other.close();
  });

  it('take over what nobody works on, one of them', async () => {
    const user = await aUser(served);
    const id = await prepared(user.id);
    expect(await served.app.get(BulkStore).start(id)).toBe(true);
    // Its process died before it could say that there is something to do.
    const messages = served.source.getRepository(OutboxMessage);
    await served.app.get(BulkUpkeep).run();
    expect(await messages.countBy({ kind: 'bulk-operation' })).toBe(0);
    await served.source.getRepository(BulkOperation).update({ id }, { claimedUntil: new Date(0) });
    const store = served.app.get(BulkStore);
    expect([await store.takeOver(id), await store.takeOver(id)]).toEqual([true, false]);
    await forgetLeases(served);
    expect(await ended(machine, 'users', id)).toMatchObject({ state: 'done', done: 1 });
    expect((await userRow(served, user)).status).toBe('disabled');
  });

  it('take over what a process that died left half done: what it did counts as done', async () => {
    const user = await aUser(served);
    const { client } = await aMachine(served, BOTH);
    const id = await aBulkOperation(served);
    const starter = { type: 'client', id: client.clientId, scopes: BOTH, credentialsVersion: null } as const;
    await served.source.getRepository(BulkOperation).update({ id }, { starter, action: 'delete' });
    // It deleted the user, and died before it could say so.
    const left = {
      target: user.id,
      state: 'working',
      claim: NOBODY,
      claimedUntil: new Date(Date.now() + 60_000),
    } as const;
    await served.source.getRepository(BulkItem).update({ operationId: id }, left);
    await served.source.getRepository(User).delete({ id: user.id });
    await served.app.get(BulkRunner).enqueue(id);
    await served.app.get(Outbox).drain();
    const { body } = await callApi(served, machine, 'GET', `/bulk/users/${id}`);
    expect(body).toMatchObject({ state: 'running', done: 0 });
    await forgetLeases(served);
    expect(await ended(machine, 'users', id)).toMatchObject({ state: 'done', done: 1, failed: 0 });
  });
});
