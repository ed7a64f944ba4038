import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADMIN_SCOPES } from '../../src/protocol/admin-scope.js';
import { Statistic } from '../../src/statistics/statistic.entity.js';
import { Statistics } from '../../src/statistics/statistics.service.js';
import { StatisticsStore } from '../../src/statistics/statistics.store.js';
import { UserActivity } from '../../src/statistics/user-activity.entity.js';
import { DAY_MS, HOUR_MS } from '../../src/statistics/time-buckets.js';
import { aMachine, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { aCode, exchange, someTokens } from '../support/tokens.js';
import { TestBrowser } from '../support/browser.js';

interface Line {
  readonly key: string;
  readonly values: readonly (number | null)[];
  readonly total: number | null;
  readonly previous_total: number | null;
}

const NOON = Date.parse('2026-11-26T12:00:00Z');

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ADMIN_SCOPES));
});
afterAll(() => served.close());
beforeEach(async () => {
  await served.app.get(Statistics).flush();
  await served.source.query('DELETE FROM statistics');
  await served.source.query('DELETE FROM user_activity');
});
afterEach(() => void vi.restoreAllMocks());

async function read(path: string) {
  await served.app.get(Statistics).flush();
  const { status, body } = await callApi(served, token, 'GET', `/statistics/${path}`);
  return { status, body: body as unknown as Record<string, unknown> & { buckets: string[]; lines: Line[] } };
}

/** What the series counts, by its keys. */
async function totals(path: string): Promise<Record<string, number | null>> {
  const { body } = await read(path);
  return Object.fromEntries(body.lines.map(({ key, total }) => [key, total]));
}

/** As if something had happened then. */
async function happened(kind: Statistic['kind'], label: string, time: number, amount = 1): Promise<void> {
  const hour = Math.floor(time / HOUR_MS) * HOUR_MS;
  await served.app.get(StatisticsStore).count([{ kind, label, hour, amount }], () => undefined);
}

const wasActive = (time: number, ...users: { id: string }[]) =>
  served.app.get(StatisticsStore).noteActive(
    Math.floor(time / HOUR_MS) * HOUR_MS,
    users.map(({ id }) => id),
  );

describe('what is counted', () => {
  it('sign-ins by how they ended', async () => {
    const user = await aUser(served);
    await aBrowserOf(served, user);
    const attempt = (username: string, password: string) =>
      new TestBrowser(served).post('/login', { username, password });
    await attempt(user.username, 'not the pass phrase');
    await attempt('nobody-of-this-name', 'not the pass phrase');
    const disabled = await aUser(served, { row: { status: 'disabled' } });
    await attempt(disabled.username, disabled.password);
    expect(await totals('sign-ins')).toEqual({ succeeded: 1, wrong_password: 1, unknown_user: 1, disabled: 1 });
  });

  it('attempts that were not judged, as there were too many', async () => {
    const user = await aUser(served);
    const refused = async () =>
      (await new TestBrowser(served).post('/login', { username: user.username, password: 'wrong' })).status;
    let tries = 0;
    while ((await refused()) !== 429 && tries < 200) tries += 1;
    expect((await totals('sign-ins'))['throttled']).toBe(1);
  });

  it('tokens by grant type and by app, people once, refusals by error code', async () => {
    const client = await aClient(served);
    const { refreshToken } = await someTokens(served, { client });
    const pending = await aCode(served, { client });
    expect((await exchange(served, pending)).status).toBe(200);
    expect((await exchange(served, { ...pending, code: 'wrong' })).status).toBe(400);
    expect(refreshToken).not.toBe('');
    expect(await totals('tokens')).toEqual({ authorization_code: 2 });
    expect(await totals('token-failures')).toEqual({ invalid_grant: 1 });
    const { body } = await read('top-clients?by=sign-ins');
    expect(body['data']).toEqual([
      { client_id: client.clientId, client_name: expect.any(String), total: 2, previous_total: 0 },
    ]);
  });

  it('what the token endpoint could not even read', async () => {
    const headers = { host: new URL(served.issuer).host, 'content-type': 'text/plain' };
    await served.app.inject({ method: 'POST', url: '/token', headers, payload: 'x' });
    expect(await totals('token-failures')).toEqual({ invalid_request: 1 });
  });

  it('new users and new apps', async () => {
    const body = { username: 'counted', email: 'counted@example.com', password: 'a long pass phrase of somebody' };
    expect((await callApi(served, token, 'POST', '/users', { body })).status).toBe(201);
    expect(await totals('new-users')).toEqual({ users: 1 });
    expect(await totals('new-clients')).toEqual({});
  });

  it('how long the requests of an endpoint took', async () => {
    const client = await aClient(served);
    await someTokens(served, { client });
    const { body } = await read('latency?endpoint=token&interval=hour');
    expect(body['unit']).toBe('milliseconds');
    expect(body.lines.map(({ key }) => key)).toEqual(['p50', 'p95', 'p99']);
    for (const { values, total } of body.lines) {
      expect(total).toBeGreaterThan(0);
      expect(values.filter((value) => value !== null)).toEqual([total]);
    }
  });

  it('no label that a caller made up', async () => {
    served.app.get(Statistics).count('token_failure', 'made up');
    expect(await totals('token-failures')).toEqual({ other: 1 });
    const headers = { host: new URL(served.issuer).host };
    await served.app.inject({ url: '/authorize/made/up?x=1', headers });
    await served.app.inject({ url: '/made-up', headers });
    await served.app.get(Statistics).flush();
    const rows = await served.source.getRepository(Statistic).findBy({ kind: 'latency' });
    expect(rows.filter(({ label }) => !/^(?:authorize|token|api|login) [\d.]+$/.test(label))).toEqual([]);
  });
});

