import { describe, expect, it } from 'vitest';
import { type Asked, bucketsBefore, bucketsOf, HOUR_MS, spanOf } from './time-buckets.js';

const asked = (since: string, until: string, timeZone: string, interval: Asked['interval'] = 'day'): Asked => ({
  since: new Date(since),
  until: new Date(until),
  interval,
  timeZone,
});
const hours = (time: Asked) => bucketsOf(time).map(({ start, end }) => (end - start) / HOUR_MS);
const starts = (time: Asked) => bucketsOf(time).map(({ start }) => new Date(start).toISOString().slice(0, 16));

describe('time in buckets', () => {
  it('hours are those of UTC, with the first and the last as a whole', () => {
    expect(starts(asked('2026-11-26T08:59:00Z', '2026-11-26T10:01:00Z', 'Europe/Paris', 'hour'))).toEqual([
      '2026-11-26T08:00',
      '2026-11-26T09:00',
      '2026-11-26T10:00',
    ]);
  });

  it('an end on the hour does not begin another one', () => {
    expect(starts(asked('2026-11-26T08:00:00Z', '2026-11-26T09:00:00Z', 'UTC', 'hour'))).toHaveLength(1);
  });

  it.each([
    ['UTC', ['2026-11-25T00:00', '2026-11-26T00:00']],
    ['America/New_York', ['2026-11-25T05:00', '2026-11-26T05:00']],
    ['Asia/Tokyo', ['2026-11-24T15:00', '2026-11-25T15:00']],
  ])('days are those of %s', (zone, expected) => {
    expect(starts(asked('2026-11-25T12:00:00Z', '2026-11-26T12:00:00Z', zone))).toEqual(expected);
  });

  it.each([
    ['a day of 23 hours', asked('2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', 'Europe/Paris'), [24, 23, 24]],
    ['a day of 25 hours', asked('2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 'Europe/Paris'), [24, 25, 24]],
    ['a day without midnight', asked('2026-04-23T12:00:00Z', '2026-04-25T12:00:00Z', 'Africa/Cairo'), [24, 23, 24]],
    ['a day that was left out', asked('2011-12-29T12:00:00Z', '2011-12-31T12:00:00Z', 'Pacific/Apia'), [24, 24, 24]],
  ])('%s', (_name, time, expected) => {
    expect(hours(time)).toEqual(expected);
    const spans = bucketsOf(time);
    for (const [index, { end }] of spans.slice(0, -1).entries()) expect(spans[index + 1]?.start).toBe(end);
  });

  it('half an hour off: an hour belongs to the day that it begins in', () => {
    expect(starts(asked('2026-11-26T12:00:00Z', '2026-11-26T13:00:00Z', 'Asia/Kolkata'))).toEqual(['2026-11-25T19:00']);
  });

  it('the time before is as long and ends where this begins, also across a change of the clocks', () => {
    for (const zone of ['UTC', 'Europe/Paris', 'Asia/Kolkata', 'Pacific/Apia']) {
      for (const interval of ['hour', 'day'] as const) {
        const time = asked('2026-10-20T12:00:00Z', '2026-10-29T12:00:00Z', zone, interval);
        const [now, before] = [bucketsOf(time), bucketsBefore(bucketsOf(time), time)];
        expect(before).toHaveLength(now.length);
        expect(spanOf(before).end).toBe(spanOf(now).start);
      }
    }
  });
});
