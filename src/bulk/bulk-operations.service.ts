import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { v7 } from 'uuid';
import { AuditLog } from '../audit/audit-log.service.js';
import { currentOrigin } from '../http/origin.js';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import { BulkItem } from './bulk-item.entity.js';
import { BulkOperation } from './bulk-operation.entity.js';
import { BulkRunner } from './bulk-runner.service.js';
import { BulkStore } from './bulk-store.service.js';

/** What is to be done, to what, in whose name. */
export interface NewBulkOperation extends Pick<BulkOperation, 'resource' | 'action' | 'options' | 'starter'> {
  readonly targets: readonly string[];
}

/** How far an operation is. */
export interface BulkProgress {
  readonly done: number;
  readonly failed: number;
}

/** An operation with how far it is. */
export interface BulkReport {
  readonly operation: BulkOperation;
  readonly progress: BulkProgress;
}

/** Owns `bulk_operations` and `bulk_items`: begins operations, and tells how far they are. */
@Injectable()
export class BulkOperations {
  constructor(
    @InjectRepository(BulkOperation) private readonly operations: Repository<BulkOperation>,
    @InjectRepository(BulkItem) private readonly items: Repository<BulkItem>,
    private readonly store: BulkStore,
    private readonly runner: BulkRunner,
    private readonly audit: AuditLog,
  ) {}

  /** Keeps the operation; it is begun at once, and nobody waits for it. */
  async begin({ targets, ...chosen }: NewBulkOperation): Promise<BulkReport> {
    const id = v7();
    const address = currentOrigin().address ?? null;
    await this.store.prepare({ ...chosen, id, address }, targets);
    const { resource, action } = chosen;
    const details = { resource, action, total: targets.length };
    await this.audit.record({ action: 'bulk_operation.created', target: { type: 'bulk_operation', id }, details });
    // A process that dies before this leaves what is given up, and one that dies behind it what is taken over: BulkUpkeep.
    if (await this.store.start(id)) await this.runner.enqueue(id);
    return this.reportOf(await this.operations.findOneByOrFail({ id }));
  }

  async one(resource: string, id: string): Promise<BulkReport | undefined> {
    const operation = await this.operations.findOneBy({ id, resource });
    return operation === null ? undefined : this.reportOf(operation);
  }

  /** The newest first. Two statements, however many there are. @param page.after the end of the page before */
  async page(
    resource: string,
    { limit, after }: { readonly limit: number; readonly after?: Position | undefined },
  ): Promise<KeysetPage<BulkReport>> {
    const query = this.operations.createQueryBuilder('operation').where({ resource });
    const { rows, ...rest } = await keysetPage(query, { by: 'id', direction: 'DESC' }, limit, after);
    const progress = await this.progressOf(rows);
    return { ...rest, rows: rows.map((operation) => ({ operation, progress: progress(operation) })) };
  }

  /** What failed, in the order of the operation. */
  failures({ id }: BulkOperation): Promise<Pick<BulkItem, 'target' | 'problem'>[]> {
    return this.items.find({ where: { operationId: id, state: 'failed' }, order: { position: 'ASC' } });
  }

  /** Nothing further is begun. @returns whether this call did it */
  async cancel({ id }: BulkOperation): Promise<boolean> {
    if (!(await this.store.end(id, 'cancelled', null))) return false;
    await this.audit.record({ action: 'bulk_operation.cancelled', target: { type: 'bulk_operation', id } });
    return true;
  }

  private async reportOf(operation: BulkOperation): Promise<BulkReport> {
    return { operation, progress: (await this.progressOf([operation]))(operation) };
  }

  private async progressOf(operations: readonly BulkOperation[]): Promise<(operation: BulkOperation) => BulkProgress> {
    const ids = operations.map(({ id }) => id);
    const counts = await this.items
      .createQueryBuilder('item')
      .select('item.operation_id', 'id')
      .addSelect('item.state', 'state')
      .addSelect('COUNT(*)', 'count')
      // Never an empty list, and always the same number of statements.
      .where({ operationId: In(['', ...ids]) })
      .groupBy('item.operation_id')
      .addGroupBy('item.state')
      .getRawMany<{ id: string; state: string; count: unknown }>();
    const count = (id: string, state: string) =>
      Number(counts.find((row) => row.id === id && row.state === state)?.count ?? 0);
    return ({ id }) => ({ done: count(id, 'done'), failed: count(id, 'failed') });
  }
}
