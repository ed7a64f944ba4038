import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, type AuditAction } from '../../src/audit/audit-actions.js';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { BulkRunner } from '../../src/bulk/bulk-runner.service.js';
import { KeyRotation } from '../../src/keys/key-rotation.service.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { InitialAccessTokens } from '../../src/registration/initial-access-tokens.service.js';
import { AccessToken } from '../../src/token/access-token.entity.js';
import { EmailChanges } from '../../src/users/email-changes.service.js';
import { User } from '../../src/users/user.entity.js';
import { UserLinks } from '../../src/users/user-links.service.js';
import { machineToken } from '../support/machine-token.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt, deny } from '../support/authorization.js';
import { aBulkOperation } from '../support/bulk.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type ClientChanges, type TestUser } from '../support/builders.js';
import { anAddress, anInvitation } from '../support/invitations.js';
import { newestSidOf } from '../support/logout.js';
import { setPassword, userRow } from '../support/mailed-links.js';
import { aDocument, anInitialToken, aSelfRegistered, callRegistration } from '../support/registration.js';
import { aResource, aScope } from '../support/scopes.js';
import { aCode, exchange, someTokens } from '../support/tokens.js';
import { aDelivery, aWebhook } from '../support/webhooks.js';

let served: TestApp;
let owner: { readonly user: TestUser; readonly token: string };
let initial: string;
beforeAll(async () => {
  served = await startApp();
  owner = await aStaffMember(served, 'owner');
  ({ token: initial } = await anInitialToken(served, { maxUses: 100 }));
});
afterAll(() => served.close());

/** What is to be written of an act: who, on what. Undefined where it is not known before. */
interface Expected {
  readonly by: string;
  readonly on?: string;
  readonly failure?: string;
}

const api = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) =>
  callApi(served, owner.token, method, path, { headers: { 'if-match': '*' }, ...(body && { body }) });
const ownersActOn = (user: TestUser): Expected => ({ by: `user ${owner.user.id}`, on: `user ${user.id}` });
const SYSTEM = { by: 'system' };

/** Changes a user as the owner does. */
async function patched(body: object): Promise<Expected> {
  const user = await aUser(served);
  await api('PATCH', `/users/${user.id}`, body);
  return ownersActOn(user);
}

async function actedOnInvitation(act: 'resend' | 'withdraw'): Promise<Expected> {
  const { id } = (await anInvitation(served)).invitation;
  await api('POST', `/invitations/${id}/${act}`);
  return { by: `user ${owner.user.id}`, on: `invitation ${id}` };
}

async function aRotation(): Promise<string> {
  const { kid } = await served.app.get(KeyRotation).rotate('ES256', { isForced: true });
  return kid;
}

async function decided(answer: typeof allow): Promise<Expected> {
  const [user, client] = [await aUser(served), await aClient(served)];
  const browser = await aBrowserOf(served, user);
  await answer(browser, await browser.open(anAttempt(client).url));
  return { by: `user ${user.id}`, on: `client ${client.clientId}` };
}

/** Decides about an app as the owner of the installation does. */
async function decidedOn(body: object, row?: ClientChanges['row']): Promise<Expected> {
  const { clientId } = await aClient(served, row === undefined ? {} : { row });
  await api('PATCH', `/clients/${clientId}`, body);
  return { by: `user ${owner.user.id}`, on: `client ${clientId}` };
}

async function anIssuedToken(): Promise<AccessToken> {
  const { user } = await someTokens(served);
  return served.source.getRepository(AccessToken).findOneByOrFail({ userId: user.id });
}

/** Does something to a webhook as the owner does. */
async function actedOnWebhook(
  method: 'POST' | 'PATCH' | 'DELETE',
  id: string,
  { path = '', body }: { path?: string; body?: object },
): Promise<Expected> {
  await api(method, `/webhooks/${id}${path}`, body);
  return { by: `user ${owner.user.id}`, on: `webhook ${id}` };
}

/** Changes or deletes a scope, or a resource server, as the owner of the installation does. */
async function actedOn(what: 'scope' | 'resource', method: 'PATCH' | 'DELETE', body?: object): Promise<Expected> {
  const { id } = await (what === 'scope' ? aScope(served) : aResource(served));
  await api(method, `/${what}s/${id}`, body);
  return { by: `user ${owner.user.id}`, on: `${what} ${id}` };
}

