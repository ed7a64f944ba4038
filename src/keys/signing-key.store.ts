import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository, type UpdateQueryBuilder } from 'typeorm';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import type { KeySchedule } from './key-schedule.js';
import { SigningKey } from './signing-key.entity.js';

/** A key that is to be kept, without what the database's clock decides. */
export type NewSigningKey = Pick<SigningKey, 'id' | 'alg' | 'generation' | 'publicJwk' | 'privateJwk'> & {
  readonly state: 'active' | 'next';
};

/** What the database held at one moment of its clock. */
export interface StoredKeys {
  readonly keys: readonly SigningKey[];
  readonly now: Date;
}

/** The statements on `signing_keys`. Each change says from which state it leads: of several processes one makes it. */
@Injectable()
export class SigningKeyStore {
  constructor(@InjectRepository(SigningKey) private readonly table: Repository<SigningKey>) {}

  /** Every key with the database's time. There are few: some per algorithm. */
  async all(): Promise<StoredKeys> {
    const { entities, raw } = await this.table
      .createQueryBuilder('k')
      .addSelect(this.now(), 'now')
      .orderBy('k.generation', 'DESC')
      .getRawAndEntities<{ now: unknown }>();
    return { keys: entities, now: new Date(Number(raw[0]?.now ?? 0)) };
  }

  /** @returns false when another process has made this generation */
  async add(key: NewSigningKey): Promise<boolean> {
    const now = () => this.now();
    const values = { ...key, createdAt: now, ...(key.state === 'active' ? { activatesAt: now } : {}) };
    return inserted(() => this.table.createQueryBuilder().insert().values(values).updateEntity(false).execute());
  }

  /** Sets from when a published key shall sign; of several who want that at once one does, and it is only ever sooner. */
  async schedule(id: string, from: Date): Promise<boolean> {
    return isDone(
      this.change(id, 'next')
        .set({ activatesAt: from })
        .andWhere('(activates_at IS NULL OR activates_at > :from)', { from: from.getTime() }),
    );
  }

  /** Lets a published key sign. */
  async promote(id: string): Promise<boolean> {
    return isDone(this.change(id, 'next').set({ state: 'active', activatesAt: () => this.now() }));
  }

  /** Ends a key's signing and erases its private half; what it signed still verifies. */
  async retire(id: string, { publishedAfter, knownAfter }: KeySchedule): Promise<boolean> {
    return isDone(
      this.change(id, 'active').set({
        state: 'retired',
        privateJwk: null,
        retiredAt: () => this.now(),
        publishedUntil: () => `${this.now()} + ${publishedAfter}`,
        expiresAt: () => `${this.now()} + ${knownAfter}`,
      }),
    );
  }

  /** Ends whatever the key signed. The row stays for a while, to be seen in the list. */
  async revoke(id: string, { knownAfter }: KeySchedule): Promise<boolean> {
    return isDone(
      this.change(id, 'next', 'active', 'retired').set({
        state: 'revoked',
        privateJwk: null,
        retiredAt: () => `COALESCE(retired_at, ${this.now()})`,
        publishedUntil: () => this.now(),
        expiresAt: () => `COALESCE(expires_at, ${this.now()} + ${knownAfter})`,
      }),
    );
  }

  private change(id: string, ...from: SigningKey['state'][]): UpdateQueryBuilder<SigningKey> {
    return this.table
      .createQueryBuilder()
      .update()
      .where({ id, state: In(from) });
  }

  private now(): string {
    return sqlNow(this.table.manager);
  }
}

async function isDone(update: UpdateQueryBuilder<SigningKey>): Promise<boolean> {
  return (await update.execute()).affected === 1;
}
