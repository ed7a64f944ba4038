import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 } from 'uuid';
import { sqlNow } from '../sql/now.js';
import { BulkItem } from './bulk-item.entity.js';
import { BulkOperation } from './bulk-operation.entity.js';

/** How long one process may work on an item before another one takes it over. */
const LEASE_MS = 60_000;

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

  constructor(
    @InjectRepository(BulkOperation) private readonly operations: Repository<BulkOperation>,
    @InjectRepository(BulkItem) private readonly items: Repository<BulkItem>,
  ) {
    this.now = sqlNow(items.manager);
  }

  running(): Promise<BulkOperation[]> {
    return this.operations.findBy({ state: 'running' });
  }

  async runningOne(id: string): Promise<BulkOperation | undefined> {
    return (await this.operations.findOneBy({ id, state: 'running' })) ?? undefined;
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
        .set({ state: 'working', claim, claimedUntil: () => `${this.now} + ${LEASE_MS}` })
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

  /** Ends an operation of which nothing waits. @returns whether it has ended, by this call or before */
  async finish(id: string): Promise<boolean> {
    await this.operations
      .createQueryBuilder()
      .update()
      .set({ state: 'done', finishedAt: () => this.now })
      .where({ id, state: 'running' })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM bulk_items i WHERE i.operation_id = :id AND i.state IN ('waiting', 'working'))`,
        { id },
      )
      .execute();
    return (await this.runningOne(id)) === undefined;
  }

  /** Ends an operation before its end. @returns whether this call did it */
  async end(id: string, state: 'cancelled' | 'stopped', stopReason: string | null): Promise<boolean> {
    const { affected } = await this.operations
      .createQueryBuilder()
      .update()
      .set({ state, stopReason, finishedAt: () => this.now })
      .where({ id, state: 'running' })
      .execute();
    return affected === 1;
  }

  /** Whether all of its items were written down: the process may have died before. */
  async isWhole({ id, total }: BulkOperation): Promise<boolean> {
    return (await this.items.countBy({ operationId: id })) === total;
  }
}
