import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CleanUpService } from '../../src/operations/clean-up.service.js';
import type { Deliver, ReceiverOf } from '../../src/outbox/delivery-lane.js';
import type { JsonObject } from '../../src/outbox/json.js';
import { OutboxGiveUp } from '../../src/outbox/outbox-give-up.js';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import { OutboxRetry } from '../../src/outbox/outbox-retry.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { OutboxStore } from '../../src/outbox/outbox.store.js';
import { type TestApp, startApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/*
 * Two processes on one database: each has its own connections, caches, timers and queue, as on two machines.
 */

const MESSAGES = 200;
/** One at once and one after each wait (src/outbox/backoff.ts). */
const MOST_ATTEMPTS = 9;
/** A machine that does much else is slow. */
const PATIENTLY = { timeout: 30_000 };

let database: TestDatabase;
let one: TestApp;
let two: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  one = await startApp({ database: database.settings });
  two = await startApp({ database: database.settings, secretKeys: one.settings.secretKeys });
});
afterAll(async () => {
  await one.close();
  await two.close();
  await database.drop();
});

let kinds = 0;

/** A kind of message of its own for each test, delivered by the given processes. */
function aKind<T = JsonObject>(
  deliver: Deliver<T>,
  processes: readonly TestApp[] = [one],
  receiverOf?: ReceiverOf<T>,
): string {
  kinds += 1;
  const kind = `test-${kinds}`;
  for (const { app } of processes) app.get(Outbox).handle(kind, deliver, receiverOf && { receiverOf });
  return kind;
}

/** A kind with many receivers, of which one hangs until it is let go. Messages say which: `{ to, number }`. */
function aKindWithOneThatHangs() {
  const hangs = Promise.withResolvers<void>();
  const tries = { quick: 0, slow: 0 };
  const kind = aKind<{ to: keyof typeof tries }>(
    async ({ to }) => {
      tries[to] += 1;
      if (to === 'slow') await hangs.promise;
    },
    [one],
    ({ to }) => to,
  );
  return { kind, tries, letGo: hangs.resolve };
}

const messagesTo = (to: string, count: number) => Array.from({ length: count }, (_, number) => ({ to, number }));

const rowsOf = (kind: string) => one.source.getRepository(OutboxMessage).findBy({ kind });

/** The wait is over, or the lease of a process that died. */
async function makeDue(kind: string): Promise<void> {
  await one.source.query('UPDATE outbox SET next_attempt_at = 1 WHERE kind = ? AND next_attempt_at IS NOT NULL', [
    kind,
  ]);
}

async function tryUntilOver(kind: string): Promise<OutboxMessage | undefined> {
  for (;;) {
    const [row] = await rowsOf(kind);
    if (row === undefined || row.nextAttemptAt === null) return row;
    await makeDue(kind);
    await one.app.get(Outbox).drain();
  }
}

describe('a message of the outbox', () => {
  it('is delivered at once with what it says, and its row goes', async () => {
    const got: unknown[] = [];
    const kind = aKind(async (payload, attempt) => void got.push({ payload, attempt }));
    await one.app.get(Outbox).enqueue(kind, { to: 'ada', list: [1, { two: null }] });
    await one.app.get(Outbox).drain();
    expect(got).toEqual([{ payload: { to: 'ada', list: [1, { two: null }] }, attempt: 1 }]);
    expect(await rowsOf(kind)).toEqual([]);
  });

  it('is sealed in its row', async () => {
    const kind = 'nobody-delivers-this';
    await one.app.get(Outbox).enqueue(kind, { secret: 'a link that signs in' });
    await one.app.get(Outbox).drain();
    const [row] = await rowsOf(kind);
    expect(row).toMatchObject({ attempts: 0, claim: null, lastError: null, expiresAt: null });
    expect(row?.payload).toMatch(/^v1\.[\w-]+\.[\w-]+$/);
    expect(JSON.stringify(row)).not.toContain('signs in');
  });

  it('does not open in another row', async () => {
    const got: unknown[] = [];
    await one.app.get(Outbox).enqueue('elsewhere', { secret: 'x' });
    const [elsewhere] = await rowsOf('elsewhere');
    const kind = aKind(async (payload) => void got.push(payload));
    await one.source
      .getRepository(OutboxMessage)
      .update({ kind: 'elsewhere' }, { kind, payload: elsewhere?.payload ?? '' });
    await one.app.get(Outbox).drain();
    expect(got).toEqual([]);
    expect(await rowsOf(kind)).toMatchObject([{ nextAttemptAt: null, lastError: expect.stringContaining('opened') }]);
  });

  it('keeps nobody waiting who enqueues it', async () => {
    const arrived = Promise.withResolvers<void>();
    const kind = aKind(() => arrived.promise);
    await one.app.get(Outbox).enqueue(kind, {});
    arrived.resolve();
    await one.app.get(Outbox).drain();
    expect(await rowsOf(kind)).toEqual([]);
  });
});

