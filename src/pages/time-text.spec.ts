import { describe, expect, it } from 'vitest';
import { inLocale } from './reader.js';
import { dayText, isoDay, timeText } from './time-text.js';

const AT = new Date('2026-11-23T23:10:00Z');

describe('times', () => {
  it.each([
    ['en', undefined, '23 Nov 2026, 23:10 UTC'],
    ['en', 'Europe/Berlin', '24 Nov 2026, 00:10 CET'],
    ['de', 'Europe/Berlin', '24. Nov. 2026, 00:10 MEZ'],
    ['en', 'Asia/Kolkata', '24 Nov 2026, 04:40 GMT+5:30'],
    ['en', 'Europe/Atlantis', '23 Nov 2026, 23:10 UTC'],
  ])('in %s and the zone %s are %s', (locale, zone, shown) => {
    expect(inLocale(locale, () => timeText(AT, zone))).toBe(shown);
  });

  it('belong to a day of the same zone', () => {
    expect(dayText(AT)).toBe('23 November 2026');
    expect(inLocale('de', () => dayText(AT, 'Europe/Berlin'))).toBe('24. November 2026');
    expect(isoDay(AT, 'Europe/Berlin')).toBe('2026-11-24');
  });
});
