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
    const tokens = Array.from({ length: samples }, () => Buffer.from(randomToken(), 'base64url'));
    const counts = Array.from(
      { length: 256 },
      (_, bit) => tokens.filter((bytes) => bytes.readUInt8(bit >> 3) & (1 << (bit & 7))).length,
    );
    // Seven standard deviations: a sound generator fails this once in a billion runs.
    const tolerance = (7 * Math.sqrt(samples)) / 2;
    for (const count of counts) expect(Math.abs(count - samples / 2)).toBeLessThan(tolerance);
  });
});
