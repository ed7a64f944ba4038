import type { Jwk } from '../openid-client-metadata.js';
import { isObject } from '../json-value.js';
import { fault, type MemberRule } from './member-rule.js';
import { publicKeyFault } from './public-key.js';

const MAX_KEYS = 20;

/** Judges a JWK Set (RFC 7517 §5) with the public keys of a client (RFC 7591 §2 `jwks`). */
export const keySet: MemberRule = (value) => {
  const keys = isObject(value) ? value['keys'] : undefined;
  if (!Array.isArray(keys)) return fault('Write a JWK Set: an object whose member "keys" is a list of public keys.');
  if (keys.length === 0 || keys.length > MAX_KEYS) return fault(`Give from 1 to ${MAX_KEYS} keys.`);
  const faults = keys.flatMap((key: unknown, item) => {
    const message = publicKeyFault(key);
    return message === undefined ? [] : [{ message: `Key ${item + 1}: ${message}`, item }];
  });
  return faults.length > 0 ? faults : nameFaults(keys as Jwk[]);
};

/** OpenID Connect Core §10.1: with several keys, "the kid value MUST be provided"; by it they are told apart. */
function nameFaults(keys: readonly Jwk[]) {
  const names = keys.map(({ kid, use }) => JSON.stringify([kid, use]));
  if (new Set(names).size === names.length) return [];
  return fault('Give each key a "kid" of its own.');
}

/** The set with the members that this server reads, and no other. */
export function tidyKeySet({ keys }: { readonly keys: readonly Jwk[] }): { readonly keys: readonly Jwk[] } {
  return { keys: keys.map(tidyKey) };
}

/** The key with the members that this server reads, and no other. */
export function tidyKey({ kty, kid, use, alg, crv, n, e, x, y }: Jwk): Jwk {
  const members = { kty, kid, use, alg, crv, n, e, x, y };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as unknown as Jwk;
}
