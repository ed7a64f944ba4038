import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { AuditComparison } from '../../src/audit/audit-comparison.service.js';
import { AuditRetention } from '../../src/audit/audit-retention.service.js';
import { AuditVerification } from '../../src/audit/audit-verification.service.js';
import { open, seal } from '../../src/crypto/seal.js';
import { type TestApp, startApp } from '../support/app.js';
import type { TestDatabase } from '../support/database.js';
import { createMigratedDatabase } from '../support/migrated-database.js';

let database: TestDatabase;
let one: TestApp;
let two: TestApp;
beforeEach(async () => {
  database = await createMigratedDatabase();
  one = await startApp({ database: database.settings });
  two = await startApp({ database: database.settings, secretKeys: one.settings.secretKeys });
});
afterEach(async () => {
  await one.close();
  await two.close();
  await database.drop();
});

const happen = async (served: TestApp, times: number) => {
  const target = { type: 'user', id: 'somebody' } as const;
  await Promise.all(
    Array.from({ length: times }, (_, number) =>
      served.app.get(AuditLog).record({ action: 'user.updated', target, details: { number, b: ['x'], a: null } }),
    ),
  );
};
const faults = async () => (await two.app.get(AuditVerification).verify()).faults;
const run = (sql: string, values: unknown[] = []) => one.source.query<unknown>(sql, values);
const remove = (event?: AuditEvent) => run('DELETE FROM audit_events WHERE id = ?', [event?.id]);

const notesOf = async (chain: number | undefined) =>
  (await run('SELECT last_seq, end_hash FROM audit_chains WHERE chain = ?', [chain])) as {
    last_seq: number;
    end_hash: Buffer;
  }[];

const exported = async () => one.source.getRepository(AuditEvent).find();
const compare = async (events: readonly AuditEvent[]) => two.app.get(AuditComparison).compare(each(events));

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** As a database of before has the key: with no word on whether the chains are sealed. */
async function unmarkAuditKey(): Promise<void> {
  const { secretKeys } = one.settings;
  const [row] = (await run("SELECT value FROM installation_secrets WHERE name = 'audit_key'")) as { value: string }[];
  const context = 'installation_secrets.value audit_key';
  const key = open(secretKeys, `${context} marked`, row?.value ?? '');
  await run("UPDATE installation_secrets SET value = ? WHERE name = 'audit_key'", [seal(secretKeys, context, key)]);
}

/** The chain that process one writes to, with its events. */
async function aChain(): Promise<AuditEvent[]> {
  await happen(one, 5);
  const events = await one.source.getRepository(AuditEvent).find({ order: { id: 'DESC' }, take: 1 });
  const chain = events[0]?.chain ?? -1;
  return one.source.getRepository(AuditEvent).find({ where: { chain }, order: { seq: 'ASC' } });
}

