import { isSameAlg } from '../protocol/jose-algs.js';
import type { Jwk } from '../protocol/openid-client-metadata.js';

/** The type, and for elliptic curves the curve, that a key needs for an algorithm (RFC 7518 §3.1, §4.1; RFC 8037 §3). */
function fitsAlgorithm({ kty, crv }: Jwk, alg: string): boolean {
  if (/^(RS|PS)\d|^RSA-OAEP/.test(alg)) return kty === 'RSA';
  if (isSameAlg(alg, 'Ed25519')) return kty === 'OKP' && crv === 'Ed25519';
  if (alg.startsWith('ECDH-ES')) return kty === 'EC' || (kty === 'OKP' && crv === 'X25519');
  const curve = new Map([
    ['ES256', 'P-256'],
    ['ES384', 'P-384'],
    ['ES512', 'P-521'],
  ]).get(alg);
  return kty === 'EC' && curve !== undefined && crv === curve;
}

/**
 * The keys of a client that can have made a signature with this header. RFC 7517 §4.2, §4.4: a key that says what it is
 * for is used for nothing else; §4.5: a `kid` in the header names the key.
 */
export function signatureKeys(keys: readonly Jwk[], alg: string, kid: string | undefined): readonly Jwk[] {
  return keys.filter(
    (key) => (kid === undefined || key.kid === kid) && isFor(key, 'sig', alg) && fitsAlgorithm(key, alg),
  );
}

/** The key of a client to encrypt for it with this algorithm: rather one that says that it is for that. */
export function encryptionKeyOf(keys: readonly Jwk[], alg: string): Jwk | undefined {
  const usable = keys.filter((key) => isFor(key, 'enc', alg) && fitsAlgorithm(key, alg));
  return usable.find(({ use }) => use === 'enc') ?? usable[0];
}

function isFor(key: Jwk, use: 'sig' | 'enc', alg: string): boolean {
  return (key.use === undefined || key.use === use) && (key.alg === undefined || isSameAlg(key.alg, alg));
}
