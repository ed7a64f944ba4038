import { describe, expect, it } from 'vitest';
import { randomToken } from './random-token.js';

describe('random tokens', () => {
  it('have 256 bits in base64url, which needs no encoding anywhere (RFC 6749 §10.10)', () => {
    expect(randomToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(randomToken(), 'base64url')).toHaveLength(32);
    expect(Buffer.from(randomToken(16), 'base64url')).toHaveLength(16);
  });

  it('never repeat', () => {
    const tokens = new Set(Array.from({ length: 10_000 }, () => randomToken()));
    expect(tokens.size).toBe(10_000);
  });

  it('use every bit: each of the 256 is set in about half of them', () => {
    const samples = 2_000;
    const set = new Uint16Array(256);
    for (let sample = 0; sample < samples; sample += 1) {
      const bytes = Buffer.from(randomToken(), 'base64url');
      for (let bit = 0; bit < 256; bit += 1) set[bit] += ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1;
    }
    // Seven standard deviations: a sound generator fails this once in a billion runs.
    const tolerance = (7 * Math.sqrt(samples)) / 2;
    for (const count of set) expect(Math.abs(count - samples / 2)).toBeLessThan(tolerance);
  });
});