describe('the audit log', () => {
  it('is a valid chain, whatever two processes write at once', async () => {
    await Promise.all([happen(one, 40), happen(two, 40)]);
    const { events, faults: found } = await two.app.get(AuditVerification).verify();
    expect(found).toEqual([]);
    expect(events).toBeGreaterThanOrEqual(80);
  });

  it('is a valid chain when several processes write to the same one', async () => {
    const logs = [one, two].map(({ app }) => app.get(AuditLog));
    for (const log of logs) Reflect.set(log, 'chain', 3);
    await Promise.all(logs.flatMap((log) => Array.from({ length: 15 }, () => log.record({ action: 'user.updated' }))));
    expect(await faults()).toEqual([]);
    expect(await one.source.getRepository(AuditEvent).countBy({ chain: 3 })).toBeGreaterThanOrEqual(30);
  });

  it('shows that an event was changed, whichever column it is', async () => {
    const event = (await aChain()).at(-2) ?? new AuditEvent();
    const changes: Record<string, string> = {
      action: "'user.created'",
      outcome: "'failure'",
      actor_id: "'somebody-else'",
      target_id: "'somebody-else'",
      address: "'10.0.0.1'",
      occurred_at: 'occurred_at + 1',
      details: `'{"number":9}'`,
    };
    for (const [column, value] of Object.entries(changes)) {
      await run(`UPDATE audit_events SET ${column} = ${value} WHERE id = ?`, [event.id]);
      expect([column, await faults()]).toMatchObject([column, [{ kind: 'changed', id: event.id }]]);
      await one.source.getRepository(AuditEvent).save(event);
      expect(await faults()).toEqual([]);
    }
  });

  it('shows that one was removed: in the middle, at the beginning, at the end', async () => {
    const chain = await aChain();
    await remove(chain.at(-3));
    expect(await faults()).toMatchObject([{ kind: 'missing', seq: chain.at(-3)?.seq }]);
    await remove(chain.at(-1));
    expect(await faults()).toMatchObject([{ kind: 'missing' }, { kind: 'missing', seq: chain.at(-1)?.seq }]);
    await remove(chain[0]);
    expect(await faults()).toHaveLength(3);
  });

  it('shows that two changed places', async () => {
    const [a, b] = (await aChain()).slice(-3);
    await run('UPDATE audit_events SET seq = -1 WHERE id = ?', [a?.id]);
    await run('UPDATE audit_events SET seq = ? WHERE id = ?', [a?.seq, b?.id]);
    await run('UPDATE audit_events SET seq = ? WHERE id = ?', [b?.seq, a?.id]);
    expect((await faults()).length).toBeGreaterThanOrEqual(2);
  });

  it('shows one that was added by somebody without the key', async () => {
    const last = (await aChain()).at(-1);
    if (last === undefined) throw new Error('there is no event');
    const forged = Object.assign(new AuditEvent(), last, {
      id: '019ab4a2-7c1e-7d7a-9a53-0d6f6f2f8b11',
      seq: last.seq + 1,
      previousHash: last.hash,
    });
    await one.source.getRepository(AuditEvent).insert(forged);
    expect(await faults()).toMatchObject([{ kind: 'changed', id: forged.id }]);
  });

  it('shows that its beginning was moved', async () => {
    const [first, second] = await aChain();
    await run('DELETE FROM audit_events WHERE id = ?', [first?.id]);
    await run('UPDATE audit_chains SET first_seq = ?, first_previous_hash = ? WHERE chain = ?', [
      second?.seq,
      second?.previousHash,
      first?.chain,
    ]);
    expect(await faults()).toMatchObject([{ kind: 'moved_beginning' }]);
  });

  it('takes no harm from a process that died between the event and the note of the chain’s end', async () => {
    const chain = (await aChain()).at(-1)?.chain;
    const [note] = await notesOf(chain);
    await happen(one, 1);
    await run('UPDATE audit_chains SET last_seq = ?, end_hash = ? WHERE chain = ?', [
      note?.last_seq,
      note?.end_hash,
      chain,
    ]);
    expect(await faults()).toEqual([]);
    await happen(one, 1);
    expect(await faults()).toEqual([]);
  });

  it('shows that the newest was removed, also when another process goes on from there', async () => {
    const last = (await aChain()).at(-1);
    Reflect.set(two.app.get(AuditLog), 'chain', last?.chain);
    await remove(last);
    await happen(two, 2);
    expect(await faults()).toMatchObject([{ kind: 'missing', seq: last?.seq }]);
  });

  it('shows that the note of a chain was removed', async () => {
    const last = (await aChain()).at(-1);
    await run('DELETE FROM audit_chains WHERE chain = ?', [last?.chain]);
    expect(await faults()).toMatchObject([{ kind: 'missing_chain', chain: last?.chain }]);
  });

  it('shows that the newest was removed and the note of the end set back, also after the log went on', async () => {
    const last = (await aChain()).at(-1);
    await remove(last);
    await run('UPDATE audit_chains SET last_seq = last_seq - 1 WHERE chain = ?', [last?.chain]);
    expect(await faults()).toMatchObject([{ kind: 'moved_end', chain: last?.chain }]);
    Reflect.set(two.app.get(AuditLog), 'chain', last?.chain);
    await happen(two, 2);
    expect(await faults()).toMatchObject([{ kind: 'missing', seq: last?.seq }]);
  });

  it('shows that a whole chain was removed, also after the log went on', async () => {
    const { chain } = (await aChain())[0] ?? {};
    await run('DELETE FROM audit_events WHERE chain = ?', [chain]);
    await run('DELETE FROM audit_chains WHERE chain = ?', [chain]);
    expect(await faults()).toMatchObject([{ kind: 'missing_chain', chain }]);
    Reflect.set(two.app.get(AuditLog), 'chain', chain);
    await happen(two, 2);
    expect(await faults()).toMatchObject([{ kind: 'missing', chain, seq: 1 }]);
  });

  it('shows that all of it was removed, also that a seal was taken off', async () => {
    await aChain();
    await run('DELETE FROM audit_events');
    await run('UPDATE audit_chains SET end_hash = NULL WHERE chain = 0');
    expect(await faults()).toContainEqual({ kind: 'moved_end', chain: 0, seq: expect.any(Number) });
    await run('DELETE FROM audit_chains');
    expect((await faults()).map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'missing_chain'));
  });

  it('of a database of before is sealed when it is next used: from then on the same is found', async () => {
    const { chain } = (await aChain())[0] ?? {};
    await run('UPDATE audit_chains SET end_hash = NULL');
    await run('DELETE FROM audit_chains WHERE last_seq = 0');
    await unmarkAuditKey();
    const three = await startApp({ database: database.settings, secretKeys: one.settings.secretKeys });
    try {
      expect((await three.app.get(AuditVerification).verify()).faults).toEqual([]);
    } finally {
      await three.close();
    }
    expect(await run('SELECT chain FROM audit_chains WHERE end_hash IS NOT NULL')).toHaveLength(8);
    await run('UPDATE audit_chains SET end_hash = NULL WHERE chain = ?', [chain]);
    expect(await faults()).toMatchObject([{ kind: 'moved_end', chain }]);
  });

  describe('held against an export', () => {
    it('is the same, however much was written since', async () => {
      const events = [...(await aChain()), ...(await exported())];
      await happen(one, 3);
      expect(await compare(events)).toEqual({ events: events.length, faults: [] });
    });

    it('shows an old copy of the whole database', async () => {
      const last = (await aChain()).at(-1);
      const copies = await notesOf(last?.chain);
      await happen(one, 2);
      const events = await exported();
      const newest = events.filter(({ chain, seq }) => chain === last?.chain && seq > last.seq);
      await run('DELETE FROM audit_events WHERE chain = ? AND seq > ?', [last?.chain, last?.seq]);
      await run('UPDATE audit_chains SET last_seq = ?, end_hash = ? WHERE chain = ?', [
        copies[0]?.last_seq,
        copies[0]?.end_hash,
        last?.chain,
      ]);
      expect(await faults()).toEqual([]);
      expect((await compare(events)).faults).toEqual(
        newest.map(({ id, chain, seq }) => ({ kind: 'gone', chain, seq, id })),
      );
    });

    it('shows another event in the place of one', async () => {
      const event = (await aChain()).at(-1) ?? new AuditEvent();
      const other = Object.assign(new AuditEvent(), event, { hash: Buffer.alloc(32, 1) });
      expect((await compare([other])).faults).toMatchObject([{ kind: 'different', id: event.id }]);
    });

    it('misses nothing that retention has let go, but what leads to no beginning of ours', async () => {
      const events = await aChain();
      await one.app.get(AuditRetention).run(0);
      expect((await compare(events)).faults).toEqual([]);
      const last = events.at(-1) ?? new AuditEvent();
      const other = Object.assign(new AuditEvent(), last, { hash: Buffer.alloc(32, 1) });
      expect((await compare([other])).faults).toMatchObject([{ kind: 'gone', id: last.id }]);
    });
  });

  describe('retention', () => {
    const YEARS_AGO = new Date('2020-01-01T00:00:00Z');
    afterEach(() => void vi.useRealTimers());

    /** Events of long ago, and some of now, in one chain of process one. */
    async function anOldChain(): Promise<AuditEvent[]> {
      Reflect.set(one.app.get(AuditLog), 'chain', 5);
      Reflect.set(one.app.get(AuditLog), 'end', undefined);
      vi.useFakeTimers({ toFake: ['Date'], now: YEARS_AGO });
      await happen(one, 4);
      vi.useRealTimers();
      await happen(one, 2);
      return one.source.getRepository(AuditEvent).find({ where: { chain: 5 }, order: { seq: 'ASC' } });
    }

    it('lets old events go from the beginning, and the rest can be verified as before', async () => {
      const chain = await anOldChain();
      expect(await one.app.get(AuditRetention).run(365)).toBe(4);
      expect(await faults()).toEqual([]);
      await happen(one, 2);
      expect(await faults()).toEqual([]);
      expect(await one.source.getRepository(AuditEvent).findOneBy({ id: chain[0]?.id ?? '' })).toBeNull();
    });

    it('goes on after all of it was let go', async () => {
      await anOldChain();
      await one.app.get(AuditRetention).run(0);
      expect(await one.source.getRepository(AuditEvent).count()).toBe(0);
      await happen(one, 2);
      await happen(two, 2);
      expect(await faults()).toEqual([]);
    });

    it('lets nothing go that was made to look old: the trace stays', async () => {
      const event = (await anOldChain()).at(-2);
      await run('UPDATE audit_events SET occurred_at = 1 WHERE id = ?', [event?.id]);
      expect(await one.app.get(AuditRetention).run(365)).toBe(4);
      expect(await faults()).toMatchObject([{ kind: 'changed', id: event?.id }]);
    });

    it('lets nothing go from a beginning that was moved: the trace stays', async () => {
      const [first, second] = await anOldChain();
      await remove(first);
      await run('UPDATE audit_chains SET first_seq = ?, first_previous_hash = ? WHERE chain = 5', [
        second?.seq,
        second?.previousHash,
      ]);
      await one.app.get(AuditRetention).run(365);
      expect(await faults()).toContainEqual({ kind: 'moved_beginning', chain: 5, seq: second?.seq });
    });

    it('lets nothing go after a gap: the trace stays', async () => {
      const chain = await anOldChain();
      await remove(chain[1]);
      expect(await one.app.get(AuditRetention).run(365)).toBe(1);
      expect(await faults()).toMatchObject([{ kind: 'missing', seq: chain[1]?.seq }]);
    });
  });
});
