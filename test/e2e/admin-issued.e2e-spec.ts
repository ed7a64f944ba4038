import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ListedTokens1795600700000 } from '../../src/database/migrations/1795600700000-listed-tokens.js';
import { AccessToken } from '../../src/token/access-token.entity.js';
import { User } from '../../src/users/user.entity.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { type TestApp, startApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { machineToken } from '../support/machine-token.js';
import { aCode, exchange, isAlive, letTimePass, refresh, someTokens } from '../support/tokens.js';

const WRITE = ['consents', 'grants', 'tokens'].map((resource) => `admin:${resource}:write` as 'admin:grants:write');
const READ = ['consents', 'grants', 'tokens'].map((resource) => `admin:${resource}:read` as 'admin:grants:read');

let served: TestApp;
let token: string;
const anewToken = async () => {
  ({ token } = await aMachine(served, [...READ, ...WRITE]));
};
beforeAll(async () => {
  served = await startApp();
  await anewToken();
});
afterAll(() => served.close());

interface Row {
  readonly id: string;
  readonly grant_id: string | null;
  readonly user_id: string | null;
}
const list = async (path: string) => (await callApi(served, token, 'GET', path)).body['data'] as Row[];
const statusOf = async (by: string, method: 'DELETE' | 'GET', path: string) =>
  (await callApi(served, by, method, path)).status;
const firstId = async (path: string) => (await list(path))[0]?.id ?? '';
const revokeAll = (by: string, body: object) => callApi(served, by, 'POST', '/tokens/revoke', { body });

/** What somebody can hold in hand, and what the lists must never say. */
async function secretsOf(userId: string): Promise<string[]> {
  const rows = await served.source.getRepository(AccessToken).findBy({ userId });
  return rows.flatMap(({ digest }) => [
    digest.toString('hex'),
    digest.toString('base64'),
    digest.toString('base64url'),
  ]);
}

/** How many live tokens and grants the lists show of somebody. */
const both = async (userId: string) => [
  (await list(`/tokens?user_id=${userId}`)).length,
  (await list(`/grants?user_id=${userId}`)).length,
];

/** Everything of somebody that can be ended. */
const paths = async (userId: string) => [
  `/consents/${await firstId(`/consents?user_id=${userId}`)}`,
  `/grants/${await firstId(`/grants?user_id=${userId}`)}`,
  `/tokens/${await firstId(`/tokens?user_id=${userId}`)}`,
];

describe('consents through the admin API', () => {
  it('are listed by user and by app, and say what was allowed', async () => {
    const [client, user] = [await aClient(served), await aUser(served)];
    await someTokens(served, { client, user, scopes: ['openid', 'email'] });
    await someTokens(served, { client });
    const [ofUser] = await list(`/consents?user_id=${user.id}`);
    expect(ofUser).toMatchObject({
      user_id: user.id,
      username: user.username,
      client_id: client.clientId,
      scopes: ['openid', 'email'],
      refused_scopes: [],
    });
    expect(await list(`/consents?client_id=${client.clientId}`)).toHaveLength(2);
    expect(await list(`/consents?client_id=${client.clientId}&user_id=${user.id}`)).toEqual([ofUser]);
    const one = await callApi(served, token, 'GET', `/consents/${ofUser?.id ?? ''}`);
    expect(one.body).toEqual(ofUser);
  });

  it('withdrawn: tokens end at once, and the app has to ask again', async () => {
    const { accessToken, refreshToken, client, user } = await someTokens(served);
    const path = `/consents/${await firstId(`/consents?user_id=${user.id}`)}`;
    expect(await statusOf(token, 'DELETE', path)).toBe(204);
    expect(await isAlive(served, accessToken)).toBe(false);
    expect((await refresh(served, client, refreshToken)).error).toBe('invalid_grant');
    expect(await list(`/consents?user_id=${user.id}`)).toEqual([]);
    expect((await (await aBrowserOf(served, user)).open('/account/apps')).html).not.toContain('/remove');
    expect(await statusOf(token, 'DELETE', path)).toBe(404);
  });
});

