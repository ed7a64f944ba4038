import { ApiProperty } from '@nestjs/swagger';
import { MaybeText, MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import type { BulkItem } from '../../bulk/bulk-item.entity.js';
import { BULK_STATES } from '../../bulk/bulk-operation.entity.js';
import type { BulkReport } from '../../bulk/bulk-operations.service.js';
import { PROBLEMS } from '../../http/problem.js';

/** A bulk operation, and how far it is. */
export class BulkOperationResource {
  /** Also `request_id` of everything that it did, in the audit log. */
  @Text id!: string;
  @Text action!: string;
  @Shown({ enum: BULK_STATES }) state!: string;
  @MaybeText(
    'Why it stopped: `caller_lost_rights` when whoever began it may not do it any more. Why it failed: `never_started` when the server was stopped before it was written down as a whole; nothing was done, begin it again',
  )
  stop_reason!: string | null;
  @Shown({ type: 'integer', description: 'How many things it acts on' }) total!: number;
  @Shown({ type: 'integer' }) done!: number;
  @Shown({ type: 'integer' }) failed!: number;
  @Shown({ enum: ['user', 'client'], description: 'Who began it' }) started_by_type!: string;
  /** Id of the user or of the app. */
  @Text started_by_id!: string;
  @Time('When it was begun') created_at!: string;
  @MaybeTime('When it ended') finished_at!: string | null;
  @Time('When it is forgotten') expires_at!: string;
}

/** One thing that could not be acted on. */
export class BulkFailureResource {
  @Text id!: string;
  /** Type of the problem that the operation on this one alone would answer with. */
  @Text problem!: string;
  @Text title!: string;
}

/** The same with what failed. */
export class BulkOperationDetail extends BulkOperationResource {
  @ApiProperty({ type: [BulkFailureResource] }) errors!: readonly BulkFailureResource[];
}

export function bulkOperationResource({ operation, progress }: BulkReport): BulkOperationResource {
  const { id, action, state, stopReason, total, starter, createdAt, finishedAt, expiresAt } = operation;
  return {
    id,
    action,
    state,
    stop_reason: stopReason,
    total,
    ...progress,
    started_by_type: starter.type,
    started_by_id: starter.id,
    created_at: createdAt.toISOString(),
    finished_at: finishedAt?.toISOString() ?? null,
    expires_at: expiresAt.toISOString(),
  };
}

export function bulkOperationDetail(
  report: BulkReport,
  failures: readonly Pick<BulkItem, 'target' | 'problem'>[],
): BulkOperationDetail {
  const errors = failures.map(({ target, problem }) => ({
    id: target,
    problem: problem ?? 'server-error',
    title: (PROBLEMS as Record<string, { title: string }>)[problem ?? '']?.title ?? '',
  }));
  return Object.assign(bulkOperationResource(report), { errors });
}
