import { SIGNING_ALGS, type SigningAlg } from '../protocol/jose-algs.js';
import { type KeySchedule, takesOverAt } from './key-schedule.js';
import type { SigningKey, SigningKeyState } from './signing-key.entity.js';

/** A key as the person who runs the server sees it. Nothing of it is secret. */
export interface KeyReport {
  readonly kid: string;
  readonly alg: SigningAlg;
  readonly state: SigningKeyState;
  /** Since when it is published. */
  readonly createdAt: Date;
  /** Since when it signs, or from when it will. Null for a key that was revoked before it did. */
  readonly signsFrom: Date | null;
  /** Until when it signs or signed, if that is known. */
  readonly signsUntil: Date | null;
  readonly publishedUntil: Date | null;
  /** When the row goes. */
  readonly goneAt: Date | null;
}

type ReportedKey = Omit<SigningKey, 'publicJwk' | 'privateJwk'>;

/** One report for each key, in the order of the algorithms, the newest first. */
export function keyReports(
  { keys }: { readonly keys: readonly ReportedKey[] },
  schedule: KeySchedule,
): readonly KeyReport[] {
  return SIGNING_ALGS.flatMap((alg) => {
    const ofAlg = keys.filter((key) => key.alg === alg).toSorted((a, b) => b.generation - a.generation);
    const active = ofAlg.find(({ state }) => state === 'active');
    const next = ofAlg.find(({ state }) => state === 'next');
    const change = active && next && takesOverAt(next, active, schedule);
    return ofAlg.map((key) => reportOf(key, change ?? null));
  });
}

function reportOf(key: ReportedKey, change: Date | null): KeyReport {
  return {
    kid: key.id,
    alg: key.alg,
    state: key.state,
    createdAt: key.createdAt,
    signsFrom: key.state === 'next' ? change : key.activatesAt,
    signsUntil: key.state === 'active' ? change : key.retiredAt,
    publishedUntil: key.publishedUntil,
    goneAt: key.expiresAt,
  };
}
