import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { AuditTargetType } from '../audit/audit-actions.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { withOrigin } from '../http/origin.js';
import { Outbox } from '../outbox/outbox.service.js';
import { type BulkAct, BulkItemFailure, BulkStop } from './bulk-acts.js';
import type { BulkOperation } from './bulk-operation.entity.js';
import { BulkStore, type ClaimedItem } from './bulk-store.service.js';

const KIND = 'bulk-operation';
/** Milliseconds that one message works: short, so that a stop waits little, and operations take turns. */
const TURN_MS = 2_000;

/** What its items are, by what an operation is about. */
const TARGETS: Readonly<Record<string, AuditTargetType>> = { users: 'user', clients: 'client' };

/** A type alias, as the outbox asks for. */
type Turn = { readonly operationId: string };

/**
 * Works on bulk operations in the background, a turn per message of the outbox. What was done is not done again: each
 * item is claimed before, and settled after. What is left of a process that died, BulkUpkeep finds.
 */
@Injectable()
export class BulkRunner implements OnModuleInit {
  private readonly logger = new Logger(BulkRunner.name);
  private readonly acts = new Map<string, BulkAct>();

  constructor(
    private readonly store: BulkStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    // Not in the name of the request that woke the outbox: each item is done in that of whoever began the operation.
    this.outbox.handle<Turn>(KIND, ({ operationId }) =>
      withOrigin({ actor: { type: 'system' } }, () => this.turn(operationId)),
    );
  }

  /** Says how a kind of thing is acted on. Called once, by its owner's module when it starts. */
  handle(resource: string, act: BulkAct): void {
    this.acts.set(resource, act);
  }

  /** The operation is begun soon. */
  enqueue(operationId: string): Promise<void> {
    return this.outbox.enqueue(KIND, { operationId });
  }

  private async turn(id: string): Promise<void> {
    const operation = await this.store.attend(id);
    if (operation === undefined) return;
    const end = Date.now() + TURN_MS;
    for (let item = await this.store.claimNext(id); item !== undefined; item = await this.store.claimNext(id)) {
      const stop = await this.work(operation, item);
      // SQLite answers without waiting: requests would not get their turn between two items.
      await setImmediate();
      if (stop !== undefined) return this.stop(operation, stop.reason);
      if (Date.now() >= end) return this.enqueue(id);
    }
    // Not while another process works on the rest: that one ends it then.
    await this.store.finish(id);
  }

  /** @returns the reason when nothing further may be done */
  private async work(operation: BulkOperation, item: ClaimedItem): Promise<BulkStop | undefined> {
    const { id: requestId, resource, address, starter } = operation;
    const act = this.acts.get(resource);
    if (act === undefined) throw new Error(`nobody acts on ${resource}`);
    const actor = { type: starter.type, id: starter.id };
    const origin = { requestId, actor, ...(address !== null && { address }) };
    try {
      await withOrigin(origin, () => act(operation, item.target, item.isRepeat));
    } catch (error) {
      if (error instanceof BulkStop) {
        await this.store.release(item);
        return error;
      }
      const problem = this.problemOf(error, requestId);
      await this.store.settle(item, problem);
      await withOrigin(origin, () => this.noteFailure(operation, item, problem));
      return undefined;
    }
    await this.store.settle(item, null);
    return undefined;
  }

  private async noteFailure(
    { id, resource, action }: BulkOperation,
    item: ClaimedItem,
    problem: string,
  ): Promise<void> {
    const details = { operation: id, action };
    const type = TARGETS[resource];
    const target = type === undefined ? undefined : ({ type, id: item.target } as const);
    const record = { action: 'bulk_operation.item_failed', failure: problem, details } as const;
    await this.audit.record(target === undefined ? record : { ...record, target });
  }

  private async stop({ id }: BulkOperation, reason: string): Promise<void> {
    if (!(await this.store.end(id, 'stopped', reason))) return;
    const target = { type: 'bulk_operation', id } as const;
    await this.audit.record({ action: 'bulk_operation.stopped', target, failure: reason });
  }

  private problemOf(error: unknown, id: string): string {
    if (error instanceof BulkItemFailure) return error.problem;
    this.logger.error(`bulk operation ${id}: an item failed: ${error instanceof Error ? error.name : 'unknown'}`);
    return 'server-error';
  }
}
