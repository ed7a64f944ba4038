import { describe, expect, it } from 'vitest';
import { ReceiversInHand } from './receivers-in-hand.js';

const taken = (inHand: ReceiversInHand, count: number) =>
  Array.from({ length: count }, () => inHand.take('slow')).filter(Boolean).length;

describe('what a process has in hand', () => {
  it('is twenty messages to one receiver; others have their own, and nobody in particular no bound', () => {
    const inHand = new ReceiversInHand();
    expect(taken(inHand, 50)).toBe(20);
    expect(inHand.passOver()).toEqual(['slow']);
    expect(inHand.take('quick')).toBe(true);
    expect(Array.from({ length: 100 }, () => inHand.take(null)).every(Boolean)).toBe(true);
  });

  it.each([
    ['some were left', (inHand: ReceiversInHand) => taken(inHand, 21)],
    ['none were read', (inHand: ReceiversInHand) => (taken(inHand, 20), inHand.passOver())],
  ])('is read on once when half of it is done with, if %s', (_why, fill) => {
    const inHand = new ReceiversInHand();
    fill(inHand);
    const asked = Array.from({ length: 20 }, () => inHand.letGo('slow'));
    expect(asked.indexOf(true)).toBe(10);
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(inHand.passOver()).toEqual([]);
  });

  it('is not read on when nothing was left', () => {
    const inHand = new ReceiversInHand();
    taken(inHand, 20);
    expect(Array.from({ length: 20 }, () => inHand.letGo('slow')).some(Boolean)).toBe(false);
    expect(inHand.letGo(null)).toBe(false);
  });
});
