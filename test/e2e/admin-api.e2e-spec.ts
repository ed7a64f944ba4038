import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdempotencyRecord } from '../../src/api/idempotency-record.entity.js';
import { Client } from '../../src/clients/client.entity.js';
import { sha256 } from '../../src/crypto/digest.js';
import { ClientService } from '../../src/clients/client.service.js';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { aMachine, aStaffMember, callApi, consoleToken } from '../support/admin-api.js';
import { type TestApp, startApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { machineToken } from '../support/machine-token.js';
import { postForm, someTokens } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const users = (token: string | undefined, query = '', headers: Record<string, string> = {}) =>
  callApi(served, token, 'GET', `/users${query}`, { headers });
const typeOf = ({ body }: { body: Record<string, unknown> }) => String(body['type']).replace(/^.*\//, '');

describe('who may call the admin API', () => {
  it('nobody without an access token: no cookie opens it (attack A10)', async () => {
    const { browser } = await aStaffMember(served, 'owner');
    const { status, html } = await browser.get('/api/v1/users');
    expect([status, JSON.parse(html)]).toMatchObject([401, { title: 'An access token is needed' }]);
    expect((await users(undefined)).headers['www-authenticate']).toBe('Bearer realm="doorward"');
    expect((await users('wrong')).headers['www-authenticate']).toContain('error="invalid_token"');
    expect((await users(undefined, '?access_token=x')).status).toBe(400);
  });

  it('no token of a user for an app, whatever the user is (attack A24)', async () => {
    const { accessToken } = await someTokens(served);
    expect((await users(accessToken)).status).toBe(401);
  });

  it('a machine with a scope that an owner gave it, and asked for; its token is for nothing else', async () => {
    const { client, token } = await aMachine(served, ['admin:users:read']);
    expect((await users(token)).status).toBe(200);
    const refused = await callApi(served, token, 'POST', '/users', { body: {} });
    expect(refused).toMatchObject({ status: 403 });
    expect(refused.headers['www-authenticate']).toContain('error="insufficient_scope"');
    expect(refused.headers['www-authenticate']).toContain('scope="admin:users:write"');
    const introspected = await postForm(served, '/introspect', {
      token,
      client_id: client.clientId,
      client_secret: client.clientSecret,
    });
    expect(introspected.body).toMatchObject({ active: true, aud: `${served.issuer}/api/v1` });
    const unasked = (await machineToken(served, client)).json<{ scope?: string; access_token: string }>();
    expect(unasked.scope ?? '').toBe('');
    expect((await users(unasked.access_token)).status).toBe(401);
  });

  it('names the API as its resource, and no other (RFC 8707 §2)', async () => {
    const { client } = await aMachine(served, ['admin:users:read']);
    const ask = (resource: string, scope = 'admin:users:read') => machineToken(served, client, { scope, resource });
    expect((await ask(`${served.issuer}/api/v1`)).statusCode).toBe(200);
    expect((await ask('https://api.example')).json()).toMatchObject({ error: 'invalid_target' });
    expect((await ask(`${served.issuer}/api/v1`, '')).json()).toMatchObject({ error: 'invalid_target' });
  });

  it('no app that was not given the scope, also when its own registration asks for it', async () => {
    const machine = await aClient(served, { kind: 'machine' });
    const answer = await machineToken(served, machine, { scope: 'admin:users:read' });
    expect(answer.json()).toMatchObject({ error: 'invalid_scope' });
    await expect(aClient(served, { scope: ['openid', 'admin:users:read'] })).rejects.toThrow('Choose from');
  });

  it('no machine whose right was taken away, or that was suspended, though its token lives', async () => {
    const [one, two] = [await aMachine(served, ['admin:users:read']), await aMachine(served, ['admin:users:read'])];
    await served.source.getRepository(Client).update({ id: one.client.rowId }, { adminScopes: null });
    await served.source.getRepository(Client).update({ id: two.client.rowId }, { status: 'suspended' });
    for (const { client, token } of [one, two]) {
      served.app.get(ClientService).forget(client.clientId);
      expect((await users(token)).status).toBe(401);
    }
  });

  it('somebody of the staff, as long as the session lives that their token was exchanged for', async () => {
    const { user, browser, token } = await aStaffMember(served, 'auditor');
    const elsewhere = await consoleToken(await aBrowserOf(served, user));
    expect((await users(token)).status).toBe(200);
    await browser.submitAndFollow(await browser.get('/logout'), {}, { form: '/logout' });
    expect((await users(token)).status).toBe(401);
    expect((await users(elsewhere)).status).toBe(200);
  });

  it.each([
    ['was disabled', "UPDATE users SET status = 'disabled' WHERE id = ?"],
    ['has another password', 'UPDATE users SET credentials_version = credentials_version + 1 WHERE id = ?'],
    ['was signed in for too long', 'UPDATE sessions SET expires_at = 1 WHERE user_id = ?'],
    ['has a token that is too old', 'UPDATE console_tokens SET expires_at = 1 WHERE user_id = ?'],
  ])('nobody who %s, from that moment on', async (_case, change) => {
    const { user, token } = await aStaffMember(served, 'owner');
    expect((await users(token)).status).toBe(200);
    await served.source.query(change, [user.id]);
    expect((await users(token)).status).toBe(401);
  });

  it('nobody else gets such a token, and no other site can ask for one', async () => {
    const plain = await aBrowserOf(served, await aUser(served));
    await expect(consoleToken(plain)).rejects.toThrow('403');
    await expect(consoleToken(new TestBrowser(served))).rejects.toThrow('401');
    const { browser } = await aStaffMember(served, 'owner');
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await browser.post('/api/v1/console-token', {}, headers)).status).toBe(403);
  });

  it('nobody for what cannot be undone, who signed in longer than ten minutes ago (RFC 9470)', async () => {
    const { user, token } = await aStaffMember(served, 'owner');
    const victim = await aUser(served);
    const destroy = () => callApi(served, token, 'DELETE', `/users/${victim.id}`, { headers: { 'if-match': '*' } });
    await served.source.query('UPDATE sessions SET auth_time = auth_time - 601000 WHERE user_id = ?', [user.id]);
    const refused = await destroy();
    expect([refused.status, typeOf(refused)]).toEqual([401, 'login-too-old']);
    expect(refused.headers['www-authenticate']).toMatch(/insufficient_user_authentication.*max_age="600"/);
    expect((await users(token)).status).toBe(200);
    await served.source.query('UPDATE sessions SET auth_time = auth_time + 300000 WHERE user_id = ?', [user.id]);
    expect((await destroy()).status).toBe(204);
  });
});

