import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientRegistration } from '../../src/clients/client-registration.service.js';
import { ClientService } from '../../src/clients/client.service.js';
import { metadataOf } from '../../src/clients/metadata-of-client.js';
import { KeyRotation } from '../../src/keys/key-rotation.service.js';
import { checkClientMetadata } from '../../src/protocol/client-metadata.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { type TestApp, startApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { machineToken } from '../support/machine-token.js';
import { isAlive, someTokens } from '../support/tokens.js';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ['admin:clients:read', 'admin:clients:write']));
});
afterAll(() => served.close());

const patch = (by: string, clientId: string, body: object) =>
  callApi(served, by, 'PATCH', `/clients/${clientId}`, { body, headers: { 'if-match': '*' } });
const listed = async (query: string) => {
  const { body } = await callApi(served, token, 'GET', `/clients?${query}`);
  return body as unknown as { data: { client_id: string; client_name: string }[]; next: string | null };
};

/** How many statements one list costs. */
async function statementsOfAList(): Promise<number> {
  const { all } = await served.statements.during(() => listed('limit=100'));
  return all.length;
}

describe('apps through the admin API', () => {
  it('are shown with what they are registered for, and no secret', async () => {
    const client = await aClient(served);
    const { body, headers } = await callApi(served, token, 'GET', `/clients/${client.clientId}`);
    expect(body).toMatchObject({ client_id: client.clientId, status: 'active', is_verified: false, owner: null });
    expect(JSON.stringify(body)).not.toContain(client.clientSecret);
    expect(headers['etag']).toMatch(/^"/);
    expect((await callApi(served, token, 'GET', '/clients/client_nobody')).status).toBe(404);
  });

  it('are found by the beginning of a name, a client id, an owner, a kind or a status, in any order', async () => {
    const owner = await aUser(served);
    const ids: string[] = [];
    for (const name of ['Zebra one', 'Zebra three', 'Zebra two']) {
      ids.push((await aClient(served, { client_name: name, owner })).clientId);
    }
    const names = async (query: string) => (await listed(query)).data.map(({ client_name: name }) => name);
    expect(await names('search=Zebra&sort=name')).toEqual(['Zebra one', 'Zebra three', 'Zebra two']);
    expect(await names('search=Zebra&sort=-name')).toEqual(['Zebra two', 'Zebra three', 'Zebra one']);
    expect(await names(`owner=${owner.employeeId}&sort=created`)).toEqual(['Zebra one', 'Zebra three', 'Zebra two']);
    expect(await names(`search=${ids[1] ?? ''}`)).toEqual(['Zebra three']);
    expect(await names(`owner=${owner.employeeId}&kind=browser`)).toEqual([]);
    expect(await names(`owner=${owner.employeeId}&is_verified=true`)).toEqual([]);
    expect(await names('search=%25')).toEqual([]);
    const first = await listed('search=Zebra&sort=name&limit=2');
    expect(await names(`search=Zebra&sort=name&limit=2&cursor=${first.next ?? ''}`)).toEqual(['Zebra two']);
  });

  it('are vouched for, until their owner changes what people see', async () => {
    const owner = await aUser(served);
    const client = await aClient(served, { owner });
    expect(await patch(token, client.clientId, { is_verified: true })).toMatchObject({
      status: 200,
      body: { is_verified: true },
    });
    const browser = await aBrowserOf(served, owner);
    await browser.submit(
      await browser.open(`/apps/${client.rowId}/edit`),
      { client_name: 'Another name' },
      { form: `/apps/${client.rowId}/edit` },
    );
    const { body } = await callApi(served, token, 'GET', `/clients/${client.clientId}`);
    expect(body).toMatchObject({ client_name: 'Another name', is_verified: false });
  });

  it('are suspended with a reason that their owner reads: their tokens open nothing, until they are reinstated', async () => {
    const owner = await aUser(served);
    const tokens = await someTokens(served, { client: await aClient(served, { owner }) });
    const { client } = tokens;
    expect((await patch(token, client.clientId, { status: 'suspended' })).status).toBe(422);
    const reason = 'It sends mail that nobody asked for';
    const body = { status: 'suspended', suspended_reason: reason };
    expect(await patch(token, client.clientId, body)).toMatchObject({
      status: 200,
      body: { suspended_reason: reason },
    });
    expect(await isAlive(served, tokens.accessToken)).toBe(false);
    const page = await (await aBrowserOf(served, owner)).open(`/apps/${client.rowId}`);
    expect(page.text).toContain(reason);
    expect(await patch(token, client.clientId, { status: 'active' })).toMatchObject({
      body: { suspended_reason: null },
    });
    expect(await isAlive(served, tokens.accessToken)).toBe(true);
  });

  it('are deleted with everything that was issued to them', async () => {
    const tokens = await someTokens(served);
    const path = `/clients/${tokens.client.clientId}`;
    expect((await callApi(served, token, 'DELETE', path, { headers: { 'if-match': '"old"' } })).status).toBe(412);
    expect((await callApi(served, token, 'DELETE', path, { headers: { 'if-match': '*' } })).status).toBe(204);
    expect(await isAlive(served, tokens.accessToken)).toBe(false);
  });

  it('are not deleted by who has read a version that is no more, in between too', async () => {
    const { clientId } = await aClient(served);
    const read = await served.app.get(ClientService).stored(clientId);
    if (read === undefined) throw new Error('the app is gone');
    await patch(token, clientId, { is_verified: true });
    const isDone = await served.app.get(ClientRegistration).delete(read, { version: read.updatedAt });
    expect(isDone).toBe(false);
    expect((await callApi(served, token, 'GET', `/clients/${clientId}`)).status).toBe(200);
  });

  it('are not changed by who has read a version that is no more, in what nobody sees either', async () => {
    const { clientId } = await aClient(served, { kind: 'machine' });
    const read = await served.app.get(ClientService).stored(clientId);
    if (read === undefined) throw new Error('the app is gone');
    await served.source.getRepository(Client).update({ clientId }, { adminScopes: ['admin:keys:write'] });
    await served.source.query(`UPDATE oauth_clients SET updated_at = updated_at + 1 WHERE id = '${read.id}'`);
    const { metadata } = checkClientMetadata(metadataOf(read));
    if (metadata === undefined) throw new Error('the app keeps no rule');
    const registration = served.app.get(ClientRegistration);
    expect(await registration.update(read, metadata, { decision: { pkceRequired: true } })).toBe(false);
    expect(await registration.update(read, metadata)).toBe(true);
  });

  it('that may do more are out of reach, and a program never acts on itself (attack A44)', async () => {
    const mightier = await aMachine(served, ['admin:users:write', 'admin:clients:read']);
    const own = await aMachine(served, ['admin:clients:write']);
    const support = await aStaffMember(served, 'admin');
    const keys = await aMachine(served, ['admin:keys:write']);
    for (const [by, whom] of [
      [token, mightier.client],
      [own.token, own.client],
      [support.token, keys.client],
    ] as const) {
      expect((await patch(by, whom.clientId, { is_verified: true })).status).toBe(403);
      const headers = { 'if-match': '*' };
      expect((await callApi(served, by, 'DELETE', `/clients/${whom.clientId}`, { headers })).status).toBe(403);
    }
    expect((await machineToken(served, mightier.client, { scope: 'admin:users:write' })).statusCode).toBe(200);
  });

  it('are listed with the same number of statements, however many there are', async () => {
    const few = await statementsOfAList();
    await Promise.all(Array.from({ length: 60 }, () => aClient(served)));
    expect(await statementsOfAList()).toBe(few);
  });
});

describe('signing keys through the admin API', () => {
  it('are listed, rotated and revoked, and never shown whole', async () => {
    const { token: keyToken } = await aMachine(served, ['admin:keys:read', 'admin:keys:write']);
    const { body } = await callApi(served, keyToken, 'GET', '/keys');
    const keys = body['data'] as { kid: string; alg: string; state: string }[];
    const active = keys.find(({ alg, state }) => alg === 'ES256' && state === 'active');
    expect(JSON.stringify(body)).not.toMatch(/"d"|private/);
    const rotation = { alg: ['ES256'], now: true };
    const any = { 'if-match': '*' };
    expect((await callApi(served, keyToken, 'POST', '/keys/rotate', { body: rotation })).status).toBe(428);
    const rotated = await callApi(served, keyToken, 'POST', '/keys/rotate', { body: rotation, headers: any });
    expect(rotated.body['data']).toMatchObject([{ alg: 'ES256', state: 'active' }]);
    const revoked = await callApi(served, keyToken, 'POST', `/keys/${active?.kid ?? ''}/revoke`);
    expect(revoked).toMatchObject({ status: 200, body: { state: 'revoked' } });
    expect((await callApi(served, keyToken, 'POST', `/keys/${active?.kid ?? ''}/revoke`)).status).toBe(409);
    const unknown = { body: { alg: ['none'] }, headers: any };
    expect((await callApi(served, keyToken, 'POST', '/keys/rotate', unknown)).status).toBe(422);
  });

  it('are rotated once, however many ask for that at once (fault F12), and not without end', async () => {
    const { token: keyToken } = await aMachine(served, ['admin:keys:read', 'admin:keys:write']);
    const rotate = (etag: string) => {
      const call = { body: { alg: ['ES256'], now: true }, headers: { 'if-match': etag } };
      return callApi(served, keyToken, 'POST', '/keys/rotate', call);
    };
    const seen = (await callApi(served, keyToken, 'GET', '/keys')).headers['etag'] ?? '';
    const statuses = (await Promise.all(Array.from({ length: 4 }, () => rotate(seen)))).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
    expect((await rotate(seen)).status).toBe(412);
    // The database decides: two processes that read the same next key and did not hear of one another.
    const rotation = served.app.get(KeyRotation);
    const next = (await rotation.list()).find(({ alg, state }) => alg === 'ES256' && state === 'next')?.kid;
    const both = [1, 2].map(() => rotation.rotate('ES256', { isForced: true, next }));
    expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);

    let last = await rotate('*');
    for (let turn = 0; turn < 30 && last.status === 200; turn += 1) last = await rotate('*');
    expect([last.status, last.body['detail']]).toEqual([409, expect.stringContaining('24 retired keys of ES256')]);
    const retired = (await rotation.list()).filter(({ alg, state }) => alg === 'ES256' && state === 'retired');
    expect(retired.length).toBeLessThanOrEqual(24);
    // A compromise cannot wait.
    const active = (await rotation.list()).find(({ alg, state }) => alg === 'ES256' && state === 'active');
    expect((await callApi(served, keyToken, 'POST', `/keys/${active?.kid ?? ''}/revoke`)).status).toBe(200);
  });
});
