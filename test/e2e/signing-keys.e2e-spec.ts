import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyRotation } from '../../src/keys/key-rotation.service.js';
import { SigningKey } from '../../src/keys/signing-key.entity.js';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import { CleanUpService } from '../../src/operations/clean-up.service.js';
import { SIGNING_ALGS } from '../../src/protocol/jose-algs.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  anotherProcess,
  aSignedToken,
  isRecognised,
  keyStates,
  kidOf,
  letKeysAge,
  ofAlg,
  publishedKeys,
  withForgetfulApp,
} from '../support/signing-keys.js';
import { getJson } from '../support/tokens.js';

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  RS256: ['e', 'n'],
  PS256: ['e', 'n'],
  ES256: ['crv', 'x', 'y'],
  EdDSA: ['crv', 'x'],
};

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('the signing keys', () => {
  it.each(SIGNING_ALGS)('%s signs from the first start on, and its public key is published', async (alg) => {
    const token = await served.app.get(SigningKeys).sign({ sub: 'ada' }, { alg, typ: 'JWT' });
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(await publishedKeys(served)));
    expect(payload).toEqual({ sub: 'ada' });
    expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: expect.any(String) as string });
    expect(await served.app.get(SigningKeys).verify(token)).toEqual({ header: protectedHeader, payload });
  });

  it('are published with public members only, and with `use`, `alg` and `kid` (RFC 7517 §4)', async () => {
    const { keys } = await publishedKeys(served);
    expect(new Set(keys.map(({ alg }) => alg))).toEqual(new Set(SIGNING_ALGS));
    for (const key of keys) {
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'kid', 'kty', 'use', ...(MEMBERS[key.alg] ?? [])].toSorted());
      expect(key.use).toBe('sig');
    }
  });

  it('have RSA moduli of 2048 bits (RFC 7518 §3.3)', async () => {
    for (const alg of ['RS256', 'PS256']) {
      const [key] = ofAlg(await publishedKeys(served), alg) as unknown as { n: string }[];
      expect(Buffer.from(key?.n ?? '', 'base64url')).toHaveLength(256);
    }
  });

  it('are served with the lifetime of the schedule, to any page, without a statement', async () => {
    await publishedKeys(served);
    const { all } = await served.statements.during(async () => {
      const { headers } = await getJson(served, '/jwks', { origin: 'https://anywhere.example' });
      expect(headers['content-type']).toBe('application/jwk-set+json; charset=utf-8');
      expect(headers['cache-control']).toBe('public, max-age=300');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    });
    expect(all).toEqual([]);
  });

  it('are one set when several processes make the first start at the same moment', async () => {
    const empty = await startApp();
    await empty.source.query('DELETE FROM signing_keys');
    const others = await Promise.all(Array.from({ length: 3 }, () => anotherProcess(empty)));
    try {
      expect(await empty.source.getRepository(SigningKey).find({ select: { state: true, generation: true } })).toEqual(
        SIGNING_ALGS.map(() => ({ state: 'active', generation: 1 })),
      );
      for (const one of others) {
        for (const alg of SIGNING_ALGS) {
          const token = await aSignedToken(one, alg);
          for (const other of others) expect(await isRecognised(other, token)).toBe(true);
        }
      }
    } finally {
      await Promise.all(others.map((one) => one.close()));
      await empty.close();
    }
  });
});

