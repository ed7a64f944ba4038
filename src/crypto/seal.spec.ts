import { describe, expect, it } from 'vitest';
import { open, seal } from './seal.js';

const oldKey = Buffer.alloc(32, 1);
const newKey = Buffer.alloc(32, 2);
const secret = Buffer.from('a signing key');
const context = 'oauth_clients.oauth_state_token:7';

describe('sealed values', () => {
  it.each([Buffer.alloc(0), secret, Buffer.alloc(10_000, 9)])('open to what was sealed', (plaintext) => {
    expect(open([newKey], context, seal([newKey], context, plaintext))).toEqual(plaintext);
  });

  it('are sealed under the first key and open under any of the list, so that a list rotates', () => {
    const before = seal([oldKey], context, secret);
    const after = seal([newKey, oldKey], context, secret);
    expect(open([newKey, oldKey], context, before)).toEqual(secret);
    expect(open([newKey], context, after)).toEqual(secret);
    expect(() => open([newKey], context, before)).toThrow(/SECRET_KEY/);
    expect(() => open([oldKey], context, after)).toThrow(/SECRET_KEY/);
    expect(() => open([], context, after)).toThrow(/SECRET_KEY/);
    expect(() => seal([], context, secret)).toThrow(/no secret key/);
  });

  it('are never the same twice, and show neither the value nor the key', () => {
    const sealed = Array.from({ length: 100 }, () => seal([newKey], context, secret));
    expect(new Set(sealed).size).toBe(100);
    for (const text of sealed) {
      expect(text).toMatch(/^v1\.[A-Za-z0-9_-]{8}\.[A-Za-z0-9_-]+$/);
      expect(text).not.toContain(secret.toString('base64url').slice(0, 12));
      expect(text).not.toContain(newKey.toString('base64url').slice(0, 8));
    }
  });

  it('do not open in another place than theirs', () => {
    const sealed = seal([newKey], context, secret);
    for (const other of ['', 'oauth_clients.oauth_state_token:8', `${context} `]) {
      expect(() => open([newKey], other, sealed)).toThrow(/changed, or moved/);
    }
  });

  it('do not open when any bit was changed', () => {
    const [version, id, encoded = ''] = seal([newKey], context, secret).split('.');
    const bytes = Buffer.from(encoded, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => open([newKey], context, [version, id, changed.toString('base64url')].join('.'))).toThrow(
        /changed, or moved/,
      );
    }
  });

  it('do not open when they are cut short', () => {
    const sealed = seal([newKey], context, secret);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open([newKey], context, sealed.slice(0, length))).toThrow(Error);
    }
  });

  it.each(['', '.', '..', 'v1', 'v2.', 'plain text'])('are not %j', (text) => {
    expect(() => open([newKey], context, text)).toThrow(/SECRET_KEY/);
  });

  it('of another version do not open', () => {
    expect(() => open([newKey], context, seal([newKey], context, secret).replace('v1', 'v2'))).toThrow(/SECRET_KEY/);
  });
});
