import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import { SIGNING_ALGS } from '../../src/protocol/jose-algs.js';
import { startApp, type TestApp } from '../support/app.js';
import { getJson } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

async function jwks(of: TestApp = served) {
  const { body } = await getJson(of, '/jwks');
  return body as unknown as { keys: { kid: string; alg: string; use: string }[] };
}

describe('the signing keys', () => {
  it.each(SIGNING_ALGS)('%s signs from the first start on, and its public key is published', async (alg) => {
    const token = await served.app.get(SigningKeys).sign({ sub: 'ada' }, { alg, typ: 'JWT' });
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(await jwks()));
    expect(payload).toEqual({ sub: 'ada' });
    expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: expect.any(String) as string });
    expect(await served.app.get(SigningKeys).verify(token)).toEqual({ header: protectedHeader, payload });
  });

  it('publishes public members only, with `use`, `alg` and `kid` (RFC 7517 §4)', async () => {
    const { keys } = await jwks();
    expect(keys.map(({ alg }) => alg)).toEqual(SIGNING_ALGS);
    for (const key of keys) {
      const members = { RS256: ['e', 'n'], PS256: ['e', 'n'], ES256: ['crv', 'x', 'y'], EdDSA: ['crv', 'x'] }[key.alg];
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'kid', 'kty', 'use', ...(members ?? [])].toSorted());
      expect(key.use).toBe('sig');
    }
  });
});
