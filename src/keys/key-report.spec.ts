import { describe, expect, it } from 'vitest';
import { keyReports } from './key-report.js';
import type { KeySchedule } from './key-schedule.js';
import type { SigningKey } from './signing-key.entity.js';

const SCHEDULE: KeySchedule = { signsFor: 1_000, publishedBefore: 100, publishedAfter: 50, knownAfter: 500 };
const at = (ms: number) => new Date(ms);

function aRow(changes: Partial<SigningKey>): SigningKey {
  const ends = { activatesAt: null, retiredAt: null, publishedUntil: null, expiresAt: null };
  const key = { id: 'k', alg: 'ES256', generation: 1, state: 'next', createdAt: at(0), privateJwk: 'v1.sealed' };
  return { ...key, publicJwk: { kty: 'EC' }, ...ends, ...changes } as SigningKey;
}

describe('the report of signing keys', () => {
  it('tells in the order of the algorithms, the newest first, when one follows the other', () => {
    const reports = keyReports(
      {
        keys: [
          aRow({ id: 'e', alg: 'EdDSA', state: 'active', activatesAt: at(7) }),
          aRow({ id: 'a', state: 'active', generation: 2, activatesAt: at(500) }),
          aRow({ id: 'n', generation: 3, createdAt: at(500) }),
          aRow({ id: 'r', state: 'retired', activatesAt: at(0), retiredAt: at(500), publishedUntil: at(550) }),
        ],
      },
      SCHEDULE,
    );
    expect(reports.map(({ kid, signsFrom, signsUntil }) => [kid, signsFrom, signsUntil])).toEqual([
      ['n', at(1_500), null],
      ['a', at(500), at(1_500)],
      ['r', at(0), at(500)],
      ['e', at(7), null],
    ]);
  });

  it('holds no key material', () => {
    expect(JSON.stringify(keyReports({ keys: [aRow({})] }, SCHEDULE))).not.toMatch(/sealed|kty/);
  });
});
