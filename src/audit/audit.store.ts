import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, MoreThanOrEqual, type Repository } from 'typeorm';
import { InstallationSecretStore } from '../installation/installation-secret.store.js';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import { AuditChain } from './audit-chain.entity.js';
import { AuditEvent } from './audit-event.entity.js';
import { beginningHash, NO_HASH } from './audit-hash.js';

/** The end of a chain, to which the next event is added. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Owns `audit_events` and `audit_chains`. Every method is one statement, but for the first look at a chain. */
@Injectable()
export class AuditStore {
  constructor(
    @InjectRepository(AuditEvent) private readonly events: Repository<AuditEvent>,
    @InjectRepository(AuditChain) private readonly chains: Repository<AuditChain>,
    private readonly secrets: InstallationSecretStore,
  ) {}

  key(): Promise<Buffer> {
    return this.secrets.get('audit_key');
  }

  /** What was written before cannot be verified any more; from now on it can again. */
  replaceLostKey(): Promise<void> {
    return this.secrets.replaceLost('audit_key');
  }

  /**
   * Where the next event of the chain goes. A new chain is made. The note of the end counts as well: whoever removed the
   * newest events must not have others take their numbers. It is read first, for rows come before their note.
   */
  async end(chain: number): Promise<ChainEnd> {
    await this.make(chain);
    const { lastSeq, firstSeq, firstPreviousHash } = await this.chains.findOneByOrFail({ chain });
    const newest = await this.events.findOne({
      select: { id: true, seq: true, hash: true },
      where: { chain },
      order: { seq: 'DESC' },
    });
    // Retention may have taken all of them.
    const { seq, hash } = newest ?? { seq: firstSeq - 1, hash: firstPreviousHash };
    return { seq: Math.max(seq, lastSeq), hash };
  }

  /** @returns whether it was added: another process may have been at this place first */
  append(event: AuditEvent): Promise<boolean> {
    return inserted(() => this.events.insert(event));
  }

  /** The chain has an event with this number. It only moves on. */
  async noteEnd(chain: number, seq: number): Promise<void> {
    await this.chains.update({ chain, lastSeq: LessThan(seq) }, { lastSeq: seq });
  }

  allChains(): Promise<AuditChain[]> {
    return this.chains.find({ order: { chain: 'ASC' } });
  }

  chain(chain: number): Promise<AuditChain | null> {
    return this.chains.findOneBy({ chain });
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

  /** The chain begins after this event from now on; what is before it goes. */
  async beginAfter({ chain, seq, hash }: AuditEvent): Promise<void> {
    const firstSeq = seq + 1;
    const firstHash = beginningHash(await this.key(), chain, firstSeq, hash);
    await this.chains.update({ chain, firstSeq: LessThan(firstSeq) }, { firstSeq, firstPreviousHash: hash, firstHash });
    await this.events.delete({ chain, seq: LessThan(firstSeq) });
  }

  private async make(chain: number): Promise<void> {
    if (await this.chains.existsBy({ chain })) return;
    const firstHash = beginningHash(await this.key(), chain, 1, NO_HASH);
    await inserted(() => this.chains.insert({ chain, lastSeq: 0, firstSeq: 1, firstPreviousHash: NO_HASH, firstHash }));
  }
}
