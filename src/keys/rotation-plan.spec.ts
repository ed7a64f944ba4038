import { describe, expect, it } from 'vitest';
import { SIGNING_ALGS } from '../protocol/jose-algs.js';
import type { KeySchedule } from './key-schedule.js';
import { type PlannedKey, rotationPlan } from './rotation-plan.js';

const SCHEDULE: KeySchedule = { signsFor: 1_000, publishedBefore: 100, publishedAfter: 50, knownAfter: 500 };
const NOW = new Date(10_000);

/** A key of ES256 that was made, and began to sign, so many milliseconds ago. */
function aKey(
  generation: number,
  state: PlannedKey['state'],
  { made = 500, signs }: { made?: number; signs?: number },
) {
  const activatesAt = signs === undefined ? null : new Date(NOW.getTime() - signs);
  const createdAt = new Date(NOW.getTime() - made);
  return { id: `${state} ${generation}`, alg: 'ES256' as const, generation, state, createdAt, activatesAt };
}

/** What is planned for ES256. */
function plan(...keys: PlannedKey[]) {
  return rotationPlan(keys, NOW, SCHEDULE)
    .filter(({ alg }) => alg === 'ES256')
    .map((step) => (step.do === 'create' ? `create ${step.state} ${step.generation}` : `${step.do} ${step.id}`));
}

describe('the plan of signing keys', () => {
  it('begins with an active key for each algorithm', () => {
    expect(rotationPlan([], NOW, SCHEDULE)).toEqual(
      SIGNING_ALGS.map((alg) => ({ do: 'create', alg, generation: 1, state: 'active' })),
    );
  });

  it.each([
    ['makes the next key as soon as there is an active one', [aKey(1, 'active', { signs: 0 })], ['create next 2']],
    ['has nothing to do while both are there', [aKey(1, 'active', { signs: 999 }), aKey(2, 'next', {})], []],
    [
      'promotes the next key on schedule',
      [aKey(1, 'active', { signs: 1_000 }), aKey(2, 'next', {})],
      ['promote next 2'],
    ],
    [
      'waits until the next key was published for long enough',
      [aKey(1, 'active', { signs: 5_000 }), aKey(2, 'next', { made: 99 })],
      [],
    ],
    [
      'promotes it when somebody asked for that',
      [aKey(1, 'active', { signs: 5 }), aKey(2, 'next', { made: 5, signs: 0 })],
      ['promote next 2'],
    ],
    [
      'retires the old key only when it sees the new one active',
      [aKey(1, 'active', { signs: 1_000 }), aKey(2, 'active', { signs: 0 })],
      ['retire active 1', 'create next 3'],
    ],
    [
      'finishes what a process that stopped in between has left',
      [aKey(1, 'active', { signs: 2_000 }), aKey(2, 'active', { signs: 10 }), aKey(3, 'next', {})],
      ['retire active 1'],
    ],
    ['promotes the next key at once when none is active', [aKey(2, 'next', { made: 0 })], ['promote next 2']],
    [
      'makes a key that signs at once when none is left',
      [aKey(1, 'retired', {}), aKey(3, 'revoked', {})],
      ['create active 4'],
    ],
  ])('%s', (_rule, keys, steps) => {
    expect(plan(...keys)).toEqual(steps);
    expect(plan(...keys.toReversed())).toEqual(steps);
  });
});
