import { setTimeout as delay } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import PQueue from 'p-queue';
import { v7 } from 'uuid';
import { type Actor, currentOrigin, type Origin } from '../http/origin.js';
import type { AuditAction, AuditTargetType } from './audit-actions.js';
import type { AuditDetails, AuditEvent } from './audit-event.entity.js';
import { CHAINS } from './audit-chain.entity.js';
import { AuditChains } from './audit-chains.store.js';
import { AuditFeed } from './audit-feed.service.js';
import { eventHash } from './audit-hash.js';
import { AuditStore, type ChainEnd } from './audit.store.js';

/** Events that are written in one statement. */
const BATCH = 100;
const MAX_TRIES = 100;
const MAX_USER_AGENT = 255;

/** What is written down of something that happened. Where it came from is known already. */
export interface AuditRecord {
  readonly action: AuditAction;
  readonly target?: { readonly type: AuditTargetType; readonly id: string };
  /** Whoever has proved who they are, unless said otherwise. */
  readonly actor?: Actor;
  /** Why it failed, in a word; absent when it did not. */
  readonly failure?: string;
  /** Nothing secret, and nothing that a person typed. */
  readonly details?: AuditDetails;
}

type UnplacedEvent = Omit<AuditEvent, 'chain' | 'seq' | 'previousHash' | 'hash'>;

/**
 * Writes down who did what, on what, from where (docs/adr/0042). What cannot be written down fails: the caller records
 * before it answers.
 */
@Injectable()
export class AuditLog {
  private readonly chain = randomInt(CHAINS);
  /** One event at a time in this process, so that none of ours takes another one's place. */
  private readonly queue = new PQueue({ concurrency: 1 });
  private end: ChainEnd | undefined;
  private readonly observers: ((record: AuditRecord) => void)[] = [];

  constructor(
    private readonly store: AuditStore,
    private readonly chains: AuditChains,
    private readonly feed: AuditFeed,
  ) {}

  /** Two statements, once the process knows the end of its chain. */
  record(record: AuditRecord): Promise<void> {
    return this.recordAll([record]);
  }

  /** The same for several things that happened at once: two statements for each hundred of them. */
  async recordAll(records: readonly AuditRecord[]): Promise<void> {
    const { actor, ...origin } = currentOrigin();
    for (let first = 0; first < records.length; first += BATCH) {
      const batch = records.slice(first, first + BATCH);
      const events = batch.map((record) => eventOf(record, record.actor ?? actor, origin));
      await this.queue.add(() => this.append(events));
      for (const record of batch) for (const observe of this.observers) observe(record);
    }
  }

  /** Tells of everything that this process writes down, after it did. An observer must not fail. */
  observe(observer: (record: AuditRecord) => void): void {
    this.observers.push(observer);
  }

  /** Reads its key once, so that nothing is done that could not be written down. */
  async prepare(): Promise<void> {
    await this.chains.key();
  }

  /** After the loss of SECRET_KEY, when an operator replaces what it sealed: the log must go on. */
  replaceLostKey(): Promise<void> {
    return this.chains.replaceLostKey();
  }

  private async append(events: readonly UnplacedEvent[]): Promise<void> {
    const key = await this.chains.key();
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const placed = follow(key, this.end ?? (await this.store.end(this.chain)), events, this.chain);
      const last = placed.at(-1);
      if (last === undefined) return;
      if (await this.store.append(placed)) {
        this.end = last;
        this.feed.announce();
        return this.chains.noteEnd(this.chain, last.seq);
      }
      this.end = undefined;
      // Another process writes to the same chain: whoever waits a moment of chance gets in.
      await delay(Math.random() * Math.min(tries, 20));
    }
    throw new Error('an audit event found no place in its chain');
  }
}

/** The events in their places behind the end of a chain. */
function follow(key: Buffer, end: ChainEnd, events: readonly UnplacedEvent[], chain: number): AuditEvent[] {
  let { seq, hash } = end;
  return events.map((event) => {
    const placed = { ...event, chain, seq: seq + 1, previousHash: hash };
    ({ seq, hash } = { seq: placed.seq, hash: eventHash(key, placed) });
    return { ...placed, hash };
  });
}

function eventOf(
  { action, target, failure, details = {} }: AuditRecord,
  actor: Actor,
  origin: Omit<Origin, 'actor'>,
): UnplacedEvent {
  return {
    id: v7(),
    occurredAt: new Date(),
    action,
    outcome: failure === undefined ? 'success' : 'failure',
    reason: failure ?? null,
    actorType: actor.type,
    actorId: actor.id ?? null,
    targetType: target?.type ?? null,
    targetId: target?.id ?? null,
    ...placeOf(origin),
    details,
  };
}

function placeOf({ address, userAgent, requestId }: Omit<Origin, 'actor'>) {
  return {
    address: address ?? null,
    userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
    requestId: requestId ?? null,
  };
}
