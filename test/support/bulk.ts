import { IsNull, Not } from 'typeorm';
import { v7 } from 'uuid';
import { BulkItem } from '../../src/bulk/bulk-item.entity.js';
import { BulkOperation } from '../../src/bulk/bulk-operation.entity.js';
import { BulkUpkeep } from '../../src/bulk/bulk-upkeep.service.js';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import { User } from '../../src/users/user.entity.js';
import type { TestApp } from './app.js';
import { isMariadb } from './database.js';

/** A bulk operation that nobody has begun to work on, of an app that is gone. @returns its id */
export async function aBulkOperation({ source }: TestApp, resource = 'users'): Promise<string> {
  const id = v7();
  const starter = { type: 'client', id: 'client_gone', scopes: [], credentialsVersion: null } as const;
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
  const row = { id, resource, action: resource === 'users' ? 'enable' : 'verify', options: {}, starter, total: 1 };
  const claimedUntil = new Date(Date.now() + 3_600_000);
  await source.getRepository(BulkOperation).insert({ ...row, ...times, claimedUntil, state: 'running' });
  await source.getRepository(BulkItem).insert({ operationId: id, position: 0, target: v7(), state: 'waiting' });
  return id;
}

/** Users like one that is there, many at a time, without the cost of their passwords. @returns their ids */
export async function manyUsers({ source }: TestApp, like: Pick<User, 'id'>, count: number): Promise<string[]> {
  const users = source.getRepository(User);
  const original = await users
    .createQueryBuilder('user')
    .addSelect('user.passwordHash')
    .where({ id: like.id })
    .getOneOrFail();
  const rows = Array.from({ length: count }, () => {
    const id = v7();
    const email = `${id}@example.com`;
    const unique = { id, username: id, usernameKey: id, email, emailKey: email, employeeId: id, picture: null };
    return Object.assign({}, original, unique);
  });
  await users.createQueryBuilder().insert().values(rows).updateEntity(false).execute();
  return rows.map(({ id }) => id);
}

/** As if so much time had passed that nobody waits for a process that died: what it left is found. */
export async function forgetLeases({ app, source }: TestApp): Promise<void> {
  await source.getRepository(OutboxMessage).updateAll({ nextAttemptAt: new Date(0) });
  await source.getRepository(BulkOperation).update({ claimedUntil: Not(IsNull()) }, { claimedUntil: new Date(0) });
  await source.getRepository(BulkItem).update({ state: 'working' }, { claimedUntil: new Date(0) });
  await app.get(BulkUpkeep).run();
}

/** From now on whoever writes items down waits, until `letGo`. */
export async function holdItems({ source }: TestApp): Promise<void> {
  const forLong = isMariadb
    ? 'FOR EACH ROW SET @held = SLEEP(600)'
    : `BEGIN SELECT COUNT(*) FROM ${['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `sqlite_schema ${name}`).join()}; END`;
  await source.query(`CREATE TRIGGER held BEFORE INSERT ON bulk_items ${forLong}`);
}

/** Once the process that waited has died. */
export async function letGo({ source }: TestApp): Promise<void> {
  if (isMariadb) {
    // The server of the database notices late that nobody waits for the answer.
    const waiting = await source.query<{ id: unknown }[]>(
      "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND info = 'SET @held = SLEEP(600)'",
    );
    for (const { id } of waiting) await source.query(`KILL ${Number(id)}`);
  }
  await source.query('DROP TRIGGER held');
}
