import { describe, expect, it } from 'vitest';
import { TIME_ZONES, timeZoneName } from './time-zone.js';

describe('time zones', () => {
  it('are those of the IANA database, by the names that it has today', () => {
    expect(TIME_ZONES.length).toBeGreaterThan(400);
    expect(TIME_ZONES).toEqual(expect.arrayContaining(['Europe/Berlin', 'Asia/Kolkata', 'Europe/Kyiv', 'UTC']));
    expect(TIME_ZONES).not.toContain('Asia/Calcutta');
    expect(TIME_ZONES.filter((zone) => timeZoneName(zone) !== zone)).toEqual([]);
  });

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(timeZoneName(typed)).toBe(kept);
  });

  it.each(['', '+01:00', '-05', 'Europe/Atlantis', 'Europe/', '../Berlin', 'Europe/Berlin ', 'x'.repeat(1_000_000)])(
    'refuses what is none',
    (typed) => {
      expect(timeZoneName(typed)).toBeUndefined();
    },
  );
});