describe('requests of the admin API', () => {
  let token: string;
  beforeAll(async () => {
    ({ token } = await aMachine(served, ['admin:users:read', 'admin:users:write']));
  });
  const create = (username: string, headers: Record<string, string> = {}) =>
    callApi(served, token, 'POST', '/users', {
      body: { username, email: `${username}@example.com`, password: 'a long pass phrase of somebody' },
      headers,
    });

  it.each([
    ['no JSON', { raw: 'username=x' }, 'malformed-request'],
    ['a member twice', { raw: '{"username":"a","username":"b"}' }, 'malformed-request'],
    ['no object', { raw: '[]' }, 'malformed-request'],
    [
      'a form',
      { raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      'unsupported-media-type',
    ],
    ['plain text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 'unsupported-media-type'],
    [
      'JSON in Latin 1',
      { raw: '{}', headers: { 'content-type': 'application/json; charset=iso-8859-1' } },
      'unsupported-media-type',
    ],
    ['more than 64 KiB', { raw: `{"username":"${'x'.repeat(70_000)}"}` }, 'too-large'],
  ])('%s is a problem with a stable type', async (_case, call, type) => {
    expect(typeOf(await callApi(served, token, 'POST', '/users', call))).toBe(type);
  });

  it('every problem says what to do at its type, and holds the id of the request', async () => {
    const { body, headers } = await callApi(served, token, 'GET', '/users/nobody');
    expect(body['instance']).toMatch(/^urn:uuid:/);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const path = String(body['type']).slice(`${served.issuer}/api/v1`.length);
    expect((await callApi(served, undefined, 'GET', path)).body).toMatchObject({ type: body['type'], status: 404 });
    expect((await callApi(served, undefined, 'GET', '/problems/constructor')).status).toBe(404);
    expect(typeOf(await callApi(served, token, 'GET', '/nothing/of/that/name'))).toBe('not-found');
  });

  it('unknown, repeated and wrong query parameters are told', async () => {
    for (const query of [
      '?rol=user',
      '?limit=0',
      '?limit=101',
      '?limit=x',
      '?sort=password',
      '?limit=1&limit=2',
      '?role=god',
      '?limit=0x10',
      '?limit=1e1',
      '?limit=%205',
      '?constructor=x',
      '?__proto__=x',
      '?hasOwnProperty=x',
    ]) {
      expect([query, (await users(token, query)).status]).toEqual([query, 422]);
    }
  });

  it.each([
    ['the body', '/users', '{"toString":1}', 'toString'],
    ['an object in it', '/clients', '{"localized":{"constructor":"x"}}', 'localized.constructor'],
    ['a list in it', '/clients', '{"jwks":{"keys":[{"__proto__":1}]}}', 'jwks.keys.0.__proto__'],
    ['descriptions', '/scopes', '{"descriptions":{"en":"x","constructor":"x"}}', 'descriptions.constructor'],
  ])('no member has a name that every object inherits: in %s', async (_where, path, raw, field) => {
    const { token: all } = await aMachine(served, ['admin:users:write', 'admin:clients:write', 'admin:scopes:write']);
    const answer = await callApi(served, all, 'POST', path, { raw });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field, message: 'There is no such field.' }] } });
  });

  it('a method that the path does not take is told which it takes (RFC 9110 §15.5.6)', async () => {
    const answer = await callApi(served, token, 'PUT', '/users/nobody', { body: {} });
    expect([answer.status, typeOf(answer), answer.headers['allow']]).toEqual([
      405,
      'method-not-allowed',
      'DELETE, GET, HEAD, PATCH',
    ]);
  });

  it('a very long id is nobody, like any other', async () => {
    expect(typeOf(await callApi(served, token, 'GET', `/users/${'x'.repeat(4_000)}`))).toBe('not-found');
  });

  it('a cursor is for its list only, and nobody can make one', async () => {
    await create('cursor-one');
    await create('cursor-two');
    const { body } = await users(token, '?limit=1');
    const cursor = body['next'] as string;
    expect((await users(token, `?limit=5&cursor=${cursor}`)).status).toBe(200);
    const filtered = await users(token, '?limit=1&status=active&role=user');
    const same = await users(token, `?role=user&cursor=${String(filtered.body['next'])}&status=active&limit=1`);
    expect(same.status).toBe(200);
    for (const query of [
      `?sort=email&cursor=${cursor}`,
      `?status=active&cursor=${cursor}`,
      `?cursor=${cursor}x`,
      '?cursor=v1.a.b',
    ]) {
      expect([query, typeOf(await users(token, query))]).toEqual([query, 'invalid-cursor']);
    }
  });

  it('a creation is done once for each Idempotency-Key, and answered the same again', async () => {
    const headers = { 'idempotency-key': 'once-1' };
    const [one, two] = [await create('once', headers), await create('once', headers)];
    expect([two.status, two.body, two.headers['etag'], two.headers['location']]).toEqual([
      201,
      one.body,
      one.headers['etag'],
      one.headers['location'],
    ]);
    expect(two.headers['idempotency-replayed']).toBe('true');
    expect(typeOf(await create('another', headers))).toBe('idempotency-key-reused');
    expect(typeOf(await create('once', { ...headers, 'if-match': '"x"' }))).toBe('idempotency-key-reused');
    // Nobody who reads the table can try passwords on it.
    const [record] = await served.source
      .getRepository(IdempotencyRecord)
      .find({ order: { expiresAt: 'DESC' }, take: 1 });
    const sent = JSON.stringify({
      username: 'once',
      email: 'once@example.com',
      password: 'a long pass phrase of somebody',
    });
    expect(record?.requestDigest).not.toEqual(sha256(JSON.stringify([null, sent])));
    expect(record?.requestDigest).not.toEqual(sha256(sent));
    const other = await aMachine(served, ['admin:users:write']);
    const body = { username: 'others', email: 'others@example.com', password: 'a long pass phrase of somebody' };
    expect((await callApi(served, other.token, 'POST', '/users', { body, headers })).status).toBe(201);
  });

  it('of two that come at once with one key, one does the work', async () => {
    const headers = { 'idempotency-key': 'at-once' };
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await create('atonce', headers)).status));
    expect(statuses.filter((status) => status !== 409).every((status) => status === 201)).toBe(true);
    expect(statuses).toContain(201);
    expect((await users(token, '?search=atonce')).body['data']).toHaveLength(1);
  });

  it('a creation that failed may be tried again with its key', async () => {
    const headers = { 'idempotency-key': 'again' };
    await create('blocker');
    expect((await create('blocker', headers)).status).toBe(409);
    const { body } = await users(token, '?search=blocker');
    const [blocker] = body['data'] as { id: string }[];
    await callApi(served, token, 'DELETE', `/users/${blocker?.id ?? ''}`, { headers: { 'if-match': '*' } });
    expect((await create('blocker', headers)).status).toBe(201);
  });

  it('are counted, say how many are left, and when to come again', async () => {
    const machine = await aMachine(served, ['admin:users:read']);
    const first = await users(machine.token);
    expect(first.headers['ratelimit-policy']).toBe('"caller";q=1200;w=60');
    expect(first.headers['ratelimit']).toMatch(/^"caller";r=1199;t=\d+$/);
    await served.source
      .getRepository(Throttle)
      .update({ key: `api:client:${machine.client.rowId}` }, { points: '1200' });
    const refused = await users(machine.token);
    expect([refused.status, typeOf(refused)]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await users(token)).status).toBe(200);
  });
});