describe('two processes on one database', () => {
  it(`deliver each of ${MESSAGES} messages once`, async () => {
    const got: string[] = [];
    const kind = aKind(async (_payload, _attempt, id) => void got.push(id), [one, two]);
    const payloads = Array.from({ length: MESSAGES }, (_, number) => ({ number }));
    const half = MESSAGES / 2;
    await Promise.all([
      one.app.get(Outbox).enqueueAll(kind, payloads.slice(0, half)),
      two.app.get(Outbox).enqueueAll(kind, payloads.slice(half)),
    ]);
    await Promise.all([one, two].map(({ app }) => app.get(Outbox).drain()));
    expect(got).toHaveLength(MESSAGES);
    expect(new Set(got).size).toBe(MESSAGES);
    expect(await rowsOf(kind)).toEqual([]);
  });

  it('claim a message for one of them', async () => {
    const stores = [one, two].map(({ app }) => app.get(OutboxStore));
    const kind = 'claimed-at-once';
    await one.app.get(Outbox).enqueue(kind, {});
    const [found] = await one.app.get(OutboxStore).due(kind);
    if (found === undefined) throw new Error('the message is not due');
    const claims = await Promise.all([...stores, ...stores].map((store) => store.claim(found)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it('take over from one that died between claim and delivery, whose late word no longer counts', async () => {
    const attempts: number[] = [];
    const outcome = { fails: true };
    const kind = aKind(
      async (_payload, attempt) => {
        attempts.push(attempt);
        if (outcome.fails) throw new OutboxRetry('not yet');
      },
      [two],
    );
    const dead = one.app.get(OutboxStore);
    await one.app.get(Outbox).enqueue(kind, {});
    const [found] = await dead.due(kind);
    const claim = found && (await dead.claim(found));
    if (claim === undefined) throw new Error('the message could not be claimed');
    expect(await two.app.get(Outbox).drain()).toBe(0);
    expect(attempts).toEqual([]);
    await makeDue(kind);
    await two.app.get(Outbox).drain();
    expect(attempts).toEqual([2]);
    await dead.remove(claim);
    await dead.bury(claim, 'late');
    expect(await rowsOf(kind)).toMatchObject([{ attempts: 2, lastError: 'not yet' }]);
    outcome.fails = false;
    await makeDue(kind);
    expect(await two.app.get(Outbox).drain()).toBe(1);
    expect(await rowsOf(kind)).toEqual([]);
  });
});

describe('a message that does not arrive', () => {
  it('is tried again later, the same message, until it does', async () => {
    const ids: string[] = [];
    const kind = aKind(async (_payload, attempt, id) => {
      ids.push(id);
      if (attempt < 4) throw new Error('connect ECONNREFUSED secret.example');
    });
    await one.app.get(Outbox).enqueue(kind, {});
    await one.app.get(Outbox).drain();
    const [row] = await rowsOf(kind);
    expect(row).toMatchObject({ attempts: 1, claim: null, lastError: 'Error' });
    expect(Number(row?.nextAttemptAt)).toBeGreaterThan(Number(row?.createdAt) + 3_999);
    expect(await tryUntilOver(kind)).toBeUndefined();
    expect(ids).toEqual(Array.from({ length: 4 }, () => row?.id));
  });

  it('is dead after the last wait, stays to be explained, and is cleaned up', async () => {
    let attempts = 0;
    const kind = aKind(async () => {
      attempts += 1;
      throw new OutboxRetry('the receiver answers 503');
    });
    await one.app.get(Outbox).enqueue(kind, {});
    const dead = await tryUntilOver(kind);
    expect(attempts).toBe(MOST_ATTEMPTS);
    expect(dead).toMatchObject({ attempts, claim: null, lastError: 'the receiver answers 503' });
    await one.app.get(CleanUpService).run();
    expect(await rowsOf(kind)).toHaveLength(1);
    await one.source.query('UPDATE outbox SET expires_at = 1 WHERE kind = ?', [kind]);
    await one.app.get(CleanUpService).run();
    expect(await rowsOf(kind)).toEqual([]);
  });

  it('is dead at once when no repeat can help', async () => {
    const kind = aKind(async () => {
      throw new OutboxGiveUp('the receiver says no');
    });
    await one.app.get(Outbox).enqueue(kind, {});
    await one.app.get(Outbox).drain();
    expect(await rowsOf(kind)).toMatchObject([{ attempts: 1, nextAttemptAt: null, lastError: 'the receiver says no' }]);
  });

  it('does not hold up the others', async () => {
    const got: unknown[] = [];
    const kind = aKind(async ({ number }) => {
      if (number === 0) throw new Error('no');
      got.push(number);
    });
    await one.app.get(Outbox).enqueueAll(kind, [{ number: 0 }, { number: 1 }, { number: 2 }]);
    await one.app.get(Outbox).drain();
    expect(new Set(got)).toEqual(new Set([1, 2]));
  });
});

describe('a receiver that hangs', () => {
  it('holds two attempts, costs its other messages none, and keeps nobody else waiting', async () => {
    const { kind, tries, letGo } = aKindWithOneThatHangs();
    await one.app.get(Outbox).enqueueAll(kind, [...messagesTo('slow', 120), ...messagesTo('quick', 60)]);
    const drained = one.app.get(Outbox).drain();
    await expect.poll(() => tries.quick, PATIENTLY).toBe(60);
    expect(tries.slow).toBe(2);
    const attempts = (await rowsOf(kind)).map((row) => row.attempts);
    expect(attempts.filter((count) => count > 0)).toHaveLength(2);
    letGo();
    await drained;
    expect(tries).toEqual({ quick: 60, slow: 120 });
    expect(await rowsOf(kind)).toEqual([]);
  });

  it.each([60, 1_500])('is passed over in few statements, with %i messages due as with any number', async (count) => {
    const { kind, tries, letGo } = aKindWithOneThatHangs();
    const { reads } = await one.statements.during(async () => {
      await one.app.get(Outbox).enqueueAll(kind, [...messagesTo('slow', count), ...messagesTo('quick', 1)]);
      await expect.poll(() => tries, PATIENTLY).toEqual({ quick: 1, slow: 2 });
    });
    // Two, but for other lanes and a look in between: not one for each fifty messages.
    expect(reads.filter((read) => /payload.* FROM .outbox/s.test(read)).length).toBeLessThan(10);
    await one.source.getRepository(OutboxMessage).delete({ kind });
    letGo();
    await one.app.get(Outbox).drain();
  });

  it('keeps no message waiting that comes later, of its kind or of another', async () => {
    const { kind, tries, letGo } = aKindWithOneThatHangs();
    const got: unknown[] = [];
    const other = aKind(async (payload) => void got.push(payload));
    await one.app.get(Outbox).enqueueAll(kind, messagesTo('slow', 3));
    await expect.poll(() => tries.slow, PATIENTLY).toBe(2);
    await one.app.get(Outbox).enqueueAll(kind, messagesTo('quick', 1));
    await one.app.get(Outbox).enqueue(other, {});
    await expect.poll(() => [tries.quick, got.length], PATIENTLY).toEqual([1, 1]);
    letGo();
    await expect.poll(() => rowsOf(kind), PATIENTLY).toEqual([]);
  });
});
