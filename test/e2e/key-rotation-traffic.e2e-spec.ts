import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIFETIMES } from '../../src/config/lifetimes.js';
import type { Settings, SigningKeySettings } from '../../src/config/settings.js';
import { SigningKey } from '../../src/keys/signing-key.entity.js';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import { SIGNING_ALGS, type SigningAlg } from '../../src/protocol/jose-algs.js';
import { startApp, type TestApp } from '../support/app.js';

/*
 * Two processes on one database sign without a pause while every algorithm changes its key three times on schedule. A
 * client of each verifies what the other one signed, by the key set that it fetched over HTTP and keeps for as long as
 * the answer allowed. It may not ask again for a key that it does not know: only publishing ahead can help it.
 */

const ROTATIONS = 3;
const MOST_TOKENS = 200;
/** Seconds, like those of the schedule. */
const TOKEN_LIFETIME = 3;
/** So short a life that each key is replaced as soon as the next one was published for long enough. */
const SCHEDULE: SigningKeySettings = { lifetime: 0, jwksMaxAge: 1, cacheAge: 1, upkeepInterval: 0.25 };

let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  one = await startOnPort({});
  other = await startOnPort({ database: one.settings.database, secretKeys: one.settings.secretKeys });
});
afterAll(async () => {
  await other.close();
  await one.close();
});

function startOnPort(changes: Partial<Settings>): Promise<TestApp> {
  const lifetimes = { ...LIFETIMES, accessToken: TOKEN_LIFETIME, idToken: TOKEN_LIFETIME };
  return startApp({ ...changes, lifetimes, signingKeys: SCHEDULE }, 0);
}

/** A client of that process: it honours `Cache-Control`, and never refetches for an unknown `kid`. */
async function aVerifier(of: TestApp) {
  const url = new URL('/jwks', await of.app.getUrl());
  const [, maxAge] = /max-age=(\d+)/.exec((await fetch(url)).headers.get('cache-control') ?? '') ?? [];
  let fetches = 0;
  const keySet = createRemoteJWKSet(url, {
    cacheMaxAge: Number(maxAge) * 1000,
    cooldownDuration: Number.POSITIVE_INFINITY,
    [customFetch]: (...request: Parameters<typeof fetch>) => {
      fetches += 1;
      return fetch(...request);
    },
  });
  // Expiry is looked at before: a token may expire while this busy process gets round to it.
  const verify = (token: string) => jwtVerify(token, keySet, { clockTolerance: 60 });
  return { verify, fetches: () => fetches };
}

function sign(by: TestApp, alg: SigningAlg): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + TOKEN_LIFETIME;
  return by.app.get(SigningKeys).sign({ sub: 'ada', exp }, { alg });
}

/** How often the algorithm has changed its key that has done so least. */
async function rotations(): Promise<number> {
  const signing = await one.source.getRepository(SigningKey).findBy({ state: 'active' });
  const generations = signing.toSorted((a, b) => a.generation - b.generation);
  return (generations[0]?.generation ?? 1) - 1;
}

/** Whether a client would still take the token: it also verifies what it got a while ago. */
function isUnexpired(token: string): boolean {
  return (decodeJwt(token).exp ?? 0) * 1000 > Date.now();
}

describe('three rotations under traffic', () => {
  it('fail no verification, of fresh and of older tokens, at either process', async () => {
    const directions = [
      { signer: one, client: await aVerifier(other) },
      { signer: other, client: await aVerifier(one) },
    ];
    const failures: string[] = [];
    const kids = new Set<string>();
    let verified = 0;
    let tokens: string[] = [];
    while ((await rotations()) < ROTATIONS) {
      const fresh: string[] = [];
      for (const { signer, client } of directions) {
        const signed = await Promise.all(SIGNING_ALGS.map((alg) => sign(signer, alg)));
        fresh.push(...signed);
        for (const token of [...signed, ...tokens]) {
          if (!isUnexpired(token)) continue;
          await client.verify(token).then(
            ({ protectedHeader }) => kids.add(protectedHeader.kid ?? ''),
            (error: unknown) => failures.push(String(error)),
          );
          verified += 1;
        }
      }
      tokens = [...tokens, ...fresh].filter(isUnexpired).slice(-MOST_TOKENS);
      await delay(20);
    }
    expect(failures).toEqual([]);
    // Every key of every algorithm was seen at work, and the clients lived from what they kept.
    expect(kids.size).toBeGreaterThanOrEqual(SIGNING_ALGS.length * ROTATIONS);
    const fetches = directions.reduce((sum, { client }) => sum + client.fetches(), 0);
    expect(verified).toBeGreaterThan(2 * fetches);
  });
});
