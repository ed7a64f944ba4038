import { describe, expect, it } from 'vitest';
import { OAuthError } from './oauth-error.js';
import { parseParams } from './params.js';

const plain = (encoded: string) => ({ ...parseParams(encoded).values });

const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}=1`).join('&');

describe('parameters', () => {
  it.each<[string, Record<string, string>]>([
    ['', {}],
    ['a=1', { a: '1' }],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['&&a=1&&b=2&', { a: '1', b: '2' }],
    ['a=1=2', { a: '1=2' }],
    ['a=b+c%20d%2B', { a: 'b c d+' }],
    ['na%6De=x', { name: 'x' }],
    ['a=caf%C3%A9+%F0%9F%98%80', { a: 'café 😀' }],
    ['a=café', { a: 'café' }],
    ['a=%26%3D%25', { a: '&=%' }],
    ['a%5Bb%5D=1', { 'a[b]': '1' }],
    ['a=%EF%BF%BD', { a: '\uFFFD' }],
  ])('%j are read as a form encodes them', (encoded, expected) => {
    expect(plain(encoded)).toEqual(expected);
  });

  it.each(['a=&b=1', 'a&b=1', 'b=1&a='])('without a value count as omitted: %s (RFC 6749 §3.1, §3.2)', (encoded) => {
    expect(plain(encoded)).toEqual({ b: '1' });
  });

  it.each(['a=1&a=2', 'a=1&a=1', 'a=&a=1', 'a=1&a', 'a=1&%61=2', 'a=1&b=2&a=3', '__proto__=1&__proto__=2'])(
    'must not stand twice: %s (RFC 6749 §3.1, §3.2)',
    (encoded) => {
      expect(() => parseParams(encoded)).toThrow(OAuthError);
      expect(() => parseParams(encoded)).toThrow(/repeated/);
    },
  );

  it('may stand several times where an extension says so (RFC 8707 §2)', () => {
    const { values, lists } = parseParams('resource=a&scope=s&resource=b&resource=', { repeatable: ['resource'] });
    expect({ ...values }).toEqual({ scope: 's' });
    expect({ ...lists }).toEqual({ resource: ['a', 'b'] });
  });

  it.each([
    ['a=%', 'a lone percent sign'],
    ['a=%2', 'half an octet'],
    ['a=%zz', 'no hexadecimal digits'],
    ['%=1', 'a broken name'],
    ['a=%FF', 'a byte that UTF-8 never has'],
    ['a=%C3', 'half a character'],
    ['a=%C0%AF', 'an overlong slash'],
    ['a=%ED%A0%80', 'a surrogate'],
    ['a=%F5%80%80%80', 'a code point beyond Unicode'],
    ['a=\uFFFD', 'raw bytes that were no UTF-8'],
    ['a=\uD800', 'a lone surrogate'],
    ['=1', 'no name'],
    ['=', 'nothing at all'],
    ['a=%00', 'NUL'],
    ['a=x%00y', 'NUL within'],
    ['a%00=1', 'NUL in a name'],
    ['a=\0', 'a raw NUL'],
    ['a=%0D%0ASet-Cookie:x', 'a line break'],
    ['a=%09', 'a tab'],
    ['a=%1B[31m', 'an escape'],
    ['a=%7F', 'DEL'],
    ['a=%C2%85', 'a C1 control'],
  ])('%j is invalid_request: %s', (encoded) => {
    expect(() => parseParams(encoded)).toThrow(expect.objectContaining({ code: 'invalid_request', status: 400 }));
  });

  it('may hold line breaks where a page has a text area, but no other control characters', () => {
    const { values } = parseParams('a=x%0D%0Ay%09z', { allowLineBreaks: true });
    expect(values.a).toBe('x\r\ny\tz');
    expect(() => parseParams('a=x%00', { allowLineBreaks: true })).toThrow(OAuthError);
    expect(() => parseParams('a%0A=x', { allowLineBreaks: true })).toThrow(OAuthError);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('named %s are ordinary names', (name) => {
    expect(parseParams('').values[name]).toBeUndefined();
    expect(parseParams('').lists[name]).toBeUndefined();
    expect(parseParams(`${name}=x`).values[name]).toBe('x');
    expect(parseParams(`${name}=x`, { repeatable: [name] }).lists[name]).toEqual(['x']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('have a limit in number and in length', () => {
    expect(Object.keys(parseParams(many(100)).values)).toHaveLength(100);
    expect(() => parseParams(many(101))).toThrow(/too many/);
    expect(() => parseParams('&'.repeat(60_000))).toThrow(/too many/);
    expect(() => parseParams(`a=${'x'.repeat(70_000)}`)).toThrow(/too long/);
    expect(() => parseParams('a=1&b=2', { maxParams: 1 })).toThrow(/too many/);
    expect(() => parseParams('a=12345', { maxLength: 6 })).toThrow(/too long/);
  });

  it('never echo what was sent', () => {
    expect(() => parseParams('<script>=1&<script>=2')).toThrow('invalid_request: a parameter is repeated');
    expect(() => parseParams('client_secret=hunter2&client_secret=hunter3')).toThrow(
      'invalid_request: the parameter client_secret is repeated',
    );
  });
});
