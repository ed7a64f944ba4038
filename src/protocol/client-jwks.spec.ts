import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readClientJwks } from './client-jwks.js';

type AnyJwk = Record<string, unknown>;

const rsa = (modulusLength = 2048, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent });
const jwk = ({ publicKey }: { publicKey: { export: (options: { format: 'jwk' }) => unknown } }) =>
  publicKey.export({ format: 'jwk' }) as AnyJwk;
const curve = (namedCurve: string) => jwk(generateKeyPairSync('ec', { namedCurve }));
const RSA = jwk(rsa());
const P256 = curve('P-256');

const faultOf = (...keys: unknown[]) => readClientJwks({ keys }).fault;

describe('the key set of a client', () => {
  it.each([
    ['RSA', RSA],
    ['P-256', P256],
    ['P-384', curve('P-384')],
    ['P-521', curve('P-521')],
    ['Ed25519', jwk(generateKeyPairSync('ed25519'))],
    ['X25519', jwk(generateKeyPairSync('x25519'))],
  ])('RFC 7518 §6 reads a key of %s', (_name, key) => {
    expect(readClientJwks({ keys: [{ ...key, kid: 'a', use: 'sig' }] })).toEqual({
      keys: [{ ...key, kid: 'a', use: 'sig' }],
    });
  });

  it('RFC 7517 §4 of a key keeps the members that are read here, and no other', () => {
    const { keys } = readClientJwks({ keys: [{ ...P256, alg: 'ES256', x5c: ['MII'], key_ops: ['verify'], more: 1 }] });
    expect(keys).toEqual([{ ...P256, alg: 'ES256' }]);
  });

  it('RFC 7517 §5 leaves keys of no use here out, but does not do without any', () => {
    const others = [
      { kty: 'AKP', pub: 'x' },
      curve('secp256k1'),
      jwk(generateKeyPairSync('ed448')),
      { ...RSA, alg: 'RSA1_5' },
      {},
    ];
    expect(readClientJwks({ keys: [...others, P256] })).toEqual({ keys: [P256] });
    expect(faultOf(...others)).toContain('no key that can be used');
    expect(faultOf()).toContain('no key that can be used');
  });

  it.each([undefined, null, 'keys', [], {}, { keys: {} }, { keys: null }])('%j is no key set', (value) => {
    expect(readClientJwks(value).fault).toContain('not a JSON Web Key Set');
  });

  it('refuses private keys and symmetric ones, which are public by now', () => {
    const { privateKey } = rsa();
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(faultOf(P256, privateKey.export({ format: 'jwk' }))).toMatch(/^key 2 is wrong: this is a private/);
    expect(faultOf(ec.export({ format: 'jwk' }))).toContain('private');
    expect(faultOf({ ...RSA, d: '' })).toContain('private');
    expect(faultOf({ kty: 'unknown', d: 'AQ' })).toContain('private');
    expect(faultOf({ kty: 'oct', k: 'c2VjcmV0' })).toContain('secret');
    expect(faultOf({ kty: 'oct' })).toBeDefined();
  });

  it('RFC 7518 §3.3 refuses RSA keys below 2048 bits, and unusual ones', () => {
    expect(faultOf(jwk(rsa(1024)))).toContain('at least 2048 bits');
    expect(faultOf({ ...RSA, e: 'AQ' })).toContain('exponent');
    expect(faultOf({ ...RSA, e: 'AQAAAAAAAAAB' })).toContain('exponent');
    expect(faultOf({ ...RSA, e: 'BA' })).toContain('exponent');
    expect(faultOf({ ...RSA, n: Buffer.alloc(1_025, 255).toString('base64url') })).toContain('at most 8192 bits');
    expect(readClientJwks({ keys: [jwk(rsa(2048, 3))] }).fault).toBeUndefined();
  });

  it('refuses what is no key: points off the curve, other lengths, other types of members', () => {
    expect(faultOf({ ...P256, y: P256['x'] })).toContain('not a valid public key');
    expect(faultOf({ ...P256, x: 'AAAA' })).toContain('bytes');
    expect(faultOf({ kty: 'OKP', crv: 'Ed25519', x: 'AAAA' })).toContain('bytes');
    expect(faultOf({ kty: 'RSA' })).toContain('base64url');
    expect(faultOf({ ...P256, x: 5 })).toContain('bytes');
    expect(faultOf({ ...P256, kid: 5 })).toContain('kid');
    expect(faultOf({ ...P256, kid: 'k'.repeat(256) })).toContain('kid');
    for (const value of [null, 'a', 5, []]) expect(faultOf(value)).toContain('not an object');
  });

  it('holds twenty keys at most', () => {
    const keys = Array.from({ length: 21 }, () => P256);
    expect(readClientJwks({ keys }).fault).toContain('more than 20');
    expect(readClientJwks({ keys: keys.slice(1) }).fault).toBeUndefined();
  });
});
