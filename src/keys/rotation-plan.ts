import { SIGNING_ALGS, type SigningAlg } from '../protocol/jose-algs.js';
import { type KeySchedule, takesOverAt } from './key-schedule.js';
import type { SigningKey } from './signing-key.entity.js';

/** What the plan reads of a key. */
export type PlannedKey = Pick<SigningKey, 'id' | 'alg' | 'generation' | 'state' | 'createdAt' | 'activatesAt'>;

/** One change of one key. Each is one guarded statement, so that several processes may follow the same plan. */
export type RotationStep =
  | { readonly do: 'create'; readonly alg: SigningAlg; readonly generation: number; readonly state: 'active' | 'next' }
  | { readonly do: 'promote'; readonly alg: SigningAlg; readonly id: string }
  | { readonly do: 'retire'; readonly alg: SigningAlg; readonly id: string };

/**
 * What is to be done now so that every algorithm has one active key, one published next key, and change on schedule.
 * Replacing a key takes two rounds: the next one is promoted first and the old one is retired when that is seen to be
 * done, so that there is a key to sign with at every moment, whoever stops in between. Of two active keys the newer signs.
 * @param keys all keys, in any order
 * @returns nothing when all is well
 */
export function rotationPlan(keys: readonly PlannedKey[], now: Date, schedule: KeySchedule): readonly RotationStep[] {
  return SIGNING_ALGS.flatMap((alg) => {
    const ofAlg = keys.filter((key) => key.alg === alg).toSorted((a, b) => b.generation - a.generation);
    return stepsFor(alg, ofAlg, now, schedule);
  });
}

/** @param keys of one algorithm, newest first */
function stepsFor(
  alg: SigningAlg,
  keys: readonly PlannedKey[],
  now: Date,
  schedule: KeySchedule,
): readonly RotationStep[] {
  const [active, ...replaced] = keys.filter(({ state }) => state === 'active');
  const next = keys.find(({ state }) => state === 'next');
  const generation = (keys[0]?.generation ?? 0) + 1;
  const retire = replaced.map(({ id }) => ({ do: 'retire' as const, alg, id }));
  if (next === undefined) {
    return [...retire, { do: 'create', alg, generation, state: active === undefined ? 'active' : 'next' }];
  }
  // Without an active key there is nothing to wait for.
  const isDue = active === undefined || takesOverAt(next, active, schedule) <= now;
  return isDue ? [...retire, { do: 'promote', alg, id: next.id }] : retire;
}
