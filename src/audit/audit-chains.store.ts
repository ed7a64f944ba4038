import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThan, type Repository } from 'typeorm';
import { equalDigests } from '../crypto/digest.js';
import { InstallationSecretStore } from '../installation/installation-secret.store.js';
import { inserted } from '../sql/inserted.js';
import { AuditChain, CHAINS } from './audit-chain.entity.js';
import type { AuditEvent } from './audit-event.entity.js';
import { beginningHash, endHash, NO_HASH } from './audit-hash.js';

/**
 * Owns `audit_chains`, and the key that seals them. All chains are made before the first event, and the key is marked once
 * they are there: from then on one that is missing, or that has no seal, was tampered with.
 */
@Injectable()
export class AuditChains {
  private sealing: Promise<Buffer> | undefined;

  constructor(
    @InjectRepository(AuditChain) private readonly chains: Repository<AuditChain>,
    private readonly secrets: InstallationSecretStore,
  ) {}

  /** The key of all hashes. Chains are there, and sealed, when there is one. */
  key(): Promise<Buffer> {
    if (this.sealing !== undefined) return this.sealing;
    const sealing = this.sealed();
    this.sealing = sealing;
    // A database that was away for a moment must not be remembered.
    sealing.catch(() => (this.sealing = undefined));
    return sealing;
  }

  /** What was written before cannot be verified any more; from now on it can again. */
  async replaceLostKey(): Promise<void> {
    await this.secrets.replaceLost('audit_key');
    this.sealing = undefined;
  }

  all(): Promise<AuditChain[]> {
    return this.chains.find({ order: { chain: 'ASC' } });
  }

  find(chain: number): Promise<AuditChain | null> {
    return this.chains.findOneBy({ chain });
  }

  /** Makes a chain that somebody has removed, so that the log goes on. */
  async remake(chain: number): Promise<AuditChain> {
    await inserted(async () => this.chains.insert(newChain(await this.key(), chain)));
    return this.chains.findOneByOrFail({ chain });
  }

  /** The chain has an event with this number. It only moves on. */
  async noteEnd(chain: number, seq: number): Promise<void> {
    const end = { lastSeq: seq, endHash: endHash(await this.key(), chain, seq) };
    await this.chains.update({ chain, lastSeq: LessThan(seq) }, end);
  }

  /** The chain begins after this event, and so does not end before it. */
  async beginAfter({ chain, seq, hash }: AuditEvent): Promise<void> {
    await this.noteEnd(chain, seq);
    const firstSeq = seq + 1;
    const firstHash = beginningHash(await this.key(), chain, firstSeq, hash);
    await this.chains.update({ chain, firstSeq: LessThan(firstSeq) }, { firstSeq, firstPreviousHash: hash, firstHash });
  }

  private async sealed(): Promise<Buffer> {
    const key = await this.secrets.get('audit_key');
    if (await this.secrets.isMarked('audit_key')) return key;
    await this.make(key);
    await this.sealEnds(key);
    await this.secrets.mark('audit_key');
    return key;
  }

  /** Those that are not there. Of several processes that start at once, each makes the same. */
  private async make(key: Buffer): Promise<void> {
    const rows = Array.from({ length: CHAINS }, (_none, chain) => newChain(key, chain));
    if (await inserted(() => this.chains.insert(rows))) return;
    for (const row of rows) await inserted(() => this.chains.insert(row));
  }

  /** Of a database of before. A process that writes meanwhile seals the end itself, or moves it: then once more. */
  private async sealEnds(key: Buffer): Promise<void> {
    for (;;) {
      const open = await this.chains.findBy({ endHash: IsNull() });
      if (open.length === 0) return;
      for (const { chain, lastSeq } of open) {
        const seal = { endHash: endHash(key, chain, lastSeq) };
        await this.chains.update({ chain, lastSeq, endHash: IsNull() }, seal);
      }
    }
  }
}

/** Whether nobody has moved the beginning. */
export function hasOwnBeginning(key: Buffer, { chain, firstSeq, firstPreviousHash, firstHash }: AuditChain): boolean {
  return equalDigests(firstHash, beginningHash(key, chain, firstSeq, firstPreviousHash));
}

/** Whether nobody has moved the end. */
export function hasOwnEnd(key: Buffer, { chain, firstSeq, lastSeq, endHash: seal }: AuditChain): boolean {
  return lastSeq >= firstSeq - 1 && seal !== null && equalDigests(seal, endHash(key, chain, lastSeq));
}

function newChain(key: Buffer, chain: number): AuditChain {
  const beginning = { firstSeq: 1, firstPreviousHash: NO_HASH, firstHash: beginningHash(key, chain, 1, NO_HASH) };
  return { chain, lastSeq: 0, endHash: endHash(key, chain, 0), ...beginning };
}