describe('a signing key lives', () => {
  it('next, active, retired, gone: published before it signs and for as long as its tokens', async () => {
    await withForgetfulApp(async (app, rotation) => {
      const first = await aSignedToken(app);
      await rotation.maintain();
      expect(await keyStates(app)).toEqual(['active', 'next']);
      const [, next] = ofAlg(await publishedKeys(app));
      expect(kidOf(await aSignedToken(app))).toBe(kidOf(first));

      await letKeysAge(app, 90);
      await rotation.maintain();
      expect(await keyStates(app)).toEqual(['retired', 'active', 'next']);
      expect(kidOf(await aSignedToken(app))).toBe(next?.kid);
      await jwtVerify(first, createLocalJWKSet(await publishedKeys(app)));

      await letKeysAge(app, 1);
      expect(ofAlg(await publishedKeys(app)).map(({ kid }) => kid)).not.toContain(kidOf(first));
      // The hint of a session that may still live.
      expect(await isRecognised(app, first)).toBe(true);

      await letKeysAge(app, 90);
      expect(await isRecognised(app, first)).toBe(false);
      await app.app.get(CleanUpService).run();
      expect(await keyStates(app)).toEqual(['active', 'next']);
    });
  });

  it('once each, however many processes do the upkeep at once', async () => {
    await withForgetfulApp(async (app, rotation) => {
      await rotation.maintain();
      const other = await anotherProcess(app);
      await letKeysAge(app, 90);
      const steps = await Promise.all([rotation, other.app.get(KeyRotation), rotation].map((one) => one.maintain()));
      expect(steps.flat()).toHaveLength(3 * SIGNING_ALGS.length);
      for (const alg of SIGNING_ALGS) expect(await keyStates(app, alg)).toEqual(['retired', 'active', 'next']);
      await other.close();
    });
  });

  it('to the end when a process stops between promoting one and retiring the other; the newer signs', async () => {
    await withForgetfulApp(async (app, rotation) => {
      await rotation.maintain();
      await app.source.query("UPDATE signing_keys SET state = 'active', activates_at = created_at");
      const [, newer] = await app.source
        .getRepository(SigningKey)
        .find({ where: { alg: 'ES256' }, order: { id: 'ASC' } });
      expect(kidOf(await aSignedToken(app))).toBe(newer?.id);
      await rotation.maintain();
      expect(await keyStates(app)).toEqual(['retired', 'active', 'next']);
    });
  });
});

describe('a rotation by hand', () => {
  it('waits until clients know the next key, and says until when', async () => {
    await withForgetfulApp(async (app, rotation) => {
      const before = kidOf(await aSignedToken(app));
      const { state, kid, createdAt, signsFrom } = await rotation.rotate('ES256', { isForced: false });
      expect(state).toBe('next');
      expect((signsFrom?.getTime() ?? 0) - createdAt.getTime()).toBe(300_000);
      expect(kidOf(await aSignedToken(app))).toBe(before);
      await letKeysAge(app, 1);
      await rotation.maintain();
      expect(kidOf(await aSignedToken(app))).toBe(kid);
      // Asked for once, done once.
      expect(await keyStates(app)).toEqual(['retired', 'active', 'next']);
      await rotation.maintain();
      expect(await keyStates(app)).toEqual(['retired', 'active', 'next']);
    });
  });

  it('takes effect at once when the next key has long been published, or when forced; other keys stay', async () => {
    await withForgetfulApp(async (app, rotation) => {
      await rotation.maintain();
      await letKeysAge(app, 1);
      expect(await rotation.rotate('ES256', { isForced: false })).toMatchObject({ state: 'active' });
      const { state, kid } = await rotation.rotate('ES256', { isForced: true });
      expect(state).toBe('active');
      expect(kidOf(await aSignedToken(app))).toBe(kid);
      expect(await keyStates(app)).toEqual(['retired', 'retired', 'active', 'next']);
      expect(await keyStates(app, 'EdDSA')).toEqual(['active', 'next']);
    });
  });
});

describe('a revoked key', () => {
  it('verifies nothing, is not published and does not sign again; the next one signs at once', async () => {
    await withForgetfulApp(async (app, rotation) => {
      const stolen = await aSignedToken(app);
      await rotation.maintain();
      const [, next] = ofAlg(await publishedKeys(app));
      expect(await rotation.revoke(kidOf(stolen))).toBe(true);
      expect(await isRecognised(app, stolen)).toBe(false);
      expect(ofAlg(await publishedKeys(app)).map(({ kid }) => kid)).not.toContain(kidOf(stolen));
      expect(kidOf(await aSignedToken(app))).toBe(next?.kid);
      await letKeysAge(app, 30);
      await rotation.maintain();
      expect(await keyStates(app)).toEqual(['revoked', 'active', 'next']);
      expect(await rotation.revoke(kidOf(stolen))).toBe(false);
      expect(await rotation.revoke('unknown')).toBe(false);
    });
  });

  it('may be the next one or a retired one, and all of them', async () => {
    await withForgetfulApp(async (app, rotation) => {
      await rotation.rotate('ES256', { isForced: true });
      const kids = ofAlg(await publishedKeys(app)).map(({ kid }) => kid);
      expect(kids).toHaveLength(3);
      for (const kid of kids) expect(await rotation.revoke(kid)).toBe(true);
      expect((await keyStates(app)).filter((state) => state !== 'revoked').toSorted()).toEqual(['active', 'next']);
      expect(kids).not.toContain(kidOf(await aSignedToken(app)));
    });
  });
});
