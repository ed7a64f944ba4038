import { createHmac } from 'node:crypto';
import { equalDigests } from '../crypto/digest.js';
import type { AuditEvent } from './audit-event.entity.js';

/** What a chain begins with. */
export const NO_HASH = Buffer.alloc(32);

/** The hash of an event: of all that it says, of its place, and of the event before it. Only who has the key can make one. */
export function eventHash(key: Buffer, event: Omit<AuditEvent, 'hash'>): Buffer {
  const { previousHash, occurredAt, details, ...rest } = event;
  const { id, chain, seq, action, outcome, reason, actorType, actorId, targetType, targetId } = rest;
  const { address, userAgent, requestId } = rest;
  return mac(key, 'event', [
    [id, chain, seq, occurredAt.getTime(), action, outcome, reason],
    [actorType, actorId, targetType, targetId, address, userAgent, requestId],
    Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    previousHash.toString('hex'),
  ]);
}

/** Whether an event is as it was written. */
export function isAsWritten(key: Buffer, event: AuditEvent): boolean {
  return equalDigests(event.hash, eventHash(key, event));
}

/** The hash of a chain's beginning. */
export function beginningHash(key: Buffer, chain: number, firstSeq: number, firstPreviousHash: Buffer): Buffer {
  return mac(key, 'beginning', [chain, firstSeq, firstPreviousHash.toString('hex')]);
}

/** The hash of a chain's end. */
export function endHash(key: Buffer, chain: number, lastSeq: number): Buffer {
  return mac(key, 'end', [chain, lastSeq]);
}

function mac(key: Buffer, kind: string, values: unknown): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([kind, values]))
    .digest();
}
