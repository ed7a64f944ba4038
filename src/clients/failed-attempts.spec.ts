import { describe, expect, it } from 'vitest';
import { FailedAttempts } from './failed-attempts.js';

describe('failed client authentications', () => {
  it('are too many after thirty in a minute, per client id', () => {
    let now = 0;
    const attempts = new FailedAttempts(() => now);
    for (let count = 0; count < 30; count += 1) expect(attempts.add('a').excess).toBe(0);
    now = 20_000;
    expect(attempts.add('a')).toEqual({ excess: 1, retryAfter: 40 });
    expect(attempts.add('a').excess).toBe(2);
    expect(attempts.add('b').excess).toBe(0);
  });

  it('are forgotten after the minute', () => {
    let now = 0;
    const attempts = new FailedAttempts(() => now);
    for (let count = 0; count < 31; count += 1) attempts.add('a');
    now = 60_000;
    expect(attempts.add('a').excess).toBe(0);
  });

  it('of made-up client ids do not fill the memory', () => {
    const attempts = new FailedAttempts(() => 0);
    for (let count = 0; count < 31; count += 1) attempts.add('first');
    for (let count = 0; count < 1_000; count += 1) attempts.add(`made-up-${count}`);
    expect(attempts.add('first').excess).toBe(0);
  });
});
