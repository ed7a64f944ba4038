import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import type { AuditEvent } from './audit-event.entity.js';
import { AuditStore } from './audit.store.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/** Lets old events go, from the beginning of each chain only: what stays can still be verified. */
@Injectable()
export class AuditRetention {
  constructor(
    private readonly store: AuditStore,
    private readonly settings: Settings,
  ) {}

  /** @returns how many events went */
  async run(): Promise<number> {
    const before = Date.now() - this.settings.auditDays * DAY_MS;
    let gone = 0;
    for (const { chain, firstSeq } of await this.store.allChains()) gone += await this.shorten(chain, firstSeq, before);
    return gone;
  }

  private async shorten(chain: number, firstSeq: number, before: number): Promise<number> {
    let [from, gone] = [firstSeq, 0];
    for (;;) {
      const events = await this.store.run(chain, from, BATCH);
      const old = oldest(events, before);
      const last = old.at(-1);
      if (last === undefined) return gone;
      await this.store.beginAfter(last);
      gone += old.length;
      if (old.length < BATCH) return gone;
      from = last.seq + 1;
    }
  }
}

/** Those at the beginning that are too old, up to the first that is not. */
function oldest(events: readonly AuditEvent[], before: number): readonly AuditEvent[] {
  const kept = events.findIndex(({ occurredAt }) => occurredAt.getTime() >= before);
  return kept === -1 ? events : events.slice(0, kept);
}
