import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { v7 } from 'uuid';
import { sqlNow } from '../sql/now.js';
import { BulkItem } from './bulk-item.entity.js';
import { BulkOperation, type BulkState } from './bulk-operation.entity.js';

/** How long one process may work on an item, or leave an operation alone, before another one takes it over. */
const LEASE_MS = 60_000;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const OPEN: readonly BulkState[] = ['preparing', 'running'];

/** What is to be done, in whose name. */
export type NewOperation = Pick<BulkOperation, 'id' | 'resource' | 'action' | 'options' | 'starter' | 'address'>;

/** An item that this process, and no other, works on now. */
export interface ClaimedItem extends Pick<BulkItem, 'operationId' | 'position' | 'target'> {
  readonly claim: string;
  /** Whether another process began it and did not say what became of it. */
  readonly isRepeat: boolean;
}

/**
 * The state of bulk operations while they run. Any number of processes may work on one: the guarded UPDATE of `claim`
 * gives an item to one of them, and only while the operation runs.
 */
@Injectable()
export class BulkStore {
  private readonly now: string;
  private readonly lease = () => `${this.now} + ${LEASE_MS}`;

  constructor(
    @InjectRepository(BulkOperation) private readonly operations: Repository<BulkOperation>,
    @InjectRepository(BulkItem) private readonly items: Repository<BulkItem>,
  ) {
    this.now = sqlNow(items.manager);
  }

  /** Writes an operation down, and then its items: until `start` nothing is done, whatever becomes of this process. */
  async prepare(operation: NewOperation, targets: readonly string[]): Promise<void> {
    const times = { createdAt: () => this.now, expiresAt: () => `${this.now} + ${KEPT_MS}`, claimedUntil: this.lease };
    await this.operations
      .createQueryBuilder()
      .insert()
      .values({ ...operation, state: 'preparing', stopReason: null, total: targets.length, ...times })
      .updateEntity(false)
      .execute();
    const { id } = operation;
    const rows = targets.map((target, position) => ({ operationId: id, position, target, state: 'waiting' as const }));
    await this.items.createQueryBuilder().insert().values(rows).updateEntity(false).execute();
  }

  /** All of its items are written down. @returns false when that took so long that it was given up, or cancelled */
  start(id: string): Promise<boolean> {
    return this.write(id, ['preparing'], { state: 'running', claimedUntil: this.lease });
  }

  /** What is not over, and nobody has looked after for a while. */
  unattended(): Promise<BulkOperation[]> {
    return this.operations
      .createQueryBuilder('operation')
      .where({ state: In(OPEN) })
      .andWhere(this.isUnattended)
      .getMany();
  }

  /** Takes a running operation that nobody looks after. @returns false when another process was first */
  takeOver(id: string): Promise<boolean> {
    return this.write(id, ['running'], { claimedUntil: this.lease }, this.isUnattended);
  }

  /** Gives up an operation of which not everything was written down. @returns whether this call did it */
  giveUp(id: string): Promise<boolean> {
    return this.write(id, ['preparing'], this.over('failed', 'never_started'), this.isUnattended);
  }

  /** Somebody works on it, for as long as a lease. @returns undefined when it does not run any more */
  async attend(id: string): Promise<BulkOperation | undefined> {
    return (await this.write(id, ['running'], { claimedUntil: this.lease })) ? this.runningOne(id) : undefined;
  }

  /** The next item that nobody works on. @returns undefined when there is none, or the operation does not run any more */
  async claimNext(operationId: string): Promise<ClaimedItem | undefined> {
    const isFree = `(state = 'waiting' OR (state = 'working' AND claimed_until <= ${this.now}))`;
    for (;;) {
      const next = await this.items
        .createQueryBuilder('item')
        .where({ operationId })
        .andWhere(isFree)
        .orderBy('item.position')
        .limit(1)
        .getOne();
      if (next === null) return undefined;
      const claim = v7();
      const { affected } = await this.items
        .createQueryBuilder()
        .update()
        .set({ state: 'working', claim, claimedUntil: this.lease })
        .where({ operationId, position: next.position })
        .andWhere(
          `${isFree} AND EXISTS (SELECT 1 FROM bulk_operations o WHERE o.id = :operationId AND o.state = 'running')`,
          {
            operationId,
          },
        )
        .execute();
      const { position, target } = next;
      if (affected === 1) return { operationId, position, target, claim, isRepeat: next.state === 'working' };
      if ((await this.runningOne(operationId)) === undefined) return undefined;
    }
  }

  /** What became of an item. @param problem type of the problem; null when it is done */
  async settle({ operationId, position, claim }: ClaimedItem, problem: string | null): Promise<void> {
    const state = problem === null ? 'done' : 'failed';
    await this.items.update({ operationId, position, claim }, { state, problem, claim: null, claimedUntil: null });
  }

  /** Puts an item back that was not begun after all. */
  async release({ operationId, position, claim }: ClaimedItem): Promise<void> {
    await this.items.update({ operationId, position, claim }, { state: 'waiting', claim: null, claimedUntil: null });
  }

  /** Ends an operation of which nothing waits, and nothing is under way. */
  async finish(id: string): Promise<void> {
    const isWorkedOff =
      "NOT EXISTS (SELECT 1 FROM bulk_items i WHERE i.operation_id = bulk_operations.id AND i.state IN ('waiting', 'working'))";
    await this.write(id, ['running'], this.over('done', null), isWorkedOff);
  }

  /** Ends an operation before its end. @returns whether this call did it */
  end(id: string, state: 'cancelled' | 'stopped', stopReason: string | null): Promise<boolean> {
    return this.write(id, OPEN, this.over(state, stopReason));
  }

  private async runningOne(id: string): Promise<BulkOperation | undefined> {
    return (await this.operations.findOneBy({ id, state: 'running' })) ?? undefined;
  }

  private get isUnattended(): string {
    return `(claimed_until IS NULL OR claimed_until <= ${this.now})`;
  }

  private over(state: BulkState, stopReason: string | null): QueryDeepPartialEntity<BulkOperation> {
    return { state, stopReason, claimedUntil: null, finishedAt: () => this.now };
  }

  /** One guarded UPDATE. @returns whether it met its row */
  private async write(
    id: string,
    from: readonly BulkState[],
    values: QueryDeepPartialEntity<BulkOperation>,
    guard = '1 = 1',
  ): Promise<boolean> {
    const { affected } = await this.operations
      .createQueryBuilder()
      .update()
      .set(values)
      .where({ id, state: In(from) })
      .andWhere(guard)
      .execute();
    return affected === 1;
  }
}
