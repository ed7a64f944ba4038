import { Injectable } from '@nestjs/common';
import { equalDigests } from '../crypto/digest.js';
import { type AuditChain, CHAINS } from './audit-chain.entity.js';
import { AuditChains, hasOwnBeginning, hasOwnEnd } from './audit-chains.store.js';
import type { AuditEvent } from './audit-event.entity.js';
import { isAsWritten } from './audit-hash.js';
import { AuditStore } from './audit.store.js';

/** Something that is not as it was written. */
export interface AuditFault {
  readonly kind: 'changed' | 'missing' | 'missing_chain' | 'moved_beginning' | 'moved_end' | 'gone' | 'different';
  readonly chain: number;
  /** Number of the event; of the first one, where several are missing. */
  readonly seq: number;
  readonly id?: string;
}

export interface AuditReport {
  readonly events: number;
  readonly faults: readonly AuditFault[];
}

const BATCH = 500;

/** Finds events that were changed, added by somebody without the key, or removed. */
@Injectable()
export class AuditVerification {
  constructor(
    private readonly store: AuditStore,
    private readonly chains: AuditChains,
  ) {}

  /** @param onProgress told how many events were looked at */
  async verify(onProgress: (events: number) => void = () => undefined): Promise<AuditReport> {
    const key = await this.chains.key();
    const all = Array.from({ length: CHAINS }, (_none, chain) => chain);
    const faults: AuditFault[] = [];
    let events = 0;
    for (const chain of new Set([...all, ...(await this.store.usedChains())])) {
      faults.push(...(await this.ofChain(key, chain, () => onProgress((events += 1)))));
    }
    return { events, faults };
  }

  /** Looks again when retention has moved the beginning meanwhile. */
  private async ofChain(key: Buffer, number: number, onEvent: () => void): Promise<AuditFault[]> {
    for (;;) {
      const chain = await this.chains.find(number);
      // Somebody removed it, and where it began and ended with it.
      if (chain === null) return [{ kind: 'missing_chain', chain: number, seq: 1 }];
      const faults: AuditFault[] = [];
      for await (const fault of this.faultsOf(key, chain, onEvent)) faults.push(fault);
      if (faults.length === 0 || (await this.chains.find(number))?.firstSeq === chain.firstSeq) return faults;
    }
  }

  private async *faultsOf(key: Buffer, chain: AuditChain, onEvent: () => void): AsyncGenerator<AuditFault> {
    const { chain: number, firstSeq, firstPreviousHash, lastSeq } = chain;
    if (!hasOwnBeginning(key, chain)) yield { kind: 'moved_beginning', chain: number, seq: firstSeq };
    if (!hasOwnEnd(key, chain)) yield { kind: 'moved_end', chain: number, seq: lastSeq };
    let expected = { seq: firstSeq, hash: firstPreviousHash };
    for await (const event of this.events(number)) {
      onEvent();
      // A process that died while it shortened the chain leaves some behind.
      const isLeftover = event.seq < firstSeq;
      yield* judged(key, event, isLeftover ? { seq: event.seq, hash: event.previousHash } : expected);
      if (!isLeftover) expected = { seq: event.seq + 1, hash: event.hash };
    }
    if (expected.seq <= lastSeq) yield { kind: 'missing', chain: number, seq: expected.seq };
  }

  /** All that there is, also what lies before the beginning. */
  private async *events(chain: number): AsyncGenerator<AuditEvent> {
    let from = 0;
    for (;;) {
      const events = await this.store.run(chain, from, BATCH);
      yield* events;
      const last = events.at(-1);
      if (last === undefined || events.length < BATCH) return;
      from = last.seq + 1;
    }
  }
}

function* judged(key: Buffer, event: AuditEvent, expected: { seq: number; hash: Buffer }): Generator<AuditFault> {
  const { chain, seq, id } = event;
  const follows = seq === expected.seq && equalDigests(event.previousHash, expected.hash);
  if (seq > expected.seq) yield { kind: 'missing', chain, seq: expected.seq };
  if (!isAsWritten(key, event) || (seq <= expected.seq && !follows)) yield { kind: 'changed', chain, seq, id };
}
