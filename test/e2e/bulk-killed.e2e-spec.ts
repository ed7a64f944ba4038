import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { BulkItem } from '../../src/bulk/bulk-item.entity.js';
import { BulkOperation } from '../../src/bulk/bulk-operation.entity.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { User } from '../../src/users/user.entity.js';
import { aMachine, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { forgetLeases, holdItems, letGo, manyUsers } from '../support/bulk.js';
import { buildSources, createInstallation, type Installation } from '../support/cli.js';
import { freePort } from '../support/free-port.js';

const TOTAL = 200;

interface Progress {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

let installation: Installation;
beforeAll(async () => {
  installation = await createInstallation();
});
afterAll(() => installation.remove());

const onItsDatabase = (): Promise<TestApp> =>
  startApp({ database: installation.database, secretKeys: installation.secretKeys });

/** A server of its own process, which listens when this returns. */
async function aServer(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...installation.env, PORT: String(port), ISSUER: url, WEB_CONCURRENCY: '1' };
  const child = spawn(process.execPath, [join(await buildSources(), 'cli.js'), 'start'], {
    env,
    cwd: tmpdir(),
    stdio: 'ignore',
  });
  const isUp = () =>
    fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) await delay(50);
  return { child, url };
}

async function ask(url: string, token: string, body?: object): Promise<Progress> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Progress;
}

it('a bulk operation whose process is killed halfway goes on, and does each item once', async () => {
  const before = await onItsDatabase();
  const { token } = await aMachine(before, ['admin:users:read', 'admin:users:write', 'admin:sessions:write']);
  const ids = await manyUsers(before, await aUser(before), TOTAL);
  await before.close();

  const { child, url } = await aServer();
  const { id } = await ask(`${url}/api/v1/bulk/users`, token, { action: 'sign_out', ids });
  let progress: Progress;
  do progress = await ask(`${url}/api/v1/bulk/users/${id}`, token);
  while (progress.done < 20);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(progress).toMatchObject({ state: 'running', total: TOTAL });

  const after = await onItsDatabase();
  const now = async () => (await callApi(after, token, 'GET', `/bulk/users/${id}`)).body as unknown as Progress;
  const left = await now();
  expect(left.done).toBeLessThan(TOTAL);
  console.log(`killed after ${left.done} of ${TOTAL}`);
  for (let state = left.state; state === 'running'; { state } = await now()) {
    await forgetLeases(after);
    await after.app.get(Outbox).drain();
  }
  expect(await now()).toMatchObject({ state: 'done', total: TOTAL, done: TOTAL, failed: 0 });
  const users = await after.source.getRepository(User).find({ select: { id: true, credentialsVersion: true } });
  const versions = users.filter((user) => ids.includes(user.id)).map(({ credentialsVersion }) => credentialsVersion);
  // The one that was under way when the process died may have been done twice: nobody can know.
  expect(versions.filter((version) => version !== 2).length).toBeLessThanOrEqual(1);
  const events = await after.source
    .getRepository(AuditEvent)
    .findBy({ requestId: id, action: 'user.signed_out_everywhere' });
  expect(new Set(events.map(({ targetId }) => targetId))).toEqual(new Set(ids));
  expect(events.length - TOTAL).toBeLessThanOrEqual(1);
  await after.close();
}, 120_000);

it('one whose process is killed between its row and its items has failed, and does nothing', async () => {
  const served = await onItsDatabase();
  const { token } = await aMachine(served, ['admin:users:read', 'admin:users:write']);
  const user = await aUser(served);
  await holdItems(served);

  const { child, url } = await aServer();
  const asked = ask(`${url}/api/v1/bulk/users`, token, { action: 'disable', ids: [user.id] }).catch(() => undefined);
  const operations = served.source.getRepository(BulkOperation);
  let row = await operations.findOneBy({ action: 'disable' });
  for (; row === null; row = await operations.findOneBy({ action: 'disable' })) await delay(20);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await asked).toBeUndefined();
  await letGo(served);
  expect(await served.source.getRepository(BulkItem).countBy({ operationId: row.id })).toBe(0);

  const now = async () => (await callApi(served, token, 'GET', `/bulk/users/${row.id}`)).body;
  expect(await now()).toMatchObject({ state: 'preparing', total: 1 });
  await forgetLeases(served);
  await served.app.get(Outbox).drain();
  expect(await now()).toMatchObject({ state: 'failed', stop_reason: 'never_started', done: 0, failed: 0 });
  expect((await served.source.getRepository(User).findOneByOrFail({ id: user.id })).status).toBe('active');
  await served.close();
});
