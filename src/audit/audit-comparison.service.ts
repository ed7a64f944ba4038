import { Injectable } from '@nestjs/common';
import type { AuditChain } from './audit-chain.entity.js';
import { AuditChains, hasOwnBeginning } from './audit-chains.store.js';
import type { AuditEvent } from './audit-event.entity.js';
import type { AuditFault } from './audit-verification.service.js';
import { AuditStore } from './audit.store.js';

/** The place and the hash of an event, as an export has them. */
export type ExportedEvent = Pick<AuditEvent, 'id' | 'chain' | 'seq' | 'hash'>;

const BATCH = 500;

/** Holds an earlier export against the log: also who restores an old copy of all of it is found. */
@Injectable()
export class AuditComparison {
  constructor(
    private readonly store: AuditStore,
    private readonly chains: AuditChains,
  ) {}

  /**
   * What retention has let go since is no fault.
   * @returns how many events the export has, and those that are not in the log any more, or not the same
   */
  async compare(exported: AsyncIterable<ExportedEvent>): Promise<{ events: number; faults: AuditFault[] }> {
    const faults: AuditFault[] = [];
    let events = 0;
    for await (const batch of inBatches(exported)) {
      events += batch.length;
      faults.push(...(await this.faultsOf(batch)));
    }
    return { events, faults };
  }

  private async faultsOf(batch: readonly ExportedEvent[]): Promise<AuditFault[]> {
    const found = await this.store.placed(batch.map(({ id }) => id));
    const byId = new Map(found.map((event) => [event.id, event]));
    // Read after the events, so that what retention takes meanwhile is known to be gone.
    const [key, chains] = [await this.chains.key(), await this.chains.all()];
    return batch.flatMap((event): AuditFault[] => {
      const { id, chain, seq } = event;
      const stored = byId.get(id);
      if (stored !== undefined) return isSame(event, stored) ? [] : [{ kind: 'different', chain, seq, id }];
      const row = chains.find((one) => one.chain === chain);
      return row !== undefined && wasLetGo(key, event, row) ? [] : [{ kind: 'gone', chain, seq, id }];
    });
  }
}

function isSame(event: ExportedEvent, { chain, seq, hash }: ExportedEvent): boolean {
  return event.chain === chain && event.seq === seq && event.hash.equals(hash);
}

/** It lies before a beginning of ours, and leads to it. */
function wasLetGo(key: Buffer, { seq, hash }: ExportedEvent, row: AuditChain): boolean {
  if (!hasOwnBeginning(key, row) || seq >= row.firstSeq) return false;
  return seq < row.firstSeq - 1 || hash.equals(row.firstPreviousHash);
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
