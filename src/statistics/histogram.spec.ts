import { describe, expect, it } from 'vitest';
import { bucketOf, quantile } from './histogram.js';

/** Requests of these durations in milliseconds. */
function histogram(...durations: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bucket of durations.map(bucketOf)) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  return counts;
}

describe('percentiles from a histogram', () => {
  it('a bound belongs to its bucket, what is beyond the last one to `more`', () => {
    expect([0, 1, 1.1, 100, 10_000, 10_001].map(bucketOf)).toEqual(['1', '1', '2.5', '100', '10000', 'more']);
  });

  it('says nothing about nothing', () => {
    expect(quantile(new Map(), 0.5)).toBeNull();
  });

  it.each([
    [0.5, 75],
    [0.95, 97.5],
    [1, 100],
  ])('share %f of one bucket lies within it', (share, expected) => {
    expect(quantile(histogram(60, 70, 80, 90), share)).toBe(expected);
  });

  it('is never off by more than its bucket', () => {
    const durations = Array.from({ length: 1_000 }, (_none, index) => index + 1);
    expect(quantile(histogram(...durations), 0.5)).toBe(500);
    expect(quantile(histogram(...durations), 0.95)).toBe(950);
    expect(quantile(histogram(...durations), 0.99)).toBe(990);
  });

  it('what took longer than the last bound is told as the last bound', () => {
    expect(quantile(histogram(1, 20_000, 30_000), 0.99)).toBe(10_000);
  });
});
