import { createLocalJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, ProtectedHeaderParameters } from 'jose';
import type { KeyManagementAlg } from '../../src/protocol/jose-algs.js';
import type { Jwk } from '../../src/protocol/openid-client-metadata.js';
import type { TestApp } from './app.js';
import { type Answer, getJson } from './tokens.js';

/** A JWT that stood the test of `jose`, with nothing but the server's published keys. */
export interface VerifiedJwt {
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

/** Verifies a JWT of the server for this audience: signature against `/jwks`, `iss`, `aud`, times. */
export async function verifiedJwt(served: TestApp, jwt: string, audience: string): Promise<VerifiedJwt> {
  const { body } = await getJson(served, '/jwks');
  const keys = createLocalJWKSet(body as unknown as JSONWebKeySet);
  const { payload, protectedHeader } = await jwtVerify(jwt, keys, { issuer: served.issuer, audience });
  return { header: protectedHeader, claims: payload };
}

/** The ID token of a token answer. */
export function idTokenOf({ status, body }: Answer): string {
  const { id_token: idToken } = body;
  if (typeof idToken !== 'string') throw new Error(`no ID token: ${status} ${JSON.stringify(body)}`);
  return idToken;
}

/** A key pair of a client for one algorithm: what it registers, and what it decrypts with. */
export async function anEncryptionKey(alg: KeyManagementAlg): Promise<{ jwk: Jwk; privateKey: CryptoKey }> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), use: 'enc', kid: `key for ${alg}` } as Jwk;
  return { jwk, privateKey };
}

export function headerOf(jwt: string): ProtectedHeaderParameters {
  return decodeProtectedHeader(jwt);
}
