import { describe, expect, it } from 'vitest';
import { MinuteCounts } from './minute-counts.js';

describe('events counted by the minute', () => {
  it('are too many beyond the limit, per key', () => {
    let now = 0;
    const counts = new MinuteCounts(30, () => now);
    for (let count = 0; count < 30; count += 1) expect(counts.add('a').excess).toBe(0);
    now = 20_000;
    expect(counts.add('a')).toEqual({ excess: 1, retryAfter: 40 });
    expect(counts.add('a').excess).toBe(2);
    expect(counts.add('b').excess).toBe(0);
  });

  it('are forgotten after the minute', () => {
    let now = 0;
    const counts = new MinuteCounts(30, () => now);
    for (let count = 0; count < 31; count += 1) counts.add('a');
    now = 60_000;
    expect(counts.add('a').excess).toBe(0);
  });

  it('of made-up keys do not fill the memory', () => {
    const counts = new MinuteCounts(30, () => 0);
    for (let count = 0; count < 31; count += 1) counts.add('first');
    for (let count = 0; count < 1_000; count += 1) counts.add(`made-up-${count}`);
    expect(counts.add('first').excess).toBe(0);
  });
});
