import { IdempotencyStore } from '../../src/api/idempotency.store.js';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReplayGuard } from '../../src/clients/replay-guard.service.js';
import { CleanUpService } from '../../src/operations/clean-up.service.js';
import { ClientSecret } from '../../src/clients/client-secret.entity.js';
import { EXPIRING_TABLES } from '../../src/operations/expiring-tables.js';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import { ReadinessService } from '../../src/operations/readiness.service.js';
import { EmailChanges } from '../../src/users/email-changes.service.js';
import { Statistics } from '../../src/statistics/statistics.service.js';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { OneTimeToken } from '../../src/users/one-time-token.entity.js';
import { anInitialToken } from '../support/registration.js';
import { aStaffMember } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt } from '../support/authorization.js';
import { anInvitation } from '../support/invitations.js';
import { anImport } from '../support/openapi-calls.js';
import { aDelivery } from '../support/webhooks.js';
import { aBulkOperation } from '../support/bulk.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { userRow } from '../support/mailed-links.js';
import { aCode, getJson, isAlive, letTimePass, someTokens } from '../support/tokens.js';

const DAY = 24 * 60 * 60;

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

async function count(table: string): Promise<number> {
  const [{ total }] = await served.source.query<[{ total: unknown }]>(`SELECT COUNT(*) AS total FROM ${table}`);
  return Number(total);
}

describe('the clean-up of expired rows', () => {
  it('leaves everything that is alive', async () => {
    const { accessToken } = await someTokens(served);
    const pending = await aCode(served);
    const before = await count('oauth_grants');
    await served.app.get(CleanUpService).run();
    expect(await count('oauth_grants')).toBe(before);
    expect(await isAlive(served, accessToken)).toBe(true);
    expect(pending.code).not.toBe('');
  });

  it('keeps a redeemed code as long as anything that it gave lives, so that a replay is still recognised', async () => {
    await someTokens(served, { scopes: ['email'] });
    await letTimePass(served, 3_000);
    const [{ consumed }] = await served.source.query<[{ consumed: unknown }]>(
      'SELECT COUNT(*) AS consumed FROM oauth_grants WHERE consumed_at IS NOT NULL',
    );
    await served.app.get(CleanUpService).run();
    expect(await count('oauth_grants')).toBe(Number(consumed));
  });

  it('empties every table in small batches, however many rows there are', async () => {
    const logoutUri = 'https://app.example/logout';
    const client = await aClient(served, { row: { metadata: { backchannel_logout_uri: logoutUri } } });
    const user = await aUser(served);
    const browser = await aBrowserOf(served, user);
    await allow(browser, await browser.open(anAttempt(client).url));
    await browser.get(anAttempt(client, { prompt: 'login' }).url);
    await someTokens(served, { client, user });
    await copyTokens(1_234);
    await served.app.get(ReplayGuard).use('client_assertion', client.rowId, 'x', new Date());
    await served.source.getRepository(Throttle).insert({ key: 'x', points: '1', expire: String(Date.now()) });
    const link = { digest: Buffer.alloc(32), purpose: 'first_admin' as const, createdAt: new Date() };
    await served.source.getRepository(OneTimeToken).insert({ ...link, expiresAt: new Date() });
    await anInitialToken(served);
    await served.app.get(ReplayGuard).use('test', client.clientId, 'x', new Date());
    const dead = { id: client.rowId, kind: 'x', payload: 'x', attempts: 9, createdAt: new Date() };
    await served.source.getRepository(OutboxMessage).insert({ ...dead, expiresAt: new Date() });
    await aStaffMember(served, 'owner');
    await served.app.get(IdempotencyStore).begin(Buffer.alloc(32), '');
    const { email } = user;
    await served.app.get(EmailChanges).begin(await userRow(served, user), `new-${email}`, { needsOld: true });
    await anInvitation(served);
    await aDelivery(served);
    await aBulkOperation(served);
    await anImport(served, false);
    await served.app.get(Statistics).flush();
    await served.source.query('UPDATE oauth_client_secrets SET expires_at = created_at');
    await served.source.query('UPDATE oauth_clients SET expires_at = created_at');
    await served.source.query('UPDATE signing_keys SET expires_at = created_at');
    for (const { table, expiry } of EXPIRING_TABLES) {
      expect([table, await count(table)]).not.toEqual([table, 0]);
      await served.source.query(`UPDATE ${table} SET ${expiry} = ${expiry} - ${400 * DAY * 1000}`);
    }
    const { writes } = await served.statements.during(() => served.app.get(CleanUpService).run());
    for (const { table } of EXPIRING_TABLES) expect([table, await count(table)]).toEqual([table, 0]);
    expect(writes.filter((sql) => sql.includes('oauth_access_tokens'))).toHaveLength(3);
  });

  it('keeps the current secret of an app, which has no end', async () => {
    const { rowId } = await aClient(served);
    await served.app.get(CleanUpService).run();
    expect(await served.source.getRepository(ClientSecret).countBy({ clientRowId: rowId })).toBe(1);
  });

  it('may be run by several processes at once', async () => {
    const user = await aUser(served);
    await someTokens(served, { user });
    await copyTokens(800);
    await letTimePass(served, 400 * DAY);
    const cleaner = served.app.get(CleanUpService);
    await Promise.all([cleaner.run(), cleaner.run(), cleaner.run()]);
    expect(await count('oauth_access_tokens')).toBe(0);
  });
});

describe('health checks', () => {
  it('say that the process is alive without asking the database', async () => {
    const { status, headers, body } = await getJson(served, '/health/live');
    expect({ status, body }).toEqual({ status: 200, body: { status: 'ok' } });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('say that it is ready when the database answers', async () => {
    expect(await getJson(served, '/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('say that it is not ready once it was told to stop, while it still answers', async () => {
    const stopping = await startApp();
    await stopping.app.get(ReadinessService).beforeApplicationShutdown();
    const ready = await getJson(stopping, '/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { status: 'unavailable' } });
    expect(ready.headers['retry-after']).toBe('2');
    expect((await getJson(stopping, '/health/live')).status).toBe(200);
    await stopping.close();
  });
});

/** Adds that many rows to the access tokens, made from one that is there. */
async function copyTokens(rows: number): Promise<void> {
  const repository = served.source.getRepository<Record<string, unknown>>('oauth_access_tokens');
  const [one] = await repository.find({ take: 1 });
  const copies = Array.from({ length: rows }, (_, index) => ({
    ...one,
    id: v7(),
    digest: Buffer.alloc(32, index.toString().padStart(8, '0')),
  }));
  await repository.insert(copies);
}
