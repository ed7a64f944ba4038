import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { isUnavailable } from '../../src/http/unavailable.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient } from '../support/builders.js';
import { createTestDatabase, isMariadb, type TestDatabase } from '../support/database.js';
import { DatabaseProxy } from '../support/database-proxy.js';
import { aSignedToken, FORGETFUL, isRecognised } from '../support/signing-keys.js';
import {
  type Answer,
  aCode,
  credentials,
  exchange,
  getJson,
  isAlive,
  postForm,
  refresh,
  someTokens,
} from '../support/tokens.js';

/*
 * Faults I1 to I3, I7, I9: while the database is away nothing is promised that is not so; afterwards everything that was
 * promised holds. On MariaDB its connections are cut; on SQLite another process holds the file's write lock.
 */

let served: TestApp;
let database: TestDatabase;
let takeAway: () => Promise<unknown>;
let giveBack: () => Promise<unknown>;

beforeAll(async () => {
  database = await createTestDatabase();
  if (isMariadb) {
    const proxy = await DatabaseProxy.before(database.settings);
    served = await startApp({ database: proxy.through(database.settings), signingKeys: FORGETFUL });
    takeAway = () => proxy.takeAway();
    giveBack = () => proxy.giveBack();
  } else {
    served = await startApp({ database: database.settings, signingKeys: FORGETFUL });
    const other = await new DataSource({ type: 'better-sqlite3', database: fileOf(database) }).initialize();
    takeAway = () => other.query('BEGIN IMMEDIATE');
    giveBack = () => other.query('ROLLBACK');
  }
});
afterAll(async () => {
  await served.close();
  await database.drop();
});

function fileOf({ settings }: TestDatabase): string {
  return settings.type === 'better-sqlite3' ? settings.database : '';
}

async function whileAway<T>(work: () => Promise<T>): Promise<T> {
  await takeAway();
  try {
    return await work();
  } finally {
    await giveBack();
    await untilReady();
  }
}

/** Fault I8: the first success within two seconds. */
async function untilReady(): Promise<void> {
  const deadline = Date.now() + 2_000;
  for (;;) {
    const { status } = await getJson(served, '/health/ready');
    if (status === 200) return;
    if (Date.now() > deadline) throw new Error('not ready two seconds after the database came back');
    await setTimeout(20);
  }
}

function expectUnavailable({ status, headers, body }: Answer): void {
  expect({ status, error: body['error'] }).toEqual({ status: 503, error: 'temporarily_unavailable' });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(headers['cache-control']).toBe('no-store');
  // RFC 6749 §5.2 and gap L8: no text of the driver.
  expect(JSON.stringify(body)).not.toMatch(/sql|econn|127\.0\.0\.1|locked|busy_|select|insert|update /i);
}

describe('while the database is away', () => {
  it('a revocation is not confirmed, and can be repeated (attack A36)', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served);
    for (const token of [accessToken, refreshToken]) {
      const revoke = () => postForm(served, '/revoke', { token, ...credentials(client) });
      expectUnavailable(await whileAway(revoke));
      expect((await revoke()).status).toBe(200);
    }
    expect(await isAlive(served, accessToken)).toBe(false);
    expect((await refresh(served, client, refreshToken)).error).toBe('invalid_grant');
  });

  it('no code is redeemed, and it can be redeemed afterwards (fault I2)', async () => {
    const code = await aCode(served);
    expectUnavailable(await whileAway(() => exchange(served, code)));
    expect((await exchange(served, code)).status).toBe(200);
    expect((await exchange(served, code)).error).toBe('invalid_grant');
  });

  it('no refresh token is spent (fault I2)', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aClient(served, { kind: 'browser' }) });
    expectUnavailable(await whileAway(() => refresh(served, client, refreshToken)));
    expect((await refresh(served, client, refreshToken)).status).toBe(200);
  });

  it('what was acknowledged before holds afterwards (faults I1, I3)', async () => {
    const alive = await someTokens(served);
    const dead = await someTokens(served);
    await postForm(served, '/revoke', { token: dead.refreshToken, ...credentials(dead.client) });
    await whileAway(async () => undefined);
    expect(await isAlive(served, alive.accessToken)).toBe(true);
    expect(await isAlive(served, dead.accessToken)).toBe(false);
  });

  it('metadata, the key set and the liveness check still answer', async () => {
    const documents = ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration', '/jwks'];
    const statuses = await whileAway(async () => {
      return Promise.all([...documents, '/health/live'].map(async (url) => (await getJson(served, url)).status));
    });
    expect(statuses).toEqual([200, 200, 200, 200]);
  });

  it.runIf(isMariadb)('nothing is signed and no signature trusted by keys that may have been revoked', async () => {
    const token = await aSignedToken(served);
    await whileAway(async () => {
      await expect(aSignedToken(served)).rejects.toSatisfy(isUnavailable);
      await expect(isRecognised(served, token)).rejects.toSatisfy(isUnavailable);
    });
    expect(await isRecognised(served, token)).toBe(true);
  });

  it.runIf(isMariadb)('introspection and userinfo do not guess, and readiness says no', async () => {
    const { client, accessToken } = await someTokens(served);
    await whileAway(async () => {
      expectUnavailable(await postForm(served, '/introspect', { token: accessToken, ...credentials(client) }));
      expectUnavailable(await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` }));
      const ready = await getJson(served, '/health/ready');
      expect(ready).toMatchObject({ status: 503, body: { status: 'unavailable' } });
    });
  });
});
