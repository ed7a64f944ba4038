import type { AuditAction } from '../audit/audit-actions.js';
import type { AuditEvent } from '../audit/audit-event.entity.js';
import type { AuditFilter } from '../audit/audit-events.service.js';

/** What can be typed to choose events. */
export interface AuditFilterOptions {
  readonly action?: AuditAction;
  readonly outcome?: 'success' | 'failure';
  readonly actor?: string;
  readonly target?: string;
  readonly since?: Date;
  readonly until?: Date;
}

export function auditFilter({ action, outcome, actor, target, since, until }: AuditFilterOptions): AuditFilter {
  return { action, outcome, actorId: actor, targetId: target, since, until };
}

/** An event as JSON: all that it says, and its hash, so that an export can be held against the database. */
export function auditAnswer({
  occurredAt,
  previousHash,
  hash,
  ...event
}: AuditEvent): Readonly<Record<string, unknown>> {
  return {
    id: event.id,
    occurred_at: occurredAt.toISOString(),
    action: event.action,
    outcome: event.outcome,
    reason: event.reason,
    actor: { type: event.actorType, id: event.actorId },
    target: event.targetType === null ? null : { type: event.targetType, id: event.targetId },
    origin: { address: event.address, user_agent: event.userAgent, request_id: event.requestId },
    details: event.details,
    chain: event.chain,
    seq: event.seq,
    hash: hash.toString('hex'),
    previous_hash: previousHash.toString('hex'),
  };
}