/** Imports nobody, and waits until that is over. */
async function anImport(name: string): Promise<Expected> {
  const { body } = await api('POST', '/user-imports', { name, format: 'csv', data: 'username,email\n' });
  const id = body['id'] as string;
  await expect.poll(async () => (await api('GET', `/user-imports/${id}`)).body['state']).toBe('done');
  return { by: `user ${owner.user.id}`, on: `user_import ${id}` };
}

/** Every act, done once the way people and programs do it. */
const ACTS: Readonly<Record<AuditAction, () => Promise<Expected>>> = {
  'user.created': async () => {
    const body = { username: 'audited', email: 'audited@example.com', password: 'a long pass phrase of somebody' };
    const made = await api('POST', '/users', body);
    return { by: `user ${owner.user.id}`, on: `user ${made.body['id'] as string}` };
  },
  'user.import_started': () => anImport('people.csv'),
  'user.imported': () => anImport('others.csv'),
  'user.import_removed': async () => {
    const made = await api('POST', '/user-imports', { name: 'x', format: 'csv', data: 'x', has_more: true });
    await api('DELETE', `/user-imports/${made.body['id'] as string}`);
    return { by: `user ${owner.user.id}`, on: `user_import ${made.body['id'] as string}` };
  },
  'user.updated': () => patched({ name: 'Another Name' }),
  'user.role_changed': () => patched({ role: 'support' }),
  'user.disabled': () => patched({ status: 'disabled' }),
  'user.enabled': async () => {
    const user = await aUser(served, { row: { status: 'disabled' } });
    await api('PATCH', `/users/${user.id}`, { status: 'active' });
    return ownersActOn(user);
  },
  'user.deleted': async () => {
    const user = await aUser(served);
    await api('DELETE', `/users/${user.id}`);
    return ownersActOn(user);
  },
  'user.signed_out_everywhere': async () => {
    const user = await aUser(served);
    await api('POST', `/users/${user.id}/sign-out`);
    return ownersActOn(user);
  },
  'user.password_changed': async () => {
    const user = await aUser(served);
    const fields = { current_password: user.password, new_password: 'another pass phrase of mine' };
    await (await aBrowserOf(served, user)).post('/account/password', fields);
    return { by: `user ${user.id}`, on: `user ${user.id}` };
  },
  'user.password_reset': async () => {
    const user = await aUser(served);
    const link = await served.app.get(UserLinks).create(await userRow(served, user), 'reset_password');
    await setPassword(new TestBrowser(served), link.slice(served.issuer.length), 'another pass phrase of mine');
    return { by: 'anonymous', on: `user ${user.id}` };
  },
  'user.email_changed': async () => {
    const user = await aUser(served);
    const changes = served.app.get(EmailChanges);
    const email = `other-${user.email}`;
    const tokens = await changes.begin(await userRow(served, user), email, { needsOld: true });
    await changes.confirm('old', tokens.old ?? '');
    await changes.confirm('new', tokens.new);
    await changes.complete({ userId: user.id, email, emailKey: email } as never);
    return { by: 'system', on: `user ${user.id}` };
  },
  'user.password_reset_sent': async () => {
    const user = await aUser(served);
    await api('POST', `/users/${user.id}/reset-password`);
    return ownersActOn(user);
  },
  'invitation.created': async () => {
    const made = await api('POST', '/invitations', { email: anAddress() });
    return { by: `user ${owner.user.id}`, on: `invitation ${made.body['id'] as string}` };
  },
  'invitation.resent': () => actedOnInvitation('resend'),
  'invitation.withdrawn': () => actedOnInvitation('withdraw'),
  'invitation.accepted': async () => {
    const { invitation, link } = await anInvitation(served);
    const browser = new TestBrowser(served);
    const fields = { username: 'was-invited', password: 'a long pass phrase of somebody' };
    await browser.submit(await browser.get(link), fields, { form: 'signup' });
    const { id } = await served.source.getRepository(User).findOneByOrFail({ username: 'was-invited' });
    return { by: `user ${id}`, on: `invitation ${invitation.id}` };
  },
  'bulk_operation.created': async () => {
    const made = await api('POST', '/bulk/users', { action: 'enable', ids: [owner.user.id] });
    return { by: `user ${owner.user.id}`, on: `bulk_operation ${made.body['id'] as string}` };
  },
  'bulk_operation.cancelled': async () => {
    const id = await aBulkOperation(served);
    await api('POST', `/bulk/users/${id}/cancel`);
    return { by: `user ${owner.user.id}`, on: `bulk_operation ${id}` };
  },
  'bulk_operation.stopped': async () => {
    const id = await aBulkOperation(served);
    await served.app.get(BulkRunner).enqueue(id);
    await served.app.get(Outbox).drain();
    return { ...SYSTEM, on: `bulk_operation ${id}`, failure: 'caller_lost_rights' };
  },
  'login.succeeded': async () => {
    const user = await aUser(served);
    await aBrowserOf(served, user);
    return { by: `user ${user.id}`, on: `session ${await newestSidOf(served, user)}` };
  },
  'login.failed': async () => {
    const { username, id } = await aUser(served);
    await new TestBrowser(served).post('/login', { username, password: 'not the right one' });
    return { by: 'anonymous', on: `user ${id}`, failure: 'wrong_password' };
  },
  'session.ended': async () => {
    const user = await aUser(served);
    await aBrowserOf(served, user);
    const sid = await newestSidOf(served, user);
    await api('DELETE', `/sessions/${sid}`);
    return { by: `user ${owner.user.id}`, on: `session ${sid}` };
  },
  'console_token.issued': async () => {
    const { user } = await aStaffMember(served, 'auditor');
    return { by: `user ${user.id}`, on: `session ${await newestSidOf(served, user)}` };
  },
  'console_token.refused': async () => {
    const user = await aUser(served);
    await (await aBrowserOf(served, user)).post('/api/v1/console-token', {});
    return { by: `user ${user.id}`, on: '', failure: 'forbidden' };
  },
  'api.refused': async () => {
    const support = await aStaffMember(served, 'support');
    await callApi(served, support.token, 'DELETE', `/users/${owner.user.id}`, { headers: { 'if-match': '*' } });
    return { by: `user ${support.user.id}`, on: `user ${owner.user.id}`, failure: 'forbidden' };
  },
  'setup_link.refused': async () => {
    await new TestBrowser(served).get('/setup?token=x');
    return { by: 'anonymous', on: '', failure: 'not_live' };
  },
  'client.authentication_failed': async () => {
    const { client } = await aMachine(served, ['admin:users:read']);
    await machineToken(served, { ...client, clientSecret: 'x' }, {});
    const where = { action: 'client.authentication_failed' } as const;
    await expect.poll(() => served.source.getRepository(AuditEvent).countBy(where)).toBe(1);
    return { by: 'anonymous', on: `client ${client.clientId}`, failure: 'wrong_credentials' };
  },
  'client.rights_refused': async () => {
    const { client } = await aMachine(served, ['admin:users:read']);
    await machineToken(served, client, { scope: 'admin:keys:write' });
    return { by: `client ${client.clientId}`, on: `client ${client.clientId}`, failure: 'invalid_scope' };
  },
  'initial_access_token.refused': async () => {
    await callRegistration(served, `${served.issuer}/connect/register`, {
      method: 'POST',
      token: 'x',
      document: aDocument(),
    });
    return { by: 'anonymous', on: '', failure: 'not_live' };
  },
  'bulk_operation.item_failed': async () => {
    await api('POST', '/bulk/users', { action: 'disable', ids: [owner.user.id] });
    await served.app.get(Outbox).drain();
    return { by: `user ${owner.user.id}`, on: `user ${owner.user.id}`, failure: 'forbidden' };
  },
  'client.created': async () => {
    const { clientId } = await aSelfRegistered(served, initial);
    return { by: 'anonymous', on: `client ${clientId}` };
  },
  'client.updated': async () => {
    const { url, token, clientId } = await aSelfRegistered(served, initial);
    const document = aDocument({ client_id: clientId, client_name: 'Other' });
    await callRegistration(served, url, { method: 'PUT', token, document });
    return { by: `client ${clientId}`, on: `client ${clientId}` };
  },
  'client.deleted': async () => {
    const { url, token, clientId } = await aSelfRegistered(served, initial);
    await callRegistration(served, url, { method: 'DELETE', token });
    return { by: `client ${clientId}`, on: `client ${clientId}` };
  },
  'client.verified': () => decidedOn({ is_verified: true }),
  'client.unverified': () => decidedOn({ is_verified: false }, { isVerified: true }),
  'client.suspended': () => decidedOn({ status: 'suspended', suspended_reason: 'Spam' }),
  'client.reinstated': () => decidedOn({ status: 'active' }, { status: 'suspended' }),
  'client.rights_changed': () => decidedOn({ admin_scopes: [] }, { adminScopes: ['admin:users:read'] }),
  'client.credentials_changed': () => decidedOn({ token_endpoint_auth_method: 'client_secret_basic' }),
  'client.secret_rotated': async () => {
    const { clientId } = await aClient(served);
    await api('POST', `/clients/${clientId}/secrets`, {});
    return { by: `user ${owner.user.id}`, on: `client ${clientId}` };
  },
  'client.secret_revoked': async () => {
    const { clientId } = await aClient(served);
    await api('POST', `/clients/${clientId}/secrets`, {});
    const { data } = (await api('GET', `/clients/${clientId}/secrets`)).body as { data: { secret_id: string }[] };
    await api('DELETE', `/clients/${clientId}/secrets/${data[1]?.secret_id ?? ''}`);
    return { by: `user ${owner.user.id}`, on: `client ${clientId}` };
  },
  'consent.granted': () => decided(allow),
  'consent.refused': () => decided(deny),
  'consent.withdrawn': async () => {
    const [user, client] = [await aUser(served), await aClient(served)];
    const browser = await aBrowserOf(served, user);
    await allow(browser, await browser.open(anAttempt(client).url));
    const page = await browser.open('/account/apps');
    const link = page.links.find((url) => url.endsWith('/remove')) ?? '';
    await browser.submit(await browser.open(link), {}, { form: link });
    return { by: `user ${user.id}`, on: `client ${client.clientId}` };
  },
  'grant.replayed': async () => {
    const code = await aCode(served);
    for (let count = 0; count < 2; count += 1) await exchange(served, code);
    return { by: `client ${code.client.clientId}` };
  },
  'grant.revoked': async () => {
    const { grantId } = await anIssuedToken();
    await api('DELETE', `/grants/${grantId ?? ''}`);
    return { by: `user ${owner.user.id}`, on: `grant ${grantId ?? ''}` };
  },
  'token.revoked': async () => {
    const { id } = await anIssuedToken();
    await api('DELETE', `/tokens/${id}`);
    return { by: `user ${owner.user.id}`, on: `token ${id}` };
  },
  'key.activated': async () => ({ ...SYSTEM, on: `key ${await aRotation()}` }),
  'key.rotated': async () => ({ ...SYSTEM, on: `key ${await aRotation()}` }),
  'key.revoked': async () => {
    const kid = await aRotation();
    await served.app.get(KeyRotation).revoke(kid);
    return { ...SYSTEM, on: `key ${kid}` };
  },
  'initial_access_token.created': async () => {
    await anInitialToken(served);
    return SYSTEM;
  },
  'initial_access_token.revoked': async () => {
    const [newest] = await served.app.get(InitialAccessTokens).list();
    await served.app.get(InitialAccessTokens).revoke(newest?.id ?? '');
    return { ...SYSTEM, on: `initial_access_token ${newest?.id ?? ''}` };
  },
  'settings.changed': async () => {
    await api('PATCH', '/settings/AUDIT_DAYS', { value: 400 });
    return { by: `user ${owner.user.id}`, on: 'setting AUDIT_DAYS' };
  },
  'webhook.created': async () => {
    const body = { name: 'Audited', url: 'http://127.0.0.1:1025/hook', events: ['key.*'] };
    const made = await api('POST', '/webhooks', body);
    return { by: `user ${owner.user.id}`, on: `webhook ${made.body['id'] as string}` };
  },
  'webhook.updated': async () =>
    actedOnWebhook('PATCH', (await aWebhook(served)).webhook.id, { body: { name: 'Other' } }),
  'webhook.enabled': async () => {
    const { id } = (await aWebhook(served)).webhook;
    await api('PATCH', `/webhooks/${id}`, { status: 'disabled' });
    return actedOnWebhook('PATCH', id, { body: { status: 'active' } });
  },
  'webhook.disabled': async () =>
    actedOnWebhook('PATCH', (await aWebhook(served)).webhook.id, { body: { status: 'disabled' } }),
  'webhook.deleted': async () => actedOnWebhook('DELETE', (await aWebhook(served)).webhook.id, {}),
  'webhook.secret_rotated': async () =>
    actedOnWebhook('POST', (await aWebhook(served)).webhook.id, { path: '/rotate-secret', body: {} }),
  'webhook.replayed': async () => {
    const { webhookId, eventId } = await aDelivery(served);
    return actedOnWebhook('POST', webhookId, { path: `/deliveries/${eventId}/replay` });
  },
  'scope.created': async () => ({ ...SYSTEM, on: `scope ${(await aScope(served)).id}` }),
  'scope.updated': () => actedOn('scope', 'PATCH', { needs_user: false }),
  'scope.deleted': () => actedOn('scope', 'DELETE'),
  'resource.created': async () => ({ ...SYSTEM, on: `resource ${(await aResource(served)).id}` }),
  'resource.updated': () => actedOn('resource', 'PATCH', { status: 'suspended' }),
  'resource.deleted': () => actedOn('resource', 'DELETE'),
};