describe('grants through the admin API', () => {
  it('are those that are good for something: a code that waits, then its tokens', async () => {
    const code = await aCode(served);
    const path = `/grants?user_id=${code.user.id}&client_id=${code.client.clientId}`;
    expect(await list(path)).toMatchObject([{ redeemed_at: null, amr: ['pwd'], user_id: code.user.id }]);
    await exchange(served, code);
    const [grant] = await list(path);
    expect(grant).toMatchObject({ redeemed_at: expect.any(String) as string });
    expect((await callApi(served, token, 'GET', `/grants/${grant?.id ?? ''}`)).body).toEqual(grant);
  });

  it('revoked: its tokens end; others of the same user go on', async () => {
    const user = await aUser(served);
    const other = await someTokens(served, { user });
    const ended = await someTokens(served, { user });
    const path = `/grants/${await firstId(`/grants?client_id=${ended.client.clientId}`)}`;
    expect(await statusOf(token, 'DELETE', path)).toBe(204);
    expect([await isAlive(served, ended.accessToken), await isAlive(served, other.accessToken)]).toEqual([false, true]);
    expect((await refresh(served, ended.client, ended.refreshToken)).error).toBe('invalid_grant');
    expect([await statusOf(token, 'DELETE', path), await statusOf(token, 'GET', path)]).toEqual([404, 404]);
  });
});

describe('tokens through the admin API', () => {
  it('are listed without the token, its digest, or anything that opens something', async () => {
    const { accessToken, refreshToken, client, user } = await someTokens(served);
    const { body } = await callApi(served, token, 'GET', `/tokens?user_id=${user.id}`);
    const said = JSON.stringify(body);
    for (const secret of [accessToken, refreshToken, ...(await secretsOf(user.id))]) expect(said).not.toContain(secret);
    const [row] = body['data'] as Row[];
    expect(row).toMatchObject({ client_id: client.clientId, username: user.username });
    expect(await isAlive(served, row?.id ?? '')).toBe(false);
    expect(await list(`/grants?user_id=${user.id}`)).toMatchObject([{ id: row?.grant_id }]);
  });

  it('of apps for themselves have no user', async () => {
    const machine = await aClient(served, { kind: 'machine' });
    await machineToken(served, machine);
    expect(await list(`/tokens?client_id=${machine.clientId}`)).toMatchObject([{ user_id: null, grant_id: null }]);
  });

  it('end one by one; the refresh token gets another', async () => {
    const { accessToken, refreshToken, client, user } = await someTokens(served);
    const path = `/tokens/${await firstId(`/tokens?user_id=${user.id}`)}`;
    expect(await statusOf(token, 'DELETE', path)).toBe(204);
    expect(await isAlive(served, accessToken)).toBe(false);
    expect(await statusOf(token, 'DELETE', path)).toBe(404);
    expect((await refresh(served, client, refreshToken)).status).toBe(200);
  });

  it('of a user end all at once, with what would make new ones', async () => {
    const user = await aUser(served);
    const [one, two] = [await someTokens(served, { user }), await someTokens(served, { user })];
    expect((await revokeAll(token, { user_id: user.id })).body).toEqual({ grants: 2, tokens: 0 });
    for (const { accessToken } of [one, two]) expect(await isAlive(served, accessToken)).toBe(false);
    expect((await refresh(served, one.client, one.refreshToken)).error).toBe('invalid_grant');
    expect(await list(`/tokens?user_id=${user.id}`)).toEqual([]);
  });

  it('of a user at one app end, those at another go on', async () => {
    const user = await aUser(served);
    const [one, two] = [await someTokens(served, { user }), await someTokens(served, { user })];
    const { body } = await revokeAll(token, { user_id: user.id, client_id: one.client.clientId });
    expect(body).toEqual({ grants: 1, tokens: 0 });
    expect([await isAlive(served, one.accessToken), await isAlive(served, two.accessToken)]).toEqual([false, true]);
  });

  it('of an app end all at once: its own as well', async () => {
    const machine = await aClient(served, { kind: 'machine' });
    for (let count = 0; count < 2; count += 1) await machineToken(served, machine);
    expect((await revokeAll(token, { client_id: machine.clientId })).body).toEqual({ grants: 0, tokens: 2 });
    expect(await list(`/tokens?client_id=${machine.clientId}`)).toEqual([]);
  });

  it.each([
    [{}, 'user_id'],
    [{ user_id: 'ada' }, 'user_id'],
    [{ user_id: '01999999-0000-7000-8000-000000000000' }, 'user_id'],
    [{ client_id: 'nobody' }, 'client_id'],
    [{ client_id: 'x'.repeat(65) }, 'client_id'],
  ])('end for nobody with %j', async (body, field) => {
    const answer = await revokeAll(token, body);
    expect([answer.status, answer.body['errors']]).toMatchObject([422, [{ field }]]);
  });

  it('had no id before the migration: it gives them one, and they stay valid', async () => {
    const { accessToken, user } = await someTokens(served);
    const runner = served.source.createQueryRunner();
    const migration = new ListedTokens1795600700000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    const [row] = await list(`/tokens?user_id=${user.id}`);
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const { createdAt } = await served.source.getRepository(AccessToken).findOneByOrFail({ userId: user.id });
    expect(Number.parseInt((row?.id ?? '').replaceAll('-', '').slice(0, 12), 16)).toBe(createdAt.getTime());
    expect(await isAlive(served, accessToken)).toBe(true);
  });
});

