import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserDeletion } from '../../src/admin/users/user-deletion.service.js';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import type { Caller } from '../../src/api/caller.js';
import { UserService } from '../../src/users/user.service.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { type TestApp, startApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { anInitialToken } from '../support/registration.js';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ['admin:users:read', 'admin:users:write', 'admin:sessions:write']));
});
afterAll(() => served.close());

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, options = {}) =>
  callApi(served, token, method, path, options);
const found = async (search: string) =>
  ((await call('GET', `/users?search=${encodeURIComponent(search)}`)).body['data'] as unknown[]).length;
const change = (by: string, id: string, body: object) =>
  callApi(served, by, 'PATCH', `/users/${id}`, { body, headers: { 'if-match': '*' } });

/** The names of a whole list, read page by page. */
async function namesOf(query: string): Promise<string[]> {
  const names: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await call('GET', `${query}${next && `&cursor=${next}`}`);
    const page = body as unknown as { data: { username: string }[]; next: string | null };
    names.push(...page.data.map(({ username }) => username));
    next = page.next;
  }
  return names;
}

const aNewUser = (username: string) => ({
  username,
  email: `${username}@example.com`,
  password: 'a long pass phrase of somebody',
});

describe('users through the admin API', () => {
  it('are made, read, changed and deleted, each version by its tag', async () => {
    const made = await call('POST', '/users', {
      body: { ...aNewUser('grace'), name: 'Grace Hopper', locale: 'en-US' },
    });
    expect(made).toMatchObject({ status: 201, body: { username: 'grace', name: 'Grace Hopper', role: 'user' } });
    expect(made.headers['location']).toBe(`/api/v1/users/${String(made.body['id'])}`);
    const path = `/users/${String(made.body['id'])}`;
    const { body, headers } = await call('GET', path);
    expect([body, headers['etag']]).toEqual([made.body, made.headers['etag']]);
    const changed = await call('PATCH', path, {
      body: { given_name: 'Grace', phone: '+1 202 555 0123' },
      headers: { 'if-match': String(headers['etag']) },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { given_name: 'Grace', name: 'Grace Hopper', phone: '+12025550123' },
    });
    expect(changed.headers['etag']).not.toBe(headers['etag']);
    const stale = await call('PATCH', path, { body: { name: 'x' }, headers: { 'if-match': String(headers['etag']) } });
    expect(stale).toMatchObject({ status: 412, body: { type: expect.stringMatching(/precondition-failed$/) } });
    expect((await call('PATCH', path, { body: { name: 'x' } })).status).toBe(428);
    expect((await call('DELETE', path)).status).toBe(428);
    expect((await call('DELETE', path, { headers: { 'if-match': '*' } })).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('are changed by one of two that come at once with the same tag', async () => {
    const path = `/users/${(await aUser(served)).id}`;
    const { headers } = await call('GET', path);
    const patches = ['one', 'two', 'three'].map((name) =>
      call('PATCH', path, { body: { name }, headers: { 'if-match': String(headers['etag']) } }),
    );
    const statuses = (await Promise.all(patches)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  });

  it('are deleted or changed, one of both, when both come at once with the same tag', async () => {
    for (let round = 0; round < 4; round += 1) {
      const path = `/users/${(await aUser(served)).id}`;
      const headers = { 'if-match': String((await call('GET', path)).headers['etag']) };
      const calls = [call('DELETE', path, { headers }), call('PATCH', path, { body: { name: 'x' }, headers })];
      const statuses = (await Promise.all(calls)).map(({ status }) => status);
      // Whoever comes second meets another version, or nobody any more.
      expect([[204, 412].join(), [204, 404].join(), [412, 200].join()]).toContain(statuses.join());
    }
  });

  it('stay signed in when they are not deleted: somebody changed them just before', async () => {
    const user = await aUser(served);
    const browser = await aBrowserOf(served, user);
    const users = served.app.get(UserService);
    const seen = await users.byId(user.id);
    if (seen === null) throw new Error('the user was not found');
    expect((await change(token, user.id, { name: 'Other' })).status).toBe(200);
    const caller: Caller = { kind: 'client', id: 'x', clientId: 'x', scopes: [] };
    await expect(served.app.get(UserDeletion).delete(caller, seen)).rejects.toMatchObject({ status: 412 });
    expect((await browser.get('/account')).status).toBe(200);
  });

  it('take apps and initial access tokens along, each told of in the audit log', async () => {
    const user = await aUser(served);
    const apps = [await aClient(served, { owner: user }), await aClient(served, { owner: user })];
    const initial = await anInitialToken(served, { ownerEmployeeId: user.employeeId });
    expect((await call('DELETE', `/users/${user.id}`, { headers: { 'if-match': '*' } })).status).toBe(204);
    const events = await served.source.getRepository(AuditEvent).find({ order: { id: 'DESC' }, take: 4 });
    const ofUser = { cause: 'user.deleted', userId: user.id };
    expect(events.map(({ action, targetId, details }) => ({ action, targetId, details }))).toEqual([
      { action: 'user.deleted', targetId: user.id, details: { apps: 2, initialAccessTokens: 1 } },
      { action: 'initial_access_token.revoked', targetId: initial.id, details: ofUser },
      ...apps.toReversed().map(({ clientId }) => ({ action: 'client.deleted', targetId: clientId, details: ofUser })),
    ]);
  });

  it('tell each fault with its field, and what is taken', async () => {
    const faulty = await call('POST', '/users', {
      body: { username: 'x y', email: 'no', password: 'short', rights: 1 },
    });
    expect(faulty.status).toBe(422);
    expect(faulty.headers['content-type']).toContain('application/problem+json');
    const errors = faulty.body['errors'] as { field: string; message: string }[];
    expect(errors.map(({ field }) => field).toSorted()).toEqual(['email', 'password', 'rights', 'username']);
    for (const { message } of errors) expect(message).toMatch(/^[A-Z].*\.$/);
    await call('POST', '/users', { body: aNewUser('taken') });
    const again = await call('POST', '/users', { body: aNewUser('TAKEN') });
    expect(again).toMatchObject({ status: 409, body: { errors: [{ field: 'username' }] } });
  });

  it('are listed page by page in any order, without a gap or a repeat', async () => {
    const made = await Promise.all(
      Array.from({ length: 7 }, (_, index) => aUser(served, { username: `page-${index}` })),
    );
    const inOrder = made.map(({ username }) => username).toSorted();
    for (const sort of ['username', '-username', 'email', '-email', 'created', '-created']) {
      const names = await namesOf(`/users?search=page-&limit=3&sort=${sort}`);
      // They were made at once, in no order of their names.
      const seen = sort.endsWith('created') ? names.toSorted() : names;
      expect(seen).toEqual(sort.startsWith('-') && !sort.endsWith('created') ? inOrder.toReversed() : inOrder);
    }
  });

  it('are found by the beginning of a name, an address or a number; wildcards are letters', async () => {
    await aUser(served, { username: 'wild_card', email: 'somewhere@example.org' });
    expect([
      await found('WILD_'),
      await found('somewhere@'),
      await found('wild%'),
      await found('%'),
      await found('|'),
    ]).toEqual([1, 1, 0, 0, 0]);
  });

  it('end in every browser when they are disabled, and stay ended when they are enabled', async () => {
    const user = await aUser(served);
    const browser = await aBrowserOf(served, user);
    const set = (status: string) =>
      call('PATCH', `/users/${user.id}`, { body: { status }, headers: { 'if-match': '*' } });
    expect(await set('disabled')).toMatchObject({ status: 200, body: { status: 'disabled' } });
    expect((await browser.get('/account')).status).toBe(303);
    expect(await set('active')).toMatchObject({ status: 200 });
    expect((await browser.get('/account')).status).toBe(303);
    await aBrowserOf(served, user);
  });

  it('are signed out everywhere', async () => {
    const user = await aUser(served);
    const browsers = [await aBrowserOf(served, user), await aBrowserOf(served, user)];
    expect((await call('POST', `/users/${user.id}/sign-out`)).status).toBe(204);
    for (const browser of browsers) expect((await browser.get('/account')).status).toBe(303);
  });
});

describe('rights over users', () => {
  it('an owner gives roles, nobody else does, and nobody makes an owner', async () => {
    const [owner, admin] = [await aStaffMember(served, 'owner'), await aStaffMember(served, 'admin')];
    const user = await aUser(served);
    expect((await change(admin.token, user.id, { role: 'support' })).status).toBe(403);
    expect((await change(token, user.id, { role: 'support' })).status).toBe(403);
    expect((await change(owner.token, user.id, { role: 'owner' })).status).toBe(403);
    expect((await change(owner.token, user.id, { role: 'support' })).status).toBe(200);
  });

  it('nobody changes themselves, their equals, or those above; a machine none of the staff', async () => {
    const [owner, admin, other] = [
      await aStaffMember(served, 'owner'),
      await aStaffMember(served, 'admin'),
      await aStaffMember(served, 'admin'),
    ];
    const [support, auditor] = [await aStaffMember(served, 'support'), await aStaffMember(served, 'auditor')];
    for (const [by, whom] of [
      [admin.token, admin.user],
      [admin.token, other.user],
      [admin.token, owner.user],
      [owner.token, owner.user],
      [token, admin.user],
      // Who helps must not reach who watches.
      [support.token, auditor.user],
    ] as const) {
      expect((await change(by, whom.id, { status: 'disabled' })).status).toBe(403);
      expect((await callApi(served, by, 'DELETE', `/users/${whom.id}`, { headers: { 'if-match': '*' } })).status).toBe(
        403,
      );
      expect((await callApi(served, by, 'POST', `/users/${whom.id}/sign-out`)).status).toBe(403);
      expect((await callApi(served, by, 'POST', `/users/${whom.id}/reset-password`)).status).toBe(403);
    }
    expect((await change(owner.token, admin.user.id, { status: 'disabled' })).status).toBe(200);
    expect((await callApi(served, admin.token, 'GET', '/users')).status).toBe(401);
  });

  it('a role that is taken away is gone with the next request', async () => {
    const [owner, support] = [await aStaffMember(served, 'owner'), await aStaffMember(served, 'support')];
    expect((await callApi(served, support.token, 'GET', '/users')).status).toBe(200);
    expect((await change(owner.token, support.user.id, { role: 'user' })).status).toBe(200);
    expect((await callApi(served, support.token, 'GET', '/users')).status).toBe(401);
  });
});
