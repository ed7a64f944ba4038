import { describe, expect, it } from 'vitest';
import { parseUniqueJson } from './unique-json.js';

describe('JSON in which every member has one name', () => {
  it.each([
    '{}',
    '{"a":1,"b":{"a":1,"b":[{"a":1},{"a":2}]}}',
    '["a","a",{"a":"a"}]',
    String.raw`{"a":"\":{\"a\":1","b":"\\"}`,
    '{"__proto__":1,"constructor":2}',
    '"a"',
    '1',
  ])('%s is read', (text) => {
    expect(parseUniqueJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"b":{"a":1,"a":2}}',
    '[{"a":[],"a":[]}]',
    String.raw`{"a":1,"\u0061":2}`,
    '{"a":{"x":1},"a":2}',
  ])('%s is refused', (text) => {
    expect(() => parseUniqueJson(text)).toThrow('twice');
  });

  it('goes so deep and no deeper', () => {
    expect(() => parseUniqueJson('['.repeat(32) + ']'.repeat(32))).not.toThrow();
    expect(() => parseUniqueJson('['.repeat(33) + ']'.repeat(33))).toThrow('deeply');
  });

  it.each(['', '{', '{"a":1,}', "{'a':1}", '{"a":01}', 'NaN'])('%s is no JSON', (text) => {
    expect(() => parseUniqueJson(text)).toThrow(SyntaxError);
  });
});
