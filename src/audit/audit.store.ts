import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, MoreThanOrEqual, type Repository } from 'typeorm';
import { InstallationSecretStore } from '../installation/installation-secret.store.js';
import { inserted } from '../sql/inserted.js';
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

  /** The newest event of the chain. A new chain is made. */
  async end(chain: number): Promise<ChainEnd> {
    await this.make(chain);
    const newest = await this.events.findOne({
      select: { id: true, seq: true, hash: true },
      where: { chain },
      order: { seq: 'DESC' },
    });
    if (newest !== null) return { seq: newest.seq, hash: newest.hash };
    // Retention has taken all of them, or there was none.
    const { firstSeq, firstPreviousHash } = await this.chains.findOneByOrFail({ chain });
    return { seq: firstSeq - 1, hash: firstPreviousHash };
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