describe('what opens nothing is in no list', () => {
  it.each([
    ['of a suspended app', Client, { status: 'suspended' as const }],
    ['of a disabled user', User, { status: 'disabled' as const }],
    ['from before the password was changed', User, { credentialsVersion: 7 }],
  ])('%s', async (_name, entity, change) => {
    const { user, client } = await someTokens(served);
    expect(await both(user.id)).toEqual([1, 1]);
    const id = entity === Client ? client.rowId : user.id;
    await served.source.getRepository<User | Client>(entity).update({ id }, change);
    expect(await both(user.id)).toEqual([0, 0]);
  });

  it('that has ended: the token first, then the grant', async () => {
    const { user } = await someTokens(served);
    const { accessToken, refreshTokenIdle } = served.settings.lifetimes;
    await letTimePass(served, accessToken + 1);
    await anewToken();
    expect(await both(user.id)).toEqual([0, 1]);
    await served.source.query('UPDATE oauth_grants SET last_used_at = 0 WHERE user_id = ?', [user.id]);
    await letTimePass(served, refreshTokenIdle - accessToken);
    await anewToken();
    expect(await both(user.id)).toEqual([0, 0]);
  });
});

describe('attack A44: what belongs to the staff', () => {
  it('is ended by those above only', async () => {
    const [admin, support] = [await aStaffMember(served, 'admin'), await aStaffMember(served, 'support')];
    const held = await someTokens(served, { user: admin.user });
    const peer = await aUser(served, { row: { role: 'admin' } });
    await someTokens(served, { user: peer });
    for (const path of [...(await paths(admin.user.id)), ...(await paths(peer.id))]) {
      expect(await statusOf(admin.token, 'DELETE', path)).toBe(403);
      expect(await statusOf(support.token, 'DELETE', path)).toBe(403);
      expect(await statusOf(token, 'DELETE', path)).toBe(403);
    }
    expect((await revokeAll(admin.token, { user_id: peer.id })).status).toBe(403);
    expect(await isAlive(served, held.accessToken)).toBe(true);
    const owner = await aStaffMember(served, 'owner');
    for (const path of (await paths(peer.id)).toReversed()) {
      expect(await statusOf(owner.token, 'DELETE', path)).toBe(204);
    }
  });

  it('stays when an app loses everybody else', async () => {
    const client = await aClient(served);
    const admin = await aStaffMember(served, 'admin');
    const peer = await aUser(served, { row: { role: 'admin' } });
    const [ofPeer, ofUser] = [await someTokens(served, { client, user: peer }), await someTokens(served, { client })];
    expect((await revokeAll(admin.token, { client_id: client.clientId })).body).toEqual({ grants: 1, tokens: 0 });
    expect([await isAlive(served, ofPeer.accessToken), await isAlive(served, ofUser.accessToken)]).toEqual([
      true,
      false,
    ]);
  });

  it('programs that may do more than the caller keep their tokens', async () => {
    const { client } = await aMachine(served, ['admin:keys:write']);
    const admin = await aStaffMember(served, 'admin');
    const path = `/tokens/${await firstId(`/tokens?client_id=${client.clientId}`)}`;
    expect(await statusOf(admin.token, 'DELETE', path)).toBe(403);
    expect((await revokeAll(admin.token, { client_id: client.clientId })).status).toBe(403);
    expect(await statusOf((await aStaffMember(served, 'owner')).token, 'DELETE', path)).toBe(204);
  });
});
