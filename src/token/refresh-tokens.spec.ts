import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { Settings } from '../config/settings.js';
import { RefreshTokens, type Rotation } from './refresh-tokens.js';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const withKeys = (...secretKeys: Buffer[]) => new RefreshTokens(Object.assign(new Settings(), { secretKeys }));

function aRotation(changes: Partial<Rotation> = {}): Rotation {
  return {
    presented: 'presented',
    grantId: v7(),
    salt: randomBytes(32),
    scopes: ['a', 'b'],
    resources: [],
    ...changes,
  };
}

describe('refresh tokens', () => {
  it('name their grant to the server that made them', () => {
    const grantId = v7();
    const tokens = withKeys(newKey);
    expect(tokens.grantIdOf(tokens.first(grantId))).toBe(grantId);
    expect(tokens.grantIdOf(tokens.successor(aRotation({ grantId })))).toBe(grantId);
  });

  it('say nothing to a server with another key', () => {
    expect(withKeys(oldKey).grantIdOf(withKeys(newKey).first(v7()))).toBeUndefined();
  });

  it('are different for each grant, and each time', () => {
    const grantId = v7();
    const tokens = withKeys(newKey);
    expect(new Set([tokens.first(grantId), tokens.first(grantId), tokens.first(v7())]).size).toBe(3);
  });

  it('outlive a new SECRET_KEY while the old one is still listed', () => {
    const grantId = v7();
    const token = withKeys(oldKey).first(grantId);
    expect(withKeys(newKey, oldKey).grantIdOf(token)).toBe(grantId);
    expect(withKeys(newKey).grantIdOf(token)).toBeUndefined();
  });

  it('have one spelling only', () => {
    const tokens = withKeys(newKey);
    const token = tokens.first(v7());
    expect(Buffer.from(token, 'base64url').toString('base64url')).toBe(token);
    const spellings = [
      `${token}=`,
      ` ${token}`,
      `${token}A`,
      token.slice(0, -1),
      `+${token.slice(1)}`,
      `/${token.slice(1)}`,
    ];
    for (const other of spellings) expect(tokens.grantIdOf(other)).toBeUndefined();
  });
});

describe('the successor of a refresh token (RFC 9700 §4.14.2)', () => {
  it('is the same for the same request, in whatever order it names its scopes', () => {
    const rotation = aRotation();
    const tokens = withKeys(newKey);
    expect(tokens.successor({ ...rotation, scopes: ['b', 'a'] })).toBe(tokens.successor(rotation));
  });

  it.each([
    ['token', { presented: 'another' }],
    ['grant', { grantId: v7() }],
    ['salt', { salt: randomBytes(32) }],
    ['scope', { scopes: ['a'] }],
  ])('is another for another %s', (_what, change) => {
    const rotation = aRotation();
    const tokens = withKeys(newKey);
    expect(tokens.successor({ ...rotation, ...change })).not.toBe(tokens.successor(rotation));
  });

  it('can be found again when SECRET_KEY was changed in between', () => {
    const rotation = aRotation();
    const before = withKeys(oldKey).successor(rotation);
    expect(withKeys(newKey, oldKey).possibleSuccessors(rotation)).toContain(before);
  });
});
