import { describe, expect, it } from 'vitest';
import { retryDelay } from './backoff.js';

const HOUR_MS = 60 * 60 * 1000;

describe('how long a message that failed waits', () => {
  it.each([
    [1, 5_000],
    [2, 30_000],
    [3, 120_000],
    [5, HOUR_MS],
    [8, 12 * HOUR_MS],
  ])('after attempt %i: %i ms at most', (attempts, longest) => {
    expect(retryDelay(attempts, 0)).toBe(longest);
    expect(retryDelay(attempts, 1)).toBe(longest * 0.8);
  });

  it('is told to give up after about a day', () => {
    const waits = Array.from({ length: 20 }, (_, index) => retryDelay(index + 1, 0));
    const total = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0);
    expect(waits.at(8)).toBeUndefined();
    expect(total).toBeGreaterThan(20 * HOUR_MS);
    expect(total).toBeLessThan(25 * HOUR_MS);
  });
});
