import type { AuditAction } from '../audit/audit-actions.js';
import type { AuditFilter } from '../audit/audit-events.service.js';

/** What can be typed to choose events. */
export interface AuditFilterOptions {
  readonly action?: AuditAction;
  readonly outcome?: 'success' | 'failure';
  readonly actor?: string;
  readonly target?: string;
  readonly request?: string;
  readonly since?: Date;
  readonly until?: Date;
}

export function auditFilter({
  action,
  outcome,
  actor,
  target,
  request,
  since,
  until,
}: AuditFilterOptions): AuditFilter {
  return { action, outcome, actorId: actor, targetId: target, requestId: request, since, until };
}
