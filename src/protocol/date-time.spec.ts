import { describe, expect, it } from 'vitest';
import { parseDateTime, parseDayOrDateTime } from './date-time.js';

describe('RFC 3339 §5.6 a time', () => {
  it.each([
    ['2026-11-26T08:00:00Z', '2026-11-26T08:00:00.000Z'],
    ['2026-11-26T08:00:00.123456789Z', '2026-11-26T08:00:00.123Z'],
    ['2026-11-26T08:00:00+01:00', '2026-11-26T07:00:00.000Z'],
    ['2026-11-26T00:30:00-05:30', '2026-11-26T06:00:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, moment) => {
    expect(parseDateTime(text)?.toISOString()).toBe(moment);
    expect(parseDayOrDateTime(text)?.toISOString()).toBe(moment);
  });

  it.each([
    '2026-W48-4',
    '2026-330',
    '20261126',
    '2026-11-26T08Z',
    '2026-11-26T08:00Z',
    '2026-11-26T08:00:00',
    '2026-11-26 08:00:00Z',
    '2026-11-26T08:00:00 01:00',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-26T24:00:00Z',
    '2026-11-26T08:00:00+0100',
    '+002026-11-26T08:00:00Z',
    '2026-11-26t08:00:00z',
    'yesterday',
    '',
  ])('%s is none', (text) => {
    expect(parseDateTime(text)).toBeUndefined();
    expect(parseDayOrDateTime(text)).toBeUndefined();
  });

  it('a day alone is none, unless its beginning in UTC is meant', () => {
    expect(parseDateTime('2026-11-26')).toBeUndefined();
    expect(parseDayOrDateTime('2026-11-26')?.toISOString()).toBe('2026-11-26T00:00:00.000Z');
    expect(parseDayOrDateTime('2026-02-30')).toBeUndefined();
  });
});