describe('active people', () => {
  it('are counted once a day and once in all, in the days of any zone', async () => {
    const [ada, bob, eve] = [await aUser(served), await aUser(served), await aUser(served)];
    await wasActive(NOON, ada, bob);
    await wasActive(NOON + HOUR_MS, ada);
    await wasActive(NOON - DAY_MS, ada);
    // Half past ten in the evening of the 25th in UTC is the 26th in Paris.
    await wasActive(Date.parse('2026-11-25T23:30:00Z'), eve);
    const path = 'active-users?since=2026-11-25T12:00:00Z&until=2026-11-26T20:00:00Z&time_zone=';
    const paris = await read(`${path}Europe/Paris`);
    expect(paris.body.lines).toEqual([{ key: 'users', values: [1, 3], total: 3, previous_total: 0 }]);
    const utc = await read(`${path}UTC`);
    expect(utc.body.lines).toEqual([{ key: 'users', values: [2, 2], total: 3, previous_total: 0 }]);
    const hours = await read(`active-users?since=2026-11-26T12:00:00Z&until=2026-11-26T14:00:00Z&interval=hour`);
    expect(hours.body.lines).toEqual([{ key: 'users', values: [2, 1], total: 2, previous_total: 0 }]);
    const later = await read('active-users?since=2026-11-27T12:00:00Z&until=2026-11-27T20:00:00Z');
    expect(later.body.lines).toEqual([{ key: 'users', values: [0], total: 0, previous_total: 2 }]);
  });

  it('a person who signs in, comes back or gets a token is active', async () => {
    const user = await aUser(served);
    await aBrowserOf(served, user);
    await served.app.get(Statistics).flush();
    const rows = await served.source.getRepository(UserActivity).findBy({ userId: user.id });
    expect(rows).toHaveLength(1);
  });

  it('whoever is deleted leaves no trace, and spoils nothing that is on its way', async () => {
    const [gone, stays] = [await aUser(served), await aUser(served)];
    await wasActive(NOON, gone);
    await served.source.query('DELETE FROM users WHERE id = ?', [gone.id]);
    await wasActive(NOON, gone, stays);
    const rows = await served.source.getRepository(UserActivity).find();
    expect(rows.map(({ userId }) => userId)).toEqual([stays.id]);
  });
});

