import { describe, expect, it } from 'vitest';
import { EVENT_PATTERNS, type EventPattern, isWanted } from './event-patterns.js';

describe('what a webhook is told of', () => {
  it.each<[EventPattern[], boolean]>([
    [['*'], true],
    [['user.*'], true],
    [['user.created'], true],
    [['client.*', 'user.created'], true],
    [['user.updated'], false],
    [['client.*'], false],
    [[], false],
  ])('%j: user.created %s', (patterns, expected) => {
    expect(isWanted(patterns, 'user.created')).toBe(expected);
  });

  it('a kind is not the beginning of another word', () => {
    expect(isWanted(['key.*'], 'key.rotated')).toBe(true);
    expect(isWanted(['client.*'], 'consent.granted')).toBe(false);
    expect(EVENT_PATTERNS).toContain('initial_access_token.*');
  });
});
