import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_SCOPES, type AdminScope } from '../../src/protocol/admin-scope.js';
import { aMachine, type ApiAnswer, aStaffMember, callApi } from '../support/admin-api.js';
import { aClient, aUser, type ClientChanges } from '../support/builders.js';
import { aResource, aScope } from '../support/scopes.js';
import { startApp, type TestApp } from '../support/app.js';
import { noteSecret } from '../support/leak-scan.js';
import { type DocumentedOperation, openApiOf, operationsOf } from '../support/openapi.js';
import { routesOf } from '../support/routes.js';

/** What each role opens, written down once more: the code's own table must not judge itself. */
const OPENS: Readonly<Record<string, RegExp>> = {
  auditor: /:read$/,
  support: /^admin:(users|invitations|sessions|consents|grants):|^admin:(clients|tokens):read$/,
  admin: /^(?!admin:keys:write$)/,
  owner: /./,
};
/** What changes something, but neither for good nor who may do what: a login of any age will do. */
const CALM = [
  'planConfiguration',
  'createResource',
  'createScope',
  'withdrawInvitation',
  'addUserImportPart',
  'cancelUserBulkOperation',
  'cancelClientBulkOperation',
  'testWebhook',
  'replayWebhookDelivery',
  'replayDeadWebhookDeliveries',
];
/** What is judged by what is sent. */
const JUDGED = ['updateUser', 'updateClient', 'updateWebhook', 'updateScope', 'updateResource'];
/** What apps of these tests may ask for. */
const ALL = ['openid', 'profile', 'email', 'phone', 'address', 'offline_access'];
const NOBODY = '01999999-0000-7000-8000-000000000000';

let served: TestApp;
let operations: DocumentedOperation[];
/** Tokens of two owners: one signed in longer than ten minutes ago. */
let [stale, fresh] = ['', ''];
beforeAll(async () => {
  served = await startApp();
  const old = await aStaffMember(served, 'owner');
  await served.source.query('UPDATE sessions SET auth_time = auth_time - 601000 WHERE user_id = ?', [old.user.id]);
  [stale, fresh] = [old.token, (await aStaffMember(served, 'owner')).token];
  operations = operationsOf(await openApiOf(served));
});
afterAll(() => served.close());

/** Whether the guard let the call through: what comes then is about the id that nobody has, or the empty body. */
async function isOpen(token: string, { method, path }: DocumentedOperation): Promise<boolean> {
  const url = path.replaceAll(/\{\w+\}/g, NOBODY);
  const { status } = await callApi(served, token, method, url, {
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
    headers: { 'if-match': '*' },
  });
  if (status >= 500) throw new Error(`${method} ${path} answered ${status}`);
  return status !== 401 && status !== 403;
}

/** Changes something as an owner who signed in longer than ten minutes ago, or just now. */
async function changedBy(owner: 'stale' | 'fresh', path: string, body: object): Promise<ApiAnswer> {
  const call = { body, headers: { 'if-match': '*' } };
  return callApi(served, owner === 'stale' ? stale : fresh, 'PATCH', path, call);
}

async function aClientPath(changes: ClientChanges = {}): Promise<string> {
  return `/clients/${(await aClient(served, changes)).clientId}`;
}

async function aWebhookPath(): Promise<string> {
  const body = { name: 'Hook', url: 'https://hooks.example/', events: ['user.created'] };
  return `/webhooks/${(await callApi(served, fresh, 'POST', '/webhooks', { body })).body['id'] as string}`;
}

async function opened(token: string): Promise<string[]> {
  const open: string[] = [];
  for (const operation of operations) if (await isOpen(token, operation)) open.push(operation.id);
  return open;
}

