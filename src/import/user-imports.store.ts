import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type Repository } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { v7 } from 'uuid';
import { type KeysetPage, keysetPage, type Order, type Position } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import { UserImport } from './user-import.entity.js';

/** How long one process may work without a sign of life before another one goes on. */
export const LEASE_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long an upload may take, and how long a record explains itself once it is whole. */
const UPLOAD_MS = DAY_MS;
const KEPT_MS = 30 * DAY_MS;

export type NewImport = Pick<
  UserImport,
  'actorType' | 'actorId' | 'name' | 'format' | 'isUploaded' | 'isDryRun' | 'state' | 'digest' | 'bytes'
>;

/** An import that this process, and no other, works on now. */
export type ClaimedImport = UserImport & { readonly claim: string };

/** How far an import is. */
export type Checkpoint = Pick<UserImport, 'bytesDone' | 'lastRow' | 'imported' | 'refused'>;

/**
 * Owns `user_imports`. Every method is one statement but those that read what they wrote; a guarded UPDATE of `claim`
 * gives an import to one process, and only the holder of the newest claim writes.
 */
@Injectable()
export class UserImportStore {
  private readonly now: string;

  constructor(@InjectRepository(UserImport) private readonly imports: Repository<UserImport>) {
    this.now = sqlNow(imports.manager);
  }

  async insert(values: NewImport): Promise<UserImport> {
    const id = v7();
    const zeros = { parts: 0, bytesDone: 0, lastRow: 0, imported: 0, refused: 0 };
    await this.imports
      .createQueryBuilder()
      .insert()
      .values({
        ...values,
        ...zeros,
        id,
        failure: null,
        claim: null,
        finishedAt: null,
        leaseEndsAt: () => this.now,
        createdAt: () => this.now,
        expiresAt: () => `${this.now} + ${values.state === 'receiving' ? UPLOAD_MS : KEPT_MS}`,
      })
      .updateEntity(false)
      .execute();
    return this.imports.findOneByOrFail({ id });
  }

  find(id: string): Promise<UserImport | null> {
    return this.imports.findOneBy({ id });
  }

  /** The import of a file of the command line that was begun and not finished. */
  findUnfinished(
    file: Pick<UserImport, 'format' | 'isDryRun'> & { readonly digest: Buffer },
  ): Promise<UserImport | null> {
    return this.imports.findOneBy({ ...file, isUploaded: false, state: 'running' });
  }

  page(order: Order, limit: number, after?: Position): Promise<KeysetPage<UserImport>> {
    return keysetPage(this.imports.createQueryBuilder('import'), order, limit, after);
  }

  /** Makes room for the next part. @returns false when another one is awaited, or none */
  reservePart(id: string, number: number, bytes: number): Promise<boolean> {
    return this.write(
      { id, state: 'receiving', parts: number - 1 },
      { parts: number, bytes: () => `bytes + ${bytes}` },
    );
  }

  /** The last part has come. */
  complete(id: string, parts: number, digest: Buffer): Promise<boolean> {
    const end = { expiresAt: () => `${this.now} + ${KEPT_MS}` };
    return this.write({ id, state: 'receiving', parts }, { state: 'running', digest, ...end });
  }

  /** An upload that nobody works on, the oldest first. */
  async findDue(): Promise<UserImport | undefined> {
    const found = await this.imports
      .createQueryBuilder('import')
      .where({ state: 'running', isUploaded: true })
      .andWhere(`import.lease_ends_at <= ${this.now}`)
      .orderBy('import.id')
      .limit(1)
      .getOne();
    return found ?? undefined;
  }

  /** Takes an import, for as long as the lease is renewed. @returns undefined when another process has it */
  async claim(id: string): Promise<ClaimedImport | undefined> {
    const claim = v7();
    const { affected } = await this.imports
      .createQueryBuilder()
      .update()
      .set({ claim, leaseEndsAt: () => `${this.now} + ${LEASE_MS}` })
      .where({ id, state: 'running' })
      .andWhere(`lease_ends_at <= ${this.now}`)
      .execute();
    // Read after the claim: the process before may have gone on until then.
    const claimed = affected === 1 ? await this.imports.findOneBy({ id, claim }) : null;
    return claimed === null ? undefined : Object.assign(claimed, { claim });
  }

  /** Notes how far it is and renews the lease. @returns false when the claim, or the import, is gone */
  checkpoint({ id, claim }: ClaimedImport, checkpoint: Checkpoint): Promise<boolean> {
    const lease = { leaseEndsAt: () => `${this.now} + ${LEASE_MS}` };
    return this.write({ id, claim, state: 'running' }, { ...checkpoint, ...lease });
  }

  /** Lets another process go on at once. */
  release({ id, claim }: ClaimedImport): Promise<boolean> {
    return this.write({ id, claim, state: 'running' }, { claim: null, leaseEndsAt: () => this.now });
  }

  /** It is over. @param failure what is wrong with the file as a whole */
  finish({ id, claim }: ClaimedImport, failure: string | null): Promise<boolean> {
    const over = { state: failure === null ? ('done' as const) : ('failed' as const), failure, claim: null };
    const times = { finishedAt: () => this.now, expiresAt: () => `${this.now} + ${KEPT_MS}` };
    return this.write({ id, claim, state: 'running' }, { ...over, ...times });
  }

  /** Forgets an import with all that hangs from it; whoever works on it stops. */
  async remove(id: string): Promise<boolean> {
    return (await this.imports.delete({ id })).affected === 1;
  }

  private async write(guard: Partial<UserImport>, values: QueryDeepPartialEntity<UserImport>): Promise<boolean> {
    const { affected } = await this.imports.createQueryBuilder().update().set(values).where(guard).execute();
    return affected === 1;
  }
}
