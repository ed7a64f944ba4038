import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdempotencyRecord } from '../../src/api/idempotency-record.entity.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { type TestApp, startApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { noteSecret } from '../support/leak-scan.js';
import { aDocument, aSelfRegistered, callRegistration } from '../support/registration.js';
import { aScope } from '../support/scopes.js';

const PATH = '/initial-access-tokens';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ['admin:initial-access-tokens:read', 'admin:initial-access-tokens:write']));
});
afterAll(() => served.close());

async function create(body: object, { by = token, key }: { by?: string; key?: string } = {}) {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await callApi(served, by, 'POST', PATH, { body: { label: 'CI', ...body }, headers });
  const made = answer.body as { id: string; initial_access_token?: string };
  if (made.initial_access_token !== undefined) noteSecret(made.initial_access_token);
  return { ...answer, ...made };
}

describe('initial access tokens through the admin API', () => {
  it('are shown once, and let as many apps register as they say, with what they say', async () => {
    const owner = await aUser(served);
    const order = { max_uses: 1, expires_in: 3600, allowed_scopes: ['openid', 'email'], owner: owner.employeeId };
    const made = await create(order);
    expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(made.body).toMatchObject({ label: 'CI', max_uses: 1, used_count: 0, owner: owner.employeeId });
    const path = (made.headers['location'] ?? '').replace('/api/v1', '');
    const secret = made.initial_access_token ?? '';
    const tooMuch = { token: secret, document: aDocument({ scope: 'openid phone' }) };
    expect((await callRegistration(served, '/connect/register', tooMuch)).status).toBe(400);
    await aSelfRegistered(served, secret, { scope: 'openid email' });
    const { body } = await callApi(served, token, 'GET', path);
    expect(body).toMatchObject({ id: made.id, used_count: 1, allowed_scopes: ['openid', 'email'] });
    const listed = JSON.stringify((await callApi(served, token, 'GET', PATH)).body);
    expect(listed).toContain(made.id);
    for (const said of [JSON.stringify(body), listed]) expect(said).not.toContain(secret);
    expect((await callRegistration(served, '/connect/register', { token: secret, document: aDocument() })).status).toBe(
      401,
    );
  });

  it('name scopes that were defined, as far as an owner could choose them (docs/adr/0046)', async () => {
    const [open, sensitive, forMachines] = [
      await aScope(served),
      await aScope(served, { sensitivity: 'sensitive' }),
      await aScope(served, { needsUser: false }),
    ];
    for (const { name } of [sensitive, forMachines]) {
      const answer = await create({ allowed_scopes: [open.name, name] });
      expect([answer.status, answer.body['errors']]).toMatchObject([422, [{ field: 'allowed_scopes' }]]);
    }
    const made = await create({ allowed_scopes: ['openid', open.name] });
    expect([made.status, made.body['allowed_scopes']]).toEqual([201, ['openid', open.name]]);
    const document = aDocument({ scope: `openid ${open.name}` });
    const answer = await callRegistration(served, '/connect/register', {
      token: made.initial_access_token ?? '',
      document,
    });
    expect(answer.status).toBe(201);
  });

  it('are made once for one Idempotency-Key, and lie nowhere in plain', async () => {
    const [first, again] = [await create({}, { key: 'once' }), await create({}, { key: 'once' })];
    expect(again.initial_access_token).toBe(first.initial_access_token);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const records = JSON.stringify(await served.source.getRepository(IdempotencyRecord).find());
    expect(records).not.toContain((first.initial_access_token ?? '').slice(4));
    expect(records).not.toContain(first.id);
  });

  it('open nothing once revoked', async () => {
    const { id, initial_access_token: secret } = await create({ max_uses: 10 });
    const path = `${PATH}/${id}`;
    expect((await callApi(served, token, 'DELETE', path)).status).toBe(204);
    expect((await callRegistration(served, '/connect/register', { token: secret, document: aDocument() })).status).toBe(
      401,
    );
    expect((await callApi(served, token, 'DELETE', path)).status).toBe(404);
  });

  it.each([
    [{ label: '' }, 'label'],
    [{ label: 'two\nlines' }, 'label'],
    [{ label: 'x'.repeat(101) }, 'label'],
    [{ max_uses: 0 }, 'max_uses'],
    [{ max_uses: null }, 'max_uses'],
    [{ expires_in: 59 }, 'expires_in'],
    [{ expires_in: 366 * 24 * 3600 }, 'expires_in'],
    [{ allowed_scopes: ['root'] }, 'allowed_scopes'],
    [{ allowed_scopes: ['admin:users:write'] }, 'allowed_scopes'],
    [{ pkce_required: 'no' }, 'pkce_required'],
    [{ owner: 'nobody' }, 'owner'],
    [{ token: 'mine' }, 'token'],
  ])('refuse %j', async (body, field) => {
    const answer = await create(body);
    expect([answer.status, answer.body['errors']]).toMatchObject([422, [{ field }]]);
  });

  it('make no apps in the name of somebody above: people would trust the name', async () => {
    const admin = await aStaffMember(served, 'admin');
    const [peer, owner] = [await aUser(served, { row: { role: 'admin' } }), await aStaffMember(served, 'owner')];
    for (const { employeeId } of [peer, owner.user]) {
      expect((await create({ owner: employeeId }, { by: admin.token })).status).toBe(403);
      expect((await create({ owner: employeeId })).status).toBe(403);
    }
    expect((await create({ owner: admin.user.employeeId }, { by: admin.token })).status).toBe(201);
    const { id } = await create({ owner: owner.user.employeeId }, { by: owner.token });
    expect((await callApi(served, admin.token, 'DELETE', `${PATH}/${id}`)).status).toBe(403);
    expect((await callApi(served, owner.token, 'DELETE', `${PATH}/${id}`)).status).toBe(204);
  });
});
