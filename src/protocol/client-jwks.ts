import { createPublicKey } from 'node:crypto';
import { tidyKey } from './client-metadata/key-set.js';
import { isPrivateKey, publicKeyFault } from './client-metadata/public-key.js';
import { CLIENT_SIGNING_ALGS, KEY_MANAGEMENT_ALGS } from './jose-algs.js';
import { isObject, type JsonObject, member } from './json-value.js';
import type { Jwk } from './openid-client-metadata.js';

/** A key set that a client publishes, or what is wrong with it in words for its owner. */
export type ClientJwks =
  { readonly keys: readonly Jwk[]; readonly fault?: never } | { readonly keys?: never; readonly fault: string };

const MAX_KEYS = 20;
const ALGS: ReadonlySet<unknown> = new Set([...CLIENT_SIGNING_ALGS, ...KEY_MANAGEMENT_ALGS, undefined]);
/** The key types and curves of those algorithms. */
const TYPES: ReadonlySet<unknown> = new Set(['RSA', 'EC P-256', 'EC P-384', 'EC P-521', 'OKP Ed25519', 'OKP X25519']);

/**
 * Reads what a `jwks_uri` answered (RFC 7517 §5). Other than in a registration, there may be keys in it that are of no use
 * here: they are left out, as §5 wants it. A private, symmetric or weak key is refused with the whole set: it has been
 * published by now, and its owner must know.
 */
export function readClientJwks(value: unknown): ClientJwks {
  const list = isObject(value) ? member(value, 'keys') : undefined;
  if (!Array.isArray(list)) return { fault: 'the answer is not a JSON Web Key Set: an object with the list "keys"' };
  if (list.length > MAX_KEYS) return { fault: `the answer holds more than ${MAX_KEYS} keys` };
  const keys: Jwk[] = [];
  for (const [index, key] of list.entries()) {
    const fault = keyFault(key);
    if (fault !== undefined) return { fault: `key ${index + 1} is wrong: ${fault}` };
    if (isOfUse(key)) keys.push(tidyKey(key as Jwk));
  }
  return keys.length === 0 ? { fault: 'the answer holds no key that can be used here' } : { keys };
}

function keyFault(key: unknown): string | undefined {
  if (!isObject(key)) return 'it is not an object';
  if (!isPrivateKey(key) && member(key, 'kty') !== 'oct' && !isOfUse(key)) return undefined;
  return publicKeyFault(key) ?? (isOnItsCurve(key) ? undefined : 'it is not a valid public key');
}

function isOfUse(key: JsonObject): boolean {
  const [kty, crv] = [member(key, 'kty'), member(key, 'crv')];
  return TYPES.has(kty === 'RSA' ? kty : `${String(kty)} ${String(crv)}`) && ALGS.has(member(key, 'alg'));
}

/** RFC 7518 §6.2.1: coordinates of the right length may still name no point. */
function isOnItsCurve(key: JsonObject): boolean {
  try {
    createPublicKey({ key, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
