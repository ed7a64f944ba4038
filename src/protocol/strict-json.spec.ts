import { describe, expect, it } from 'vitest';
import { OAuthError } from './oauth-error.js';
import { parseStrictJson } from './strict-json.js';

describe('RFC 8259 a JSON body', () => {
  it.each([
    '{}',
    ' {"a":[1,{"a":2}],"b":{"a":"}{][:\\""}} ',
    '{"a":{"x":1},"b":{"x":1}}',
    String.raw`{"a\\":1,"a":2,"a\"":3}`,
    '{"text":"a\\":","text2":"b"}',
    '{"__proto__":{"polluted":true},"constructor":1}',
  ])('%s is taken as it is', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it.each([
    ['not JSON', '{"a":1'],
    ['empty', ''],
    ['a comment', '{/**/}'],
    ['a list', '[{}]'],
    ['a text', '"{}"'],
    ['null', 'null'],
    ['a member twice', '{"a":1,"a":1}'],
    ['a member twice, spelled differently', String.raw`{"a":1,"\u0061":2}`],
    ['a member twice with spaces before the colon', '{"a" :1,"a"\n:2}'],
    ['a member twice further in', '{"x":[{"y":{"a":1,"b":[],"a":2}}]}'],
    ['nine lists in one another', `{"a":${'['.repeat(9)}${']'.repeat(9)}}`],
    ['a very deep one', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ])('%s is refused', (_, text) => {
    expect(() => parseStrictJson(text)).toThrow(OAuthError);
  });
});
