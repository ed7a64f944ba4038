import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Jwk } from '../../src/protocol/openid-client-metadata.js';
import { type Canary, startCanary } from './canary.js';

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
