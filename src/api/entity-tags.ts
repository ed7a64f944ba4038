import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

/** What has versions: each change moves `updatedAt` on. */
export interface Versioned {
  readonly updatedAt: Date;
}

/** The entity tag of this version (RFC 9110 §8.8.3). */
export function entityTag({ updatedAt }: Versioned): string {
  return `"${updatedAt.getTime().toString(36)}"`;
}

/** Sends the version along. */
export function sendEntityTag(reply: FastifyReply, row: Versioned): void {
  reply.header('etag', entityTag(row));
}

/**
 * Checks that the caller has seen the version that they change (RFC 9110 §13.1.1). The write itself is guarded by the same
 * version, for somebody may come in between.
 * @throws Problem `precondition-required`, `precondition-failed`
 */
export function checkIfMatch(request: FastifyRequest, row: Versioned): void {
  checkIfMatchTag(request, entityTag(row));
}

/** The same for what has an entity tag of another kind. @throws Problem `precondition-required`, `precondition-failed` */
export function checkIfMatchTag(request: FastifyRequest, tag: string): void {
  const wanted = request.headers['if-match'];
  if (wanted === undefined) throw new Problem('precondition-required');
  // `*`, by itself, says: whatever version there is.
  if (wanted.trim() === '*') return;
  // RFC 9110 §8.8.3.2: strong comparison, so that a weak tag never matches.
  if (!wanted.split(',').some((one) => one.trim() === tag)) throw new Problem('precondition-failed');
}
