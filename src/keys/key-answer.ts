import type { KeyReport } from './key-report.js';

/** A key as the API and the command line show it. Nothing of it is secret. */
export function keyAnswer({ kid, alg, state, createdAt, signsFrom, signsUntil, publishedUntil, goneAt }: KeyReport) {
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