const said = (type: string | null, id: string | null) => [type, id].filter((part) => part !== null).join(' ');

describe('the audit log has every act', () => {
  it.each(AUDIT_ACTIONS)('%s: who, on what, from where', async (action) => {
    const { by, on, failure } = await ACTS[action]();
    const events = served.source.getRepository(AuditEvent);
    const event = await events.findOneOrFail({ where: { action }, order: { id: 'DESC' } });
    expect(said(event.actorType, event.actorId)).toBe(by);
    expect(said(event.targetType, event.targetId)).toMatch(on ?? /^(grant|initial_access_token) [0-9a-f-]{36}$/);
    expect([event.outcome, event.reason]).toEqual([failure === undefined ? 'success' : 'failure', failure ?? null]);
    const isFromOutside = event.actorType !== 'system';
    expect([event.address !== null, event.requestId !== null]).toEqual([isFromOutside, isFromOutside]);
  });

  it('a name that no user has is written down nowhere: it may be a password in the wrong field', async () => {
    await new TestBrowser(served).post('/login', { username: 'hunter2hunter2', password: 'x' });
    const events = await served.source.getRepository(AuditEvent).find();
    expect(events.at(-1)).toBeDefined();
    expect(JSON.stringify(events)).not.toContain('hunter2');
  });

  it.each(['2026-W48-4', '2026-330', '20261126', '2026-11-26T08Z', '2026-11-26T08:00:00', '2026-02-30T08:00:00Z'])(
    'a list since %s is refused: no moment of RFC 3339',
    async (time) => {
      for (const name of ['since', 'until']) {
        const { status, body } = await api('GET', `/audit-events?${name}=${time}`);
        expect([status, body['errors']]).toEqual([422, [{ field: name, message: expect.stringContaining('offset') }]]);
      }
    },
  );

  it('a list begins and ends at moments of any offset', async () => {
    const { body } = await api('GET', '/audit-events?since=2020-01-01T00:00:00%2B02:00&limit=1');
    expect(body['data']).toHaveLength(1);
    expect((await api('GET', '/audit-events?until=2020-01-01T00:00:00-02:00')).body['data']).toEqual([]);
  });

  it('says what became different: roles, members by the names of the standards, never values of a person', async () => {
    const newest = async (count: number) => {
      const events = await served.source.getRepository(AuditEvent).find({ order: { id: 'DESC' }, take: count });
      return events.toReversed().map(({ action, details }) => [action, details]);
    };
    const user = await aUser(served);
    await api('PATCH', `/users/${user.id}`, { name: 'Other', role: 'support', status: 'disabled' });
    expect(await newest(3)).toEqual([
      ['user.updated', { members: ['name'] }],
      ['user.role_changed', { from: 'user', to: 'support' }],
      ['user.disabled', {}],
    ]);
    const { clientId } = await aClient(served);
    await api('PATCH', `/clients/${clientId}`, {
      client_name: 'Other',
      default_max_age: 60,
      contacts: ['a@b.example'],
    });
    expect(await newest(1)).toEqual([['client.updated', { members: ['client_name', 'contacts', 'default_max_age'] }]]);
    await api('PATCH', `/clients/${clientId}`, { contacts: null });
    expect(await newest(1)).toEqual([['client.updated', { members: ['contacts'] }]]);
    const order = { label: 'CI', max_uses: 3, expires_in: 600, pkce_required: false };
    await api('POST', '/initial-access-tokens', order);
    expect(await newest(1)).toEqual([
      [
        'initial_access_token.created',
        expect.objectContaining({ maxUses: 3, lifetime: 600, pkceRequired: false, ownerEmployeeId: null }),
      ],
    ]);
  });

  it('an empty change, or one to what is so already, changes nothing: no version, no event', async () => {
    const [user, client] = [await aUser(served, { row: { name: 'Ada' } }), await aClient(served)];
    for (const [path, same] of [
      [`/users/${user.id}`, { name: 'Ada', role: 'user' }],
      [`/clients/${client.clientId}`, { status: 'active', is_verified: false }],
      [`/clients/${client.clientId}`, { redirect_uris: client.redirectUris }],
    ] as const) {
      const { headers, body } = await api('GET', path);
      const count = await served.source.getRepository(AuditEvent).count();
      for (const change of [{}, same]) {
        const answer = await api('PATCH', path, change);
        expect([answer.status, answer.headers['etag'], answer.body]).toEqual([200, headers['etag'], body]);
      }
      expect(await served.source.getRepository(AuditEvent).count()).toBe(count);
    }
  });

  it('has every refusal of the admin API: who, what, why', async () => {
    const [support, auditor] = [await aStaffMember(served, 'support'), await aStaffMember(served, 'auditor')];
    const refusedBy = async (token: string, method: 'POST' | 'PATCH', path: string, body: object) => {
      await callApi(served, token, method, path, { body, headers: { 'if-match': '*' } });
      const where = { action: 'api.refused' } as const;
      const event = await served.source.getRepository(AuditEvent).findOneOrFail({ where, order: { id: 'DESC' } });
      return [event.actorId, event.reason, event.details['operation'], event.targetId];
    };
    const { id } = owner.user;
    expect(await refusedBy(support.token, 'PATCH', `/users/${id}`, { role: 'user' })).toEqual([
      support.user.id,
      'forbidden',
      'updateUser',
      id,
    ]);
    expect(await refusedBy(auditor.token, 'PATCH', `/users/${id}`, {})).toEqual([
      auditor.user.id,
      'insufficient-scope',
      'updateUser',
      id,
    ]);
    expect(await refusedBy('dwc_wrong', 'PATCH', '/users/a-secret', {})).toEqual([
      null,
      'unauthenticated',
      'updateUser',
      null,
    ]);
    await served.source.query('UPDATE sessions SET auth_time = 1 WHERE user_id = ?', [auditor.user.id]);
    await served.source.query("UPDATE users SET role = 'admin' WHERE id = ?", [auditor.user.id]);
    expect(await refusedBy(auditor.token, 'POST', `/users/${support.user.id}/sign-out`, {})).toEqual([
      auditor.user.id,
      'login-too-old',
      'signOutUser',
      support.user.id,
    ]);
  });

  it('has a foreign origin at /console-token, and no more of strangers than ten a minute', async () => {
    const url = '/api/v1/console-token';
    const headers = {
      host: new URL(served.issuer).host,
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    };
    const send = () => served.app.inject({ method: 'POST', url, headers, remoteAddress: '192.0.2.7' });
    for (let count = 0; count < 14; count += 1) expect((await send()).statusCode).toBe(403);
    const where = { action: 'console_token.refused', address: '192.0.2.7' } as const;
    const events = await served.source.getRepository(AuditEvent).findBy(where);
    expect(events.map(({ actorType, reason }) => [actorType, reason])).toEqual(
      Array.from({ length: 10 }, () => ['anonymous', 'forbidden']),
    );
  });

  it('a password that was not changed is a failure', async () => {
    const user = await aUser(served);
    const fields = { current_password: 'not the right one', new_password: 'another pass phrase of mine' };
    await (await aBrowserOf(served, user)).post('/account/password', fields);
    const where = { action: 'user.password_changed', targetId: user.id } as const;
    const event = await served.source.getRepository(AuditEvent).findOneByOrFail(where);
    expect([event.outcome, event.reason]).toEqual(['failure', 'wrong_password']);
  });
});
