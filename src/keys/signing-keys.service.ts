import { Injectable } from '@nestjs/common';
import { type CompactJWSHeaderParameters, compactVerify, decodeProtectedHeader, type JWTPayload, SignJWT } from 'jose';
import type { SigningAlg } from '../protocol/jose-algs.js';
import { isObject } from '../protocol/json-value.js';
import type { Jwk } from '../protocol/openid-client-metadata.js';
import type { RingKey } from './key-ring.js';
import { KeyRingCache } from './key-ring-cache.service.js';

/** A JWS that this server signed. */
export interface VerifiedJws {
  readonly header: CompactJWSHeaderParameters;
  readonly payload: JWTPayload;
}

/** Signs with this server's keys and recognises what they signed. RSA runs on the thread pool: `jose` uses WebCrypto. */
@Injectable()
export class SigningKeys {
  constructor(private readonly rings: KeyRingCache) {}

  /** A compact JWS (RFC 7515 §7.1) of the claims, by the active key of the algorithm, with its `kid`. */
  async sign(claims: JWTPayload, { alg, typ }: { alg: SigningAlg; typ?: string }): Promise<string> {
    const { signing } = await this.rings.current();
    const signer = signing.get(alg);
    if (signer === undefined) throw new Error(`there is no active signing key for ${alg}`);
    const header = { alg, kid: signer.kid, ...(typ === undefined ? {} : { typ }) };
    return new SignJWT(claims).setProtectedHeader(header).sign(signer.key);
  }

  /**
   * What is in a JWS that this server signed with a key it still knows; undefined for anything else. Only the signature
   * is checked: whether it has expired, and what `typ`, `iss` and `aud` must be, is for the caller to decide.
   */
  async verify(jwt: string): Promise<VerifiedJws | undefined> {
    const { verifying } = await this.rings.current();
    const kid = kidOf(jwt);
    const verifier = kid === undefined ? undefined : verifying.get(kid);
    return verifier && verifiedBy(verifier, jwt);
  }

  /** The JWK Set (RFC 7517 §5): what signs, what soon will, and what did until not long ago. Public members only. */
  async publicKeys(): Promise<{ readonly keys: readonly Jwk[] }> {
    return (await this.rings.lastKnown()).published;
  }
}

function kidOf(jwt: string): string | undefined {
  try {
    return decodeProtectedHeader(jwt).kid;
  } catch {
    return undefined;
  }
}

/**
 * RFC 8725 §3.1: the key decides the algorithm, not the header; the imported key works with no other either. A `jwk`, `jku`
 * or `x5u` in the header counts nothing.
 */
async function verifiedBy({ key, alg }: RingKey, jwt: string): Promise<VerifiedJws | undefined> {
  try {
    const { protectedHeader, payload } = await compactVerify(jwt, key, { algorithms: [alg] });
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    return isObject(claims) ? { header: protectedHeader, payload: claims } : undefined;
  } catch {
    return undefined;
  }
}
