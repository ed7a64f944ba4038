import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThan, MoreThanOrEqual, type Repository } from 'typeorm';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import { AuditChains, hasOwnEnd } from './audit-chains.store.js';
import { AuditEvent } from './audit-event.entity.js';

/** The end of a chain, to which the next event is added. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Owns `audit_events`. Every method is one statement, but for those about the ends of a chain. */
@Injectable()
export class AuditStore {
  constructor(
    @InjectRepository(AuditEvent) private readonly events: Repository<AuditEvent>,
    private readonly chains: AuditChains,
  ) {}

  /**
   * Where the next event of the chain goes. The note of the end counts as well: whoever removed the newest events must not
   * have others take their numbers. It is read first, for rows come before their note. Where somebody has moved or removed
   * it, the chain goes on after a gap, so that the next note, which is ours again, does not hide that.
   */
  async end(chain: number): Promise<ChainEnd> {
    const key = await this.chains.key();
    const noted = await this.chains.find(chain);
    const isAsNoted = noted !== null && hasOwnEnd(key, noted);
    const { lastSeq, firstSeq, firstPreviousHash } = noted ?? (await this.chains.remake(chain));
    const newest = await this.events.findOne({
      select: { id: true, seq: true, hash: true },
      where: { chain },
      order: { seq: 'DESC' },
    });
    // Retention may have taken all of them.
    const { seq, hash } = newest ?? { seq: firstSeq - 1, hash: firstPreviousHash };
    return { seq: isAsNoted ? Math.max(seq, lastSeq) : seq + 1, hash };
  }

  /** @returns whether they were added, all of them: another process may have been at these places first */
  append(events: readonly AuditEvent[]): Promise<boolean> {
    return inserted(() => this.events.insert([...events]));
  }

  /** Numbers of the chains that have events, whether there is a row for the chain or not. */
  async usedChains(): Promise<number[]> {
    const rows = await this.events
      .createQueryBuilder('event')
      .select('DISTINCT event.chain', 'chain')
      .getRawMany<{ chain: unknown }>();
    return rows.map(({ chain }) => Number(chain));
  }

  /** The database's own time: processes whose clocks differ let the same events go. */
  async now(): Promise<number> {
    const manager = this.events.manager;
    const [row] = await manager.query<{ now: unknown }[]>(`SELECT ${sqlNow(manager)} AS now`);
    return Number(row?.now);
  }

  /** Events of a chain in their order. */
  run(chain: number, fromSeq: number, limit: number): Promise<AuditEvent[]> {
    return this.events.find({ where: { chain, seq: MoreThanOrEqual(fromSeq) }, order: { seq: 'ASC' }, take: limit });
  }

  /** Their places and hashes, of those that are there. */
  placed(ids: readonly string[]): Promise<Pick<AuditEvent, 'id' | 'chain' | 'seq' | 'hash'>[]> {
    return this.events.find({ select: { id: true, chain: true, seq: true, hash: true }, where: { id: In([...ids]) } });
  }

  /** The chain begins after this event from now on; what is before it goes. */
  async beginAfter(event: AuditEvent): Promise<void> {
    await this.chains.beginAfter(event);
    await this.events.delete({ chain: event.chain, seq: LessThan(event.seq + 1) });
  }
}
