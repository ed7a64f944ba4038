import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { type Answer, aCode, exchange, isAlive, refresh, type Tokens, tokensOf } from '../support/tokens.js';

/*
 * Attack A40. The issue asks for 200 rounds of 8. Every request goes through the whole server; on MariaDB the eight
 * run on as many connections.
 */

const ROUNDS = 200;
const FEWER_ROUNDS = 50;
const PARALLEL = 8;
const TIMEOUT = 300_000;

let served: TestApp;
let strict: TestApp;
beforeAll(async () => {
  served = await startApp();
  strict = await startApp({ lifetimes: { ...served.settings.lifetimes, refreshReplayWindow: 0 } });
});
afterAll(async () => {
  await served.close();
  await strict.close();
});

async function people(app: TestApp, kind: string): Promise<{ client: TestClient; user: TestUser }> {
  return { client: await aClient(app, { kind }), user: await aUser(app) };
}

function atOnce(work: () => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: PARALLEL }, work));
}

/** The tokens of the one request that succeeded; all others must have been refused. */
function tokensOfTheOnlyWinner(answers: readonly Answer[]): Tokens {
  const [winner, ...others] = answers.filter(({ status }) => status === 200);
  const losers = answers.filter(({ status, error }) => status === 400 && error === 'invalid_grant');
  expect([others.length, losers.length]).toEqual([0, PARALLEL - 1]);
  if (winner === undefined) throw new Error('nobody won');
  return tokensOf(winner);
}

describe('RFC 6749 §4.1.2 one code, redeemed by eight requests at once', () => {
  it(
    `is redeemed exactly once, and the repeats end what it gave (${ROUNDS} rounds)`,
    async () => {
      const owner = await people(served, 'server');
      for (let round = 0; round < ROUNDS; round += 1) {
        const code = await aCode(served, owner);
        const { accessToken, refreshToken } = tokensOfTheOnlyWinner(await atOnce(() => exchange(served, code)));
        expect(await isAlive(served, accessToken)).toBe(false);
        expect((await refresh(served, owner.client, refreshToken)).error).toBe('invalid_grant');
      }
      const [{ issued }] = await served.source.query<[{ issued: unknown }]>(
        'SELECT COUNT(*) AS issued FROM oauth_access_tokens WHERE client_row_id = ?',
        [owner.client.rowId],
      );
      expect(Number(issued)).toBe(ROUNDS);
    },
    TIMEOUT,
  );
});

describe('RFC 9700 §4.14.2 one refresh token, used by eight requests at once', () => {
  it(
    `without a window is used exactly once, and the repeats end the grant (${ROUNDS} rounds)`,
    async () => {
      const owner = await people(strict, 'browser');
      for (let round = 0; round < ROUNDS; round += 1) {
        const first = tokensOf(await exchange(strict, await aCode(strict, owner)));
        const answers = await atOnce(() => refresh(strict, owner.client, first.refreshToken));
        const next = tokensOfTheOnlyWinner(answers);
        for (const { accessToken } of [first, next]) expect(await isAlive(strict, accessToken)).toBe(false);
        expect((await refresh(strict, owner.client, next.refreshToken)).error).toBe('invalid_grant');
      }
    },
    TIMEOUT,
  );

  it(
    `within the window has exactly one successor, which all eight get (${FEWER_ROUNDS} rounds)`,
    async () => {
      const owner = await people(served, 'browser');
      for (let round = 0; round < FEWER_ROUNDS; round += 1) {
        const first = tokensOf(await exchange(served, await aCode(served, owner)));
        const answers = await atOnce(() => refresh(served, owner.client, first.refreshToken));
        const given = answers.map(tokensOf);
        const successors = new Set(given.map(({ refreshToken }) => refreshToken));
        expect(successors.size).toBe(1);
        expect(successors).not.toContain(first.refreshToken);
        for (const { accessToken } of given) expect(await isAlive(served, accessToken)).toBe(true);
      }
    },
    TIMEOUT,
  );
});
