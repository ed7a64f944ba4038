import { describe, expect, it } from 'vitest';
import { equalDigests, hmac, sha256 } from './digest.js';

const key = Buffer.alloc(32, 7);

describe('digests', () => {
  it('are SHA-256 of the UTF-8 text (FIPS 180-4 example)', () => {
    expect(sha256('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('é')).toEqual(sha256('\u00e9'));
  });

  it('under a key depend on the key, on every part, and on where one part ends and the next begins', () => {
    const all = [
      hmac(key, 'a', 'bc'),
      hmac(key, 'ab', 'c'),
      hmac(key, 'abc'),
      hmac(key, 'abc', ''),
      hmac(key, '', 'abc'),
      hmac(key),
      hmac(key, '\0\0\0\u0001a'),
      hmac(key, 'a'),
      hmac(Buffer.alloc(32, 8), 'a', 'bc'),
    ];
    expect(new Set(all.map((digest) => digest.toString('hex'))).size).toBe(all.length);
    for (const digest of all) expect(digest).toHaveLength(32);
    expect(hmac(key, 'a', Buffer.from('bc'))).toEqual(hmac(key, 'a', 'bc'));
  });

  it('are equal only when all bytes are, and of another length never', () => {
    const digest = sha256('abc');
    expect(equalDigests(digest, Buffer.from(digest))).toBe(true);
    for (let index = 0; index < digest.length; index += 1) {
      const other = Buffer.from(digest);
      other[index]! ^= 1;
      expect(equalDigests(digest, other)).toBe(false);
    }
    expect(equalDigests(digest, digest.subarray(0, 31))).toBe(false);
    expect(equalDigests(digest, Buffer.alloc(0))).toBe(false);
  });
});