describe('the answers', () => {
  it('have every bucket, and compare with as many before', async () => {
    await happened('sign_in', 'succeeded', NOON, 5);
    await happened('sign_in', 'succeeded', NOON - 2 * DAY_MS, 2);
    await happened('sign_in', 'wrong_password', NOON - 4 * DAY_MS, 3);
    const { body } = await read('sign-ins?since=2026-11-24T00:00:00Z&until=2026-11-27T00:00:00Z');
    expect(body.buckets).toEqual(['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z']);
    expect(body.lines).toEqual([
      { key: 'succeeded', values: [2, 0, 5], total: 7, previous_total: 0 },
      { key: 'wrong_password', values: [0, 0, 0], total: 0, previous_total: 3 },
    ]);
  });

  it('are empty and whole where nothing happened', async () => {
    const { body } = await read('tokens?interval=hour');
    expect(body.lines).toEqual([]);
    expect(body.buckets.length).toBeGreaterThanOrEqual(24);
    expect((await read('top-clients')).body['data']).toEqual([]);
    expect((await read('latency?endpoint=revoke')).body.lines[0]).toMatchObject({ total: null, previous_total: null });
  });

  it('the most active apps come first, also those that are gone', async () => {
    const client = await aClient(served);
    await happened('client_token', client.clientId, NOON, 3);
    await happened('client_token', 'client_gone', NOON, 9);
    await happened('client_token', 'client_gone', NOON - 2 * DAY_MS, 4);
    const { body } = await read('top-clients?since=2026-11-25T13:00:00Z&until=2026-11-26T13:00:00Z');
    expect(body['data']).toEqual([
      { client_id: 'client_gone', client_name: null, total: 9, previous_total: 4 },
      { client_id: client.clientId, client_name: expect.any(String), total: 3, previous_total: 0 },
    ]);
  });

  it.each([
    ['sign-ins?time_zone=Mars/Olympus', 'time_zone'],
    ['sign-ins?time_zone=%2B01:00', 'time_zone'],
    ['sign-ins?interval=week', 'interval'],
    ['sign-ins?since=yesterday', 'since'],
    ['sign-ins?since=2026-11-26T00:00:00Z&until=2026-11-25T00:00:00Z', 'since'],
    ['sign-ins?since=2020-01-01T00:00:00Z', 'since'],
    ['sign-ins?interval=hour&since=2026-01-01T00:00:00Z&until=2026-03-01T00:00:00Z', 'since'],
    ['latency?endpoint=everything', 'endpoint'],
    ['top-clients?by=name', 'by'],
    ['top-clients?limit=51', 'limit'],
  ])('%s is refused', async (path, field) => {
    const { status, body } = await read(path);
    expect([status, body['errors']]).toEqual([422, [{ field, message: expect.any(String) }]]);
  });

  it('a series that there is not is not found', async () => {
    expect((await read('secrets')).status).toBe(404);
  });
});

describe('the way to the database', () => {
  it('no request waits for it, and each cost its own', async () => {
    const { all } = await served.statements.during(async () => {
      for (let count = 0; count < 100; count += 1) served.app.get(Statistics).count('token', 'refresh_token');
    });
    expect(all).toEqual([]);
    expect(await totals('tokens')).toEqual({ refresh_token: 100 });
  });

  it('several processes add to the same row', async () => {
    const adding = Array.from({ length: 20 }, () => happened('token', 'refresh_token', Date.now()));
    await Promise.all(adding);
    expect(await totals('tokens')).toEqual({ refresh_token: 20 });
  });

  it('what could not be written is written the next time, once', async () => {
    const [statistics, store] = [served.app.get(Statistics), served.app.get(StatisticsStore)];
    vi.spyOn(store, 'count').mockRejectedValueOnce(new Error('away'));
    const user = await aUser(served);
    statistics.seen(user.id);
    statistics.count('token', 'refresh_token');
    await statistics.flush();
    statistics.count('token', 'refresh_token');
    expect(await totals('tokens')).toEqual({ refresh_token: 2 });
    expect(await totals('active-users')).toEqual({ users: 1 });
    expect(await totals('tokens')).toEqual({ refresh_token: 2 });
  });
});