describe('attack A44: every role and every machine, times every operation', () => {
  it('the document has every route of the API', () => {
    const documented = operations.map(({ method, path }) => `${method} /api/v1${path.replaceAll(/\{\w+\}/g, NOBODY)}`);
    const plain = ['/api/v1/problems/', '/api/v1/console-token', '/api/v1/openapi.json'];
    const routes = routesOf(served).filter(({ path }) => path.startsWith('/api/v1/'));
    const paths = new Set(documented.map((line) => line.split(' ')[1]));
    for (const { path } of routes) expect(paths.has(path) || plain.some((start) => path.startsWith(start))).toBe(true);
    expect(operations.every(({ scope }) => (ADMIN_SCOPES as readonly string[]).includes(scope))).toBe(true);
    // Every right opens something: none is there for show.
    expect(new Set(operations.map(({ scope }) => scope))).toEqual(new Set(ADMIN_SCOPES));
  });

  it.each(['auditor', 'support', 'admin', 'owner'] as const)('%s', async (role) => {
    const { token } = await aStaffMember(served, role);
    const expected = operations.filter(({ scope }) => OPENS[role]?.test(scope)).map(({ id }) => id);
    expect(await opened(token)).toEqual(expected);
    console.log(`${role}: ${expected.length} of ${operations.length} operations`);
  });

  it.each(ADMIN_SCOPES)('a machine with %s', async (scope) => {
    const { token } = await aMachine(served, [scope]);
    const expected = operations.filter((operation) => operation.scope === (scope satisfies AdminScope));
    expect(await opened(token)).toEqual(expected.map(({ id }) => id));
  });

  it('nobody without a token', async () => {
    for (const { method, path } of operations) {
      const url = path.replaceAll(/\{\w+\}/g, NOBODY);
      expect((await callApi(served, undefined, method, url)).status).toBe(401);
    }
  });
});

describe('a login that is older than ten minutes (RFC 9470)', () => {
  it('changes nothing for good, issues no credential and gives no rights', async () => {
    const writes = operations.filter(({ method }) => method !== 'GET');
    const calm: string[] = [];
    for (const operation of writes) if (await isOpen(stale, operation)) calm.push(operation.id);
    expect(calm.toSorted()).toEqual([...CALM, ...JUDGED].toSorted());
  });

  it.each<[string, object, () => Promise<string>]>([
    ['gives no role', { role: 'admin' }, async () => `/users/${(await aUser(served)).id}`],
    ['disables nobody', { status: 'disabled' }, async () => `/users/${(await aUser(served)).id}`],
    ['suspends no app', { status: 'suspended', suspended_reason: 'Spam' }, aClientPath],
    ['reinstates none', { status: 'active' }, () => aClientPath({ row: { status: 'suspended' } })],
    ['vouches for none', { is_verified: true }, aClientPath],
    ['takes no rights', { admin_scopes: [] }, () => aClientPath({ row: { adminScopes: ['admin:users:read'] } })],
    ['lets none go without PKCE', { pkce_required: false }, aClientPath],
    ['lets none be registered for more', { allowed_scopes: null }, () => aClientPath({ row: { allowedScopes: ALL } })],
    ['sets no credentials', { token_endpoint_auth_method: 'client_secret_basic' }, aClientPath],
    ['sends no codes elsewhere', { redirect_uris: ['https://evil.example/cb'] }, aClientPath],
    ['lets none ask for more', { scope: 'openid' }, aClientPath],
    ['copies no log elsewhere', { url: 'https://evil.example/' }, aWebhookPath],
    ['tells no webhook more', { events: ['*'] }, aWebhookPath],
    ['lets no machine have a scope', { needs_user: false }, async () => `/scopes/${(await aScope(served)).id}`],
    ['suspends no API', { status: 'suspended' }, async () => `/resources/${(await aResource(served)).id}`],
  ])('%s', async (_act, body, pathOf) => {
    const path = await pathOf();
    const refused = await changedBy('stale', path, body);
    expect(refused.headers['www-authenticate']).toMatch(/insufficient_user_authentication.*max_age="600"/);
    expect(refused.status).toBe(401);
    expect((await changedBy('fresh', path, body)).status).toBe(200);
  });

  it('is good enough for what changes nothing for anybody else', async () => {
    const user = { name: 'Ada', role: 'user', status: 'active' };
    expect((await changedBy('stale', `/users/${(await aUser(served)).id}`, user)).status).toBe(200);
    const app = { client_name: 'Acme', pkce_required: true, status: 'active' };
    expect((await changedBy('stale', await aClientPath(), app)).status).toBe(200);
    expect((await changedBy('stale', await aWebhookPath(), { name: 'Audit', status: 'active' })).status).toBe(200);
  });
});

