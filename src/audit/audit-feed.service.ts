import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository } from 'typeorm';
import { AuditChain } from './audit-chain.entity.js';
import { AuditEvent } from './audit-event.entity.js';

/** How far a reader has come: by chain, the number of the last event that it has read; absent before the first. */
export type AuditPlaces = Readonly<Record<string, number>>;

/**
 * The audit log for those who must see every event once it is written. A chain has no gaps, and an event is never visible
 * before the one in front of it: whoever remembers a number for each chain misses nothing.
 */
@Injectable()
export class AuditFeed {
  private readonly logger = new Logger(AuditFeed.name);
  private readonly listeners: (() => void)[] = [];

  constructor(
    @InjectRepository(AuditEvent) private readonly events: Repository<AuditEvent>,
    @InjectRepository(AuditChain) private readonly chains: Repository<AuditChain>,
  ) {}

  /** Calls whenever this process has written an event. Other processes write too: look now and then. */
  listen(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** An event was written. Whoever wrote it learns nothing of what listeners do. */
  announce(): void {
    for (const listener of this.listeners) {
      try {
        listener();
      } catch (error) {
        this.logger.error(error);
      }
    }
  }

  /** The end of the log now, or a little before it. One statement. */
  async ends(): Promise<AuditPlaces> {
    const chains = await this.chains.find({ order: { chain: 'ASC' } });
    return Object.fromEntries(chains.map(({ chain, lastSeq }) => [chain, lastSeq]));
  }

  /** Events after these places, chain by chain in their order. One statement. */
  after(places: AuditPlaces, limit: number): Promise<AuditEvent[]> {
    const query = this.events.createQueryBuilder('event');
    const known = Object.entries(places);
    const isAfter = new Brackets((where) => {
      for (const [chain, seq] of known) {
        const [chainName, seqName] = [`chain${chain}`, `seq${chain}`];
        where.orWhere(`(event.chain = :${chainName} AND event.seq > :${seqName})`, {
          [chainName]: Number(chain),
          [seqName]: seq,
        });
      }
      where.orWhere('event.chain NOT IN (:...known)', { known: known.map(([chain]) => Number(chain)) });
    });
    if (known.length > 0) query.where(isAfter);
    return query.orderBy('event.chain').addOrderBy('event.seq').limit(limit).getMany();
  }
}

/** The places of a reader that has read these events as well. */
export function placesAfter(places: AuditPlaces, events: readonly AuditEvent[]): AuditPlaces {
  return { ...places, ...Object.fromEntries(events.map(({ chain, seq }) => [chain, seq])) };
}
