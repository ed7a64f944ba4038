import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { JWT_BEARER_ASSERTION } from '../../src/protocol/client-assertion.js';
import type { Jwk } from '../../src/protocol/openid-client-metadata.js';
import { type Canary, startCanary } from './canary.js';
import type { TestApp } from './app.js';

/** A key pair of a client. */
export interface TestKey {
  readonly alg: string;
  readonly kid: string | undefined;
  readonly privateKey: CryptoKey;
  /** As it stands in the client's key set. */
  readonly jwk: Jwk;
}

/** A new key pair for an algorithm. */
export async function aKey(alg = 'ES256', kid?: string, members: Partial<JWK> = {}): Promise<TestKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), ...(kid === undefined ? {} : { kid }), ...members } as Jwk;
  return { alg, kid, privateKey, jwk };
}

/** A JWT of the client. */
export function signed({ alg, kid, privateKey }: TestKey, payload: JWTPayload, header: object = {}): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg, ...(kid === undefined ? {} : { kid }), ...header })
    .sign(privateKey);
}

/** What an assertion is signed with: a key of the client, or its secret. */
export type AssertionKey = TestKey | { readonly alg: string; readonly secret: string };

/** The claims of a good assertion, for a minute. */
export function assertionClaims({ issuer }: Pick<TestApp, 'issuer'>, clientId: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 };
}

/** The parameters of a client that proves who it is by a JWT (RFC 7523 §2.2). */
export async function asserted(
  served: Pick<TestApp, 'issuer'>,
  clientId: string,
  key: AssertionKey,
  changes: Record<string, unknown> = {},
): Promise<{ readonly client_assertion_type: string; readonly client_assertion: string }> {
  const claims = { ...assertionClaims(served, clientId), ...changes };
  const jwt = 'secret' in key ? await signedWithSecret(key.secret, claims, key.alg) : await signed(key, claims);
  return { client_assertion_type: JWT_BEARER_ASSERTION, client_assertion: jwt };
}

/** A JWT that is authenticated with a client's secret. */
export function signedWithSecret(secret: string, claims: JWTPayload, alg = 'HS256', header: object = {}) {
  return new SignJWT(claims).setProtectedHeader({ alg, ...header }).sign(new TextEncoder().encode(secret));
}

export interface KeyServer extends Canary {
  readonly uri: string;
  /** Answers this from now on: keys, or a text as it is. */
  serve(content: readonly TestKey[] | string, status?: number): void;
}

/** A client's `jwks_uri`. */
export async function startKeyServer(...keys: readonly TestKey[]): Promise<KeyServer> {
  let body = '';
  let code = 200;
  const serve = (content: readonly TestKey[] | string, status = 200) => {
    body = typeof content === 'string' ? content : JSON.stringify({ keys: content.map(({ jwk }) => jwk) });
    code = status;
  };
  serve(keys);
  const canary = await startCanary((_request, response) =>
    response.writeHead(code, { 'content-type': 'application/json' }).end(body),
  );
  return { ...canary, uri: `http://127.0.0.1:${canary.port}/jwks`, serve };
}
