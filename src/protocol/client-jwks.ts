import { createPublicKey } from 'node:crypto';
import type { Jwk } from './openid-client-metadata.js';

/** A key set that a client gave, or what is wrong with it in words for its owner: the end of a sentence. */
export type ClientJwks =
  { readonly keys: readonly Jwk[]; readonly fault?: never } | { readonly keys?: never; readonly fault: string };

const MAX_KEYS = 20;
const MAX_KID_LENGTH = 255;
/** RFC 7518 §3.3, §4.2, §4.3: "A key of size 2048 bits or larger MUST be used". Larger ones only cost more. */
const MIN_RSA_BITS = 2_048;
const MAX_RSA_BITS = 8_192;
/** RFC 7518 §6.2.2, §6.3.2, §6.4.1: the members of private and symmetric keys. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
/** The curves of the algorithms in jose-algs.ts. */
const CURVES: Readonly<Record<string, readonly string[]>> = {
  EC: ['P-256', 'P-384', 'P-521'],
  OKP: ['Ed25519', 'X25519'],
};

/**
 * Reads a client's JWK Set (RFC 7517 §5), from its registration or from its `jwks_uri`. Of each key only the members that
 * this server reads are kept. Keys of a type that is not used here are left out, as §5 wants it; a private or symmetric key
 * is refused with the whole set, because it has been published by now and its owner must know.
 */
export function readClientJwks(value: unknown): ClientJwks {
  const list = isObject(value) ? value['keys'] : undefined;
  if (!Array.isArray(list)) return { fault: 'it is not a JSON Web Key Set: an object with the list "keys"' };
  if (list.length > MAX_KEYS) return { fault: `it holds more than ${MAX_KEYS} keys` };
  const keys: Jwk[] = [];
  for (const [index, item] of list.entries()) {
    const { key, fault } = readKey(item);
    if (fault !== undefined) return { fault: `its key number ${index + 1} ${fault}` };
    if (key !== undefined) keys.push(key);
  }
  return keys.length === 0 ? { fault: 'it holds no RSA, EC or OKP key that can be used here' } : { keys };
}

interface ReadKey {
  /** Absent when the key is of a type that is not used here. */
  readonly key?: Jwk;
  readonly fault?: string;
}

function readKey(value: unknown): ReadKey {
  if (!isObject(value) || typeof value['kty'] !== 'string') return { fault: 'is not a JSON Web Key' };
  if (value['kty'] === 'oct') return { fault: 'is symmetric: anyone who reads it could sign with it' };
  if (PRIVATE_MEMBERS.some((member) => member in value)) {
    return { fault: 'holds private members: publish only the public half, and replace this key' };
  }
  const key = knownMembers(value);
  if (key === undefined) return { fault: 'has a member that is no text, or a kid that is too long' };
  return key.kty === 'RSA' ? readRsaKey(key) : readCurveKey(key);
}

/** RFC 7517 §4, RFC 7518 §6: the members of a public key, if all of them are texts. */
function knownMembers({ kty, kid, use, alg, crv, n, e, x, y }: Record<string, unknown>): Jwk | undefined {
  const present = Object.entries({ kty, kid, use, alg, crv, n, e, x, y }).filter(([, value]) => value !== undefined);
  if (!present.every(([, value]) => typeof value === 'string')) return undefined;
  if (typeof kid === 'string' && kid.length > MAX_KID_LENGTH) return undefined;
  return Object.fromEntries(present) as unknown as Jwk;
}

function readRsaKey(key: Jwk): ReadKey {
  const { kty, n, e } = key;
  if (n === undefined || n.length > MAX_RSA_BITS / 4) return { fault: tooUnusual };
  const details = publicKeyDetails({ kty, n, e });
  if (details === undefined) return { fault: notPublic };
  const { modulusLength = 0, publicExponent = 0n } = details;
  if (modulusLength < MIN_RSA_BITS) return { fault: `is an RSA key of fewer than ${MIN_RSA_BITS} bits` };
  return modulusLength <= MAX_RSA_BITS && isUsualExponent(publicExponent) ? { key } : { fault: tooUnusual };
}

/** NIST SP 800-56B §6.2: odd and above 2; a huge one makes each verification slow. */
function isUsualExponent(exponent: bigint): boolean {
  return exponent > 2n && exponent < 2n ** 32n && exponent % 2n === 1n;
}

function readCurveKey(key: Jwk): ReadKey {
  const { kty, crv, x, y } = key;
  if (crv === undefined || !(CURVES[kty] ?? []).includes(crv)) return {};
  // A point that is not on its curve is no key: importing it says so.
  return publicKeyDetails({ kty, crv, x, ...(kty === 'EC' ? { y } : {}) }) === undefined
    ? { fault: notPublic }
    : { key };
}

const notPublic = 'is not a valid public key';
const tooUnusual = `is not a usual RSA key: up to ${MAX_RSA_BITS} bits, with a small odd exponent`;

function publicKeyDetails(key: Readonly<Record<string, string | undefined>>) {
  try {
    return createPublicKey({ key, format: 'jwk' }).asymmetricKeyDetails;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