describe('what an app proves itself with', () => {
  const own = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [] as object[] } };
  const set = (token: string, path: string) =>
    callApi(served, token, 'PATCH', path, { body: own, headers: { 'if-match': '*' } });
  beforeAll(async () => {
    const { publicKey } = await generateKeyPair('ES256');
    own.jwks.keys.push({ ...(await exportJWK(publicKey)), kid: 'mine', use: 'sig' });
  });

  it('is set by those only who may make secrets, and is written down (attack A44)', async () => {
    const path = await aClientPath();
    const { token } = await aMachine(served, ['admin:clients:write']);
    const refused = await set(token, path);
    expect(refused.headers['www-authenticate']).toContain('scope="admin:secrets:write"');
    expect(refused.status).toBe(403);
    const both = await aMachine(served, ['admin:clients:write', 'admin:secrets:write']);
    expect((await set(both.token, path)).status).toBe(200);
    const query = `?action=client.credentials_changed&target_id=${path.split('/').at(-1) ?? ''}`;
    const { body } = await callApi(served, fresh, 'GET', `/audit-events${query}`);
    expect(body['data']).toMatchObject([
      { actor_id: both.client.clientId, details: { members: ['token_endpoint_auth_method', 'jwks'] } },
    ]);
  });

  it('of an app with rights that only an owner has is out of reach for others', async () => {
    const { token } = await aStaffMember(served, 'admin');
    const mighty = await aClientPath({ kind: 'machine', row: { adminScopes: ['admin:keys:write'] } });
    expect((await set(token, mighty)).status).toBe(403);
    expect((await callApi(served, token, 'POST', `${mighty}/secrets`, { body: {} })).status).toBe(403);
    expect((await set(fresh, mighty)).status).toBe(200);
  });

  it('nor is an app in the name of somebody above made, or taken over, by anybody (attack A44)', async () => {
    const { user: above } = await aStaffMember(served, 'owner');
    const admin = await aStaffMember(served, 'admin');
    const { token: machine } = await aMachine(served, ['admin:clients:write', 'admin:secrets:write']);
    const { employeeId: owner } = await aUser(served);
    const make = (by: string, number: string) => {
      const body = { kind: 'server', client_name: 'Trap', redirect_uris: ['https://a.example/cb'], owner: number };
      return callApi(served, by, 'POST', '/clients', { body });
    };
    const theirs = await aClientPath({ owner: above });
    for (const token of [admin.token, machine]) {
      expect((await make(token, above.employeeId)).status).toBe(403);
      expect((await set(token, theirs)).status).toBe(403);
      expect((await callApi(served, token, 'POST', `${theirs}/secrets`, { body: {} })).status).toBe(403);
      const { status, body } = await make(token, owner);
      noteSecret(body['client_secret'] as string);
      expect(status).toBe(201);
    }
    expect((await make(admin.token, admin.user.employeeId)).status).toBe(201);
    const { body } = await callApi(served, fresh, 'GET', '/audit-events?action=client.created&limit=1');
    expect(body['data']).toMatchObject([{ details: { owner: admin.user.employeeId } }]);
  });

  it('was seen by others before: an app that is there gets no rights, not even from an owner', async () => {
    const path = await aClientPath({ kind: 'machine' });
    const more = await changedBy('fresh', path, { admin_scopes: ['admin:users:read'] });
    expect(more).toMatchObject({ status: 422, body: { errors: [{ field: 'admin_scopes' }] } });
    const some = await aClientPath({ kind: 'machine', row: { adminScopes: ['admin:users:read', 'admin:keys:read'] } });
    expect((await changedBy('fresh', some, { admin_scopes: ['admin:users:read'] })).status).toBe(200);
    const back = { admin_scopes: ['admin:users:read', 'admin:keys:read'] };
    expect((await changedBy('fresh', some, back)).status).toBe(422);
  });
});
