import { describe, expect, it } from 'vitest';
import { LIFETIMES } from '../config/lifetimes.js';
import { Settings } from '../config/settings.js';
import { isKnown, isPublished, keyScheduleOf, takesOverAt } from './key-schedule.js';

const at = (seconds: number) => new Date(seconds * 1000);

const schedule = keyScheduleOf(
  Object.assign(new Settings(), {
    lifetimes: { ...LIFETIMES, accessToken: 50, idToken: 70, sessionAbsolute: 1_000 },
    signingKeys: { lifetime: 500, jwksMaxAge: 20, cacheAge: 5, upkeepInterval: 1 },
  }),
);

describe('the schedule of signing keys', () => {
  it('publishes a key for longer than a process and then a client may keep a JWKS without it', () => {
    expect(schedule.publishedBefore).toBeGreaterThan((20 + 5) * 1000);
  });

  it('publishes a replaced key until the longest token has expired that a process could still sign with it', () => {
    expect(schedule.publishedAfter).toBeGreaterThan((70 + 5) * 1000);
  });

  it('recognises what it signed for as long as a session of then may live', () => {
    expect(schedule.knownAfter).toBeGreaterThan((1_000 + 5) * 1000);
  });
});

describe('when the next key takes over', () => {
  const active = { activatesAt: at(0) };

  it.each([
    ['when the active one has signed long enough', { createdAt: at(0), activatesAt: null }, 500],
    ['not before clients know it, however long that takes', { createdAt: at(490), activatesAt: null }, 520],
    ['when somebody asked for it', { createdAt: at(0), activatesAt: at(30) }, 30],
    ['before clients know it, if somebody asked for that', { createdAt: at(100), activatesAt: at(101) }, 101],
  ])('%s', (_rule, next, expected) => {
    expect(takesOverAt(next, active, schedule)).toEqual(at(expected));
  });
});

describe('a key at a moment', () => {
  const now = at(100);

  it.each([
    ['with no end yet', { state: 'active' as const, publishedUntil: null, expiresAt: null }, true, true],
    ['within its ends', { state: 'retired' as const, publishedUntil: at(101), expiresAt: at(102) }, true, true],
    [
      'when tokens have expired',
      { state: 'retired' as const, publishedUntil: at(100), expiresAt: at(101) },
      false,
      true,
    ],
    [
      'when sessions have ended',
      { state: 'retired' as const, publishedUntil: at(99), expiresAt: at(100) },
      false,
      false,
    ],
    ['that was revoked', { state: 'revoked' as const, publishedUntil: at(101), expiresAt: at(102) }, false, false],
  ])('%s', (_case, key, published, known) => {
    expect([isPublished(key, now), isKnown(key, now)]).toEqual([published, known]);
  });
});
