import { Injectable } from '@nestjs/common';
import type { AuditChain } from './audit-chain.entity.js';
import type { AuditEvent } from './audit-event.entity.js';
import { isAsWritten } from './audit-hash.js';
import { AuditChains, hasOwnBeginning } from './audit-chains.store.js';
import { AuditStore, type ChainEnd } from './audit.store.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/** Lets old events go, from the beginning of each chain only: what stays can still be verified. */
@Injectable()
export class AuditRetention {
  constructor(
    private readonly store: AuditStore,
    private readonly chains: AuditChains,
  ) {}

  /**
   * @param days how old the oldest event may become
   * @returns how many events went
   */
  async run(days: number): Promise<number> {
    const before = (await this.store.now()) - days * DAY_MS;
    let gone = 0;
    for (const chain of await this.chains.all()) gone += await this.shorten(chain, before);
    return gone;
  }

  private async shorten(row: AuditChain, before: number): Promise<number> {
    const { chain, firstSeq, firstPreviousHash } = row;
    const key = await this.chains.key();
    // Somebody has moved it: a new beginning of ours would hide that.
    if (!hasOwnBeginning(key, row)) return 0;
    let [end, gone]: [ChainEnd, number] = [{ seq: firstSeq - 1, hash: firstPreviousHash }, 0];
    for (;;) {
      const events = await this.store.run(chain, end.seq + 1, BATCH);
      const old = goodAndOld(key, events, { end, before });
      const last = old.at(-1);
      if (last === undefined) return gone;
      await this.store.beginAfter(last);
      gone += old.length;
      if (old.length < BATCH) return gone;
      end = last;
    }
  }
}

/**
 * Those from the beginning that are too old, up to the first that is not, or that is not as it was written. What was
 * tampered with stays to be found: letting it go would seal the loss as a beginning of ours.
 */
function goodAndOld(
  key: Buffer,
  events: readonly AuditEvent[],
  { end, before }: { readonly end: ChainEnd; readonly before: number },
): readonly AuditEvent[] {
  let { seq, hash } = end;
  const kept = events.findIndex((event) => {
    const follows = event.seq === seq + 1 && event.previousHash.equals(hash) && isAsWritten(key, event);
    ({ seq, hash } = event);
    return !follows || event.occurredAt.getTime() >= before;
  });
  return kept === -1 ? events : events.slice(0, kept);
}
