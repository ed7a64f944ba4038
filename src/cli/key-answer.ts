import type { KeyReport } from '../keys/key-report.js';

/** A key as JSON. Nothing of it is secret. */
export function keyAnswer(report: KeyReport): Readonly<Record<string, unknown>> {
  const { kid, alg, state, createdAt, signsFrom, signsUntil, publishedUntil, goneAt } = report;
  return {
    kid,
    alg,
    state,
    created_at: createdAt.toISOString(),
    signs_from: signsFrom?.toISOString() ?? null,
    signs_until: signsUntil?.toISOString() ?? null,
    published_until: publishedUntil?.toISOString() ?? null,
    gone_at: goneAt?.toISOString() ?? null,
  };
}

/** A point in time for people: `2026-11-23 14:05:09 UTC`. */
export function timeText(time: Date | null): string {
  return time === null ? '-' : `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
