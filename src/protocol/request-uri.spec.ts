import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isAsDigested, parseRequestUri } from './request-uri.js';

const uri = 'https://app.example/jar?x=1';
const content = Buffer.from('e30.e30.x');
const digest = createHash('sha256').update(content).digest('base64url');
const refused = expect.objectContaining({ code: 'invalid_request_uri' }) as Error;

describe('request_uri (OpenID Connect Core §6.2)', () => {
  it('is a registered one, with or without a digest', () => {
    expect(parseRequestUri(uri, [uri])).toEqual({ url: uri, isPinned: false });
    expect(parseRequestUri(`${uri}#${digest}`, [uri])).toEqual({ url: uri, digest, isPinned: true });
    expect(parseRequestUri(`${uri}#mark`, [`${uri}#mark`])).toEqual({ url: uri, digest: 'mark', isPinned: false });
  });

  it.each([
    'https://app.example/jar',
    'https://app.example/jar?x=1&y',
    'HTTPS://app.example/jar?x=1',
    'https://app.example:443/jar?x=1',
    'https://app.example/./jar?x=1',
    'https://app.example@evil.example/jar?x=1',
    ` ${uri}`,
    '',
    '#',
    `${uri}#${'x'.repeat(512)}`,
    `${uri}#ä`,
  ])('is not %j', (text) => {
    expect(() => parseRequestUri(text, [uri])).toThrow(refused);
  });

  it('cannot leave out or change a registered fragment', () => {
    for (const text of [uri, `${uri}#other`]) expect(() => parseRequestUri(text, [`${uri}#mark`])).toThrow(refused);
  });

  it('must give what has the digest that the request adds', () => {
    expect(isAsDigested(content, { url: uri, digest, isPinned: true })).toBe(true);
    expect(() => isAsDigested(content, { url: uri, digest: 'x', isPinned: true })).toThrow(refused);
    expect(() => isAsDigested(content, { url: uri, digest: '', isPinned: true })).toThrow(refused);
  });

  it('may give anything else, but then it can change', () => {
    expect(isAsDigested(content, { url: uri, isPinned: false })).toBe(false);
    expect(isAsDigested(content, { url: uri, digest: 'mark', isPinned: false })).toBe(false);
    expect(isAsDigested(content, { url: uri, digest, isPinned: false })).toBe(true);
  });
});
