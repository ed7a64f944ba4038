import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { UserImports } from '../../src/import/user-imports.service.js';
import { ADMIN_SCOPES } from '../../src/protocol/admin-scope.js';
import { AccessToken } from '../../src/token/access-token.entity.js';
import { Grant } from '../../src/token/grant.entity.js';
import { User } from '../../src/users/user.entity.js';
import { WebhookDeliveryStore } from '../../src/webhooks/webhook-delivery.store.js';
import { WebhookDispatch } from '../../src/webhooks/webhook-dispatch.service.js';
import { aMachine, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { openApiOf, operationsOf } from '../support/openapi.js';
import { aWebhook } from '../support/webhooks.js';
import { anInitialToken } from '../support/registration.js';
import { someTokens } from '../support/tokens.js';

const [USERS, CLIENTS, GRANTS, AT_ONCE] = [100_000, 10_000, 10_000, 500];

let served: TestApp;
let token: string;
/** What stands for the parameters of the lists' paths. */
let webhookId: string;
let importId: string;
beforeAll(async () => {
  served = await startApp();
  const content = Buffer.from(`username,email${'\nx,y'.repeat(30)}`);
  const order = { name: 'x', format: 'csv', isDryRun: true } as const;
  importId = (await served.app.get(UserImports).beginUpload(order, { content, isLast: true })).id;
  ({ token } = await aMachine(served, ADMIN_SCOPES));
  webhookId = (await aWebhook(served)).webhook.id;
  // What it does in the background is not counted.
  await served.app.get(WebhookDispatch).onModuleDestroy();
  for (let count = 0; count < 10; count += 1) await aBrowserOf(served, await aUser(served));
});
afterAll(() => served.close());

/** Rows like one that is there, many at a time. */
async function copies<T extends User | Client | Grant | AccessToken>(
  entity: new () => T,
  total: number,
  differing: (number: number) => Partial<T>,
): Promise<void> {
  const repository = served.source.getRepository<User | Client | Grant | AccessToken>(entity);
  const metadata = served.source.getMetadata(entity);
  const original = await repository
    .createQueryBuilder('one')
    .addSelect(metadata.columns.filter(({ isSelect }) => !isSelect).map(({ propertyName }) => `one.${propertyName}`))
    .getOneOrFail();
  for (let from = 0; from < total; from += AT_ONCE) {
    const rows = Array.from({ length: AT_ONCE }, (_, index) =>
      Object.assign({}, original, { id: v7() }, differing(from + index)),
    );
    await repository.createQueryBuilder().insert().values(rows).updateEntity(false).execute();
  }
}

/** With something of its own in place of each parameter. */
function pathOf(path: string, clientId: string): string {
  return path
    .replace('/clients/{id}', `/clients/${clientId}`)
    .replace('/webhooks/{id}', `/webhooks/${webhookId}`)
    .replace('/user-imports/{id}', `/user-imports/${importId}`)
    .replace('/user-imports/{id}', `/user-imports/${importId}`);
}

/** What each list costs in statements, by its operation. */
async function costs(clientId: string): Promise<Record<string, number>> {
  const lists = operationsOf(await openApiOf(served)).filter(({ id }) => id.startsWith('list'));
  const found: Record<string, number> = {};
  for (const { id, path, parameters } of lists) {
    const query = parameters.some(({ name }) => name === 'limit') ? '?limit=20' : '';
    const { all } = await served.statements.during(async () => {
      const { status, body } = await callApi(served, token, 'GET', `${pathOf(path, clientId)}${query}`);
      if (status !== 200) throw new Error(`${id} answered ${status}`);
      const { next } = body as { next: string | null };
      if (next === null) return;
      const second = await callApi(served, token, 'GET', `${pathOf(path, clientId)}?limit=20&cursor=${next}`);
      if (second.status !== 200) throw new Error(`the second page of ${id} answered ${second.status}`);
    });
    found[id] = all.length;
  }
  return found;
}

it(`every list costs as many statements a page with ${USERS} users and ${CLIENTS} apps as with a few`, async () => {
  const { clientId } = await aClient(served);
  // So many that there is a second page already.
  for (let count = 0; count < 25; count += 1) {
    await aBrowserOf(served, await aUser(served));
    await aClient(served);
    await aWebhook(served);
    await someTokens(served);
    await anInitialToken(served);
  }
  const deliveries = served.app.get(WebhookDeliveryStore);
  const someDeliveries = (total: number) =>
    deliveries.create(
      webhookId,
      Array.from({ length: total }, () => ({ eventId: v7(), type: 'user.created', payload: '{}' })),
      'held for a test',
    );
  await someDeliveries(25);
  // The first request of all begins the caller's counter.
  await costs(clientId);
  const few = await costs(clientId);
  await copies(User, USERS, (number) => ({
    username: `many${number}`,
    usernameKey: `many${number}`,
    email: `many${number}@example.com`,
    emailKey: `many${number}@example.com`,
    employeeId: `many-${number}`,
    picture: null,
  }));
  await copies(Client, CLIENTS, (number) => ({ clientId: `client_many${number}`, logo: null }));
  await someDeliveries(AT_ONCE);
  await copies(Grant, GRANTS, () => ({ codeDigest: randomBytes(32) }));
  await copies(AccessToken, GRANTS, () => ({ digest: randomBytes(32) }));
  expect(await served.source.getRepository(User).count()).toBeGreaterThan(USERS);
  expect(await costs(clientId)).toEqual(few);
  expect(Object.keys(few).length).toBeGreaterThanOrEqual(5);
}, 300_000);
