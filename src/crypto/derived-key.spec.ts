import { describe, expect, it } from 'vitest';
import { deriveKey } from './derived-key.js';

const secretKey = Buffer.alloc(32, 1);

describe('derived keys', () => {
  it('are the same for one purpose on every process and after every restart', () => {
    expect(deriveKey(secretKey, 'client-secret').toString('hex')).toBe(
      '45f996b4656de56e1d16843d1245b0ac02ffaaa532e292590ada02508790d9e3',
    );
  });

  it('differ by purpose and by secret key, and are not the secret key', () => {
    const keys = [
      secretKey,
      deriveKey(secretKey, 'a'),
      deriveKey(secretKey, 'b'),
      deriveKey(secretKey, ''),
      deriveKey(Buffer.alloc(32, 2), 'a'),
    ];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(keys.length);
    for (const key of keys) expect(key).toHaveLength(32);
  });
});
