import type { AuditEvent } from './audit-event.entity.js';

/** An event as the API and the command line show it. */
export function auditAnswer(event: AuditEvent) {
  return {
    id: event.id,
    occurred_at: event.occurredAt.toISOString(),
    action: event.action,
    outcome: event.outcome,
    reason: event.reason,
    actor_type: event.actorType,
    actor_id: event.actorId,
    target_type: event.targetType,
    target_id: event.targetId,
    address: event.address,
    user_agent: event.userAgent,
    request_id: event.requestId,
    details: event.details,
  };
}
