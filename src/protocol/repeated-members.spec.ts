import { describe, expect, it } from 'vitest';
import { hasRepeatedMembers } from './repeated-members.js';

describe('members of a JSON object (RFC 8259 §4)', () => {
  it.each([
    ['{}', false],
    ['{"a":1,"b":2}', false],
    ['{"a":1,"a":1}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{ "a" : {"a":1} , "b" : ["a","a"] }', false],
    ['{"a":{"b":1,"b":2}}', false],
    ['{"a":"\\"b\\":","b":"{"}', false],
    ['{"a":"}","b":"\\\\","a":1}', true],
  ])('%s: repeated %s', (json, expected) => {
    JSON.parse(json);
    expect(hasRepeatedMembers(json)).toBe(expected);
  });
});
