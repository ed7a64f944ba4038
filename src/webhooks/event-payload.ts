import type { AuditEvent } from '../audit/audit-event.entity.js';
import type { NewDelivery } from './webhook-delivery.store.js';

/** The type of what an administrator sends to see whether a webhook works. No event has it. */
export const TEST_TYPE = 'webhook.test';

/**
 * An event as a webhook tells it: who did what, by ids. Network address and browser stay in the audit log, where the id
 * finds them.
 */
export function eventDelivery(event: AuditEvent): NewDelivery {
  const { id, action, occurredAt, outcome, reason, requestId, details } = event;
  const data = {
    id,
    outcome,
    reason,
    actor_type: event.actorType,
    actor_id: event.actorId,
    target_type: event.targetType,
    target_id: event.targetId,
    request_id: requestId,
    details,
  };
  return { eventId: id, type: action, payload: payload(action, occurredAt, data) };
}

export function testDelivery(id: string): NewDelivery {
  return { eventId: id, type: TEST_TYPE, payload: payload(TEST_TYPE, new Date(), { id }) };
}

/** Standard Webhooks, "payload structure". */
function payload(type: string, at: Date, data: object): string {
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}
