import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import { idTokenOf } from '../support/id-tokens.js';
import {
  aCode,
  type Answer,
  credentials,
  exchange,
  exchangeForm,
  getJson,
  isAlive,
  postForm,
  refresh,
  type TestCode,
  tokensOf,
} from '../support/tokens.js';

/*
 * Attack A46: everything that this server ever gives out, at every place that takes one of them. Whatever stands for
 * one thing must open nothing else.
 */

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

/** What one app holds after two sign-ins of a user: one code is not redeemed yet. */
interface Holdings {
  readonly client: TestClient;
  readonly unredeemed: TestCode;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
}

async function holdings(): Promise<Holdings> {
  const client = await aClient(served, { kind: 'server' });
  const code = await aCode(served, { client });
  const answer = await exchange(served, code);
  const unredeemed = await aCode(served, { client, user: code.user });
  return { client, unredeemed, ...tokensOf(answer), idToken: idTokenOf(answer) };
}

const CREDENTIALS: Readonly<Record<string, (held: Holdings) => string>> = {
  'access token': ({ accessToken }) => accessToken,
  'refresh token': ({ refreshToken }) => refreshToken,
  code: ({ unredeemed }) => unredeemed.code,
  'ID token': ({ idToken }) => idToken,
  'registration access token': ({ client }) => client.registrationAccessToken,
  'client secret': ({ client }) => client.clientSecret,
};

interface Place {
  /** What it is made for. */
  readonly takes: readonly string[];
  /** Whether it takes this for what it wants. */
  readonly isOpenedBy: (credential: string, held: Holdings) => Promise<boolean>;
}

const isOk = async (answer: Promise<Answer>): Promise<boolean> => {
  const { status } = await answer;
  expect([200, 400, 401]).toContain(status);
  return status === 200;
};

const PLACES: Readonly<Record<string, Place>> = {
  'userinfo as a bearer token': {
    takes: ['access token'],
    isOpenedBy: (presented) => isOk(getJson(served, '/userinfo', { authorization: `Bearer ${presented}` })),
  },
  'the token endpoint as a refresh token': {
    takes: ['refresh token'],
    isOpenedBy: (presented, { client }) => isOk(refresh(served, client, presented)),
  },
  'the token endpoint as a code': {
    takes: ['code'],
    isOpenedBy: (presented, { unredeemed }) =>
      isOk(postForm(served, '/token', { ...exchangeForm(unredeemed), code: presented })),
  },
  'introspection as an active token': {
    takes: ['access token', 'refresh token'],
    isOpenedBy: async (token, { client }) => {
      const { status, body } = await postForm(served, '/introspect', { token, ...credentials(client) });
      expect(status).toBe(200);
      return body['active'] === true;
    },
  },
  'revocation as a token that ends': {
    takes: ['access token', 'refresh token'],
    isOpenedBy: async (token, { client, accessToken, unredeemed }) => {
      expect((await postForm(served, '/revoke', { token, ...credentials(client) })).status).toBe(200);
      const { status } = await exchange(served, unredeemed);
      expect(status).toBe(200);
      return !(await isAlive(served, accessToken));
    },
  },
  'client authentication as a secret': {
    takes: ['client secret'],
    isOpenedBy: (presented, { client }) =>
      isOk(postForm(served, '/introspect', { token: 'x', client_id: client.clientId, client_secret: presented })),
  },
};

const everyPair = Object.entries(PLACES).flatMap(([place, { takes, isOpenedBy }]) =>
  Object.entries(CREDENTIALS).map(([name, of]) => ({ place, name, of, isOpenedBy, isMeant: takes.includes(name) })),
);

describe('attack A46 token substitution', () => {
  it.each(everyPair)('at $place: $name → $isMeant', async ({ of, isOpenedBy, isMeant }) => {
    const held = await holdings();
    expect(await isOpenedBy(of(held), held)).toBe(isMeant);
  });

  it('takes no unsigned or foreign JWT for an access token (attack A46)', async () => {
    const { idToken } = await holdings();
    const [, payload = ''] = idToken.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const jwt of [none, `${idToken}x`]) expect(await isAlive(served, jwt)).toBe(false);
  });
});
