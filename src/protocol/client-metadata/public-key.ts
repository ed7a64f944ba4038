import { CLIENT_SIGNING_ALGS, KEY_MANAGEMENT_ALGS } from '../jose-algs.js';
import { isObject, type JsonObject, member } from '../json-value.js';

/** RFC 7518 §6.2.2, §6.3.2, §6.4.1: what only the owner of a key may know. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const ALGS: readonly string[] = [...CLIENT_SIGNING_ALGS, ...KEY_MANAGEMENT_ALGS];
const MAX_NAME = 255;
/** RFC 7518 §3.3: "A key of size 2048 bits or larger MUST be used"; beyond 8192 each check costs too much. */
const RSA_BITS = { least: 2048, most: 8192 };
/** Bytes of a coordinate (RFC 7518 §6.2.1.2, RFC 8037 §2). */
const EC_CURVES: ReadonlyMap<unknown, number> = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
]);
const OKP_CURVES: ReadonlyMap<unknown, number> = new Map([
  ['Ed25519', 32],
  ['X25519', 32],
]);

/** What is wrong with a client's public key (RFC 7517 §4), in a sentence; undefined when nothing is. */
export function publicKeyFault(key: unknown): string | undefined {
  if (!isObject(key)) return 'write it as an object (RFC 7517).';
  if (isPrivateKey(key)) {
    return 'this is a private or secret key. Give only the public part, and make a new key: this one is known now.';
  }
  return nameFault(key) ?? usageFault(key) ?? materialFault(key);
}

/** Whether a key holds what only its owner may know. */
export function isPrivateKey(key: JsonObject): boolean {
  return PRIVATE_MEMBERS.some((name) => Object.hasOwn(key, name));
}

function nameFault(key: JsonObject): string | undefined {
  const kid = member(key, 'kid');
  if (kid === undefined || (typeof kid === 'string' && kid !== '' && kid.length <= MAX_NAME)) return undefined;
  return `write "kid" as a text of at most ${MAX_NAME} characters.`;
}

function usageFault(key: JsonObject): string | undefined {
  const [use, alg] = [member(key, 'use'), member(key, 'alg')];
  if (use !== undefined && use !== 'sig' && use !== 'enc') return 'write "use" as sig or enc, or leave it out.';
  if (alg === undefined || ALGS.some((known) => known === alg)) return undefined;
  return `write "alg" as one of ${ALGS.join(', ')}, or leave it out.`;
}

function materialFault(key: JsonObject): string | undefined {
  switch (member(key, 'kty')) {
    case 'RSA':
      return rsaFault(key);
    case 'EC':
      return curveFault(key, EC_CURVES, ['x', 'y']);
    case 'OKP':
      return curveFault(key, OKP_CURVES, ['x']);
    default:
      return 'use a key of type RSA, EC or OKP.';
  }
}

function rsaFault(key: JsonObject): string | undefined {
  const [modulus, exponent] = [bytesOf(member(key, 'n')), bytesOf(member(key, 'e'))];
  if (modulus === undefined || exponent === undefined) return 'write "n" and "e" in base64url.';
  const bits = bitsOf(modulus);
  if (bits < RSA_BITS.least) return `use an RSA key of at least ${RSA_BITS.least} bits.`;
  if (bits > RSA_BITS.most) return `use an RSA key of at most ${RSA_BITS.most} bits.`;
  // An exponent of 1 makes every message its own signature; long ones make each check slow.
  const isSound = bitsOf(exponent) >= 2 && bitsOf(exponent) <= 32 && ((exponent.at(-1) ?? 0) & 1) === 1;
  return isSound ? undefined : 'use the usual exponent, "e": "AQAB".';
}

function curveFault(
  key: JsonObject,
  curves: ReadonlyMap<unknown, number>,
  coordinates: readonly string[],
): string | undefined {
  const size = curves.get(member(key, 'crv'));
  if (size === undefined) return `use one of the curves ${[...curves.keys()].join(', ')}.`;
  const isWhole = coordinates.every((name) => bytesOf(member(key, name))?.length === size);
  return isWhole
    ? undefined
    : `write ${coordinates.map((name) => `"${name}"`).join(' and ')} as ${size} bytes in base64url.`;
}

/** Base64url in its only spelling (RFC 7515 §2: without padding). */
function bytesOf(value: unknown): Buffer | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const bytes = Buffer.from(value, 'base64url');
  return bytes.toString('base64url') === value ? bytes : undefined;
}

function bitsOf(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}
