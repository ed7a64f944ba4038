import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { GrantService } from '../../src/token/grant.service.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient } from '../support/builders.js';
import { exchange, isAlive, letTimePass, refresh, someTokens, tokensOf } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const refused = { status: 400, error: 'invalid_grant' };
const DAY = 24 * 60 * 60;
const aBrowserApp = () => aClient(served, { kind: 'browser' });

describe('RFC 6749 §6 refreshing', () => {
  it('gives a new access token and keeps the old one alive until it expires', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served);
    const { status, headers, body } = await refresh(served, client, refreshToken);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'openid profile email phone offline_access',
      id_token: expect.any(String),
      refresh_token: expect.any(String),
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(body['access_token']).not.toBe(accessToken);
    expect(await isAlive(served, accessToken)).toBe(true);
    expect(await isAlive(served, String(body['access_token']))).toBe(true);
  });

  it('leaves the refresh token of a confidential client as it is, for any number of uses', async () => {
    const { client, refreshToken } = await someTokens(served);
    for (let use = 0; use < 3; use += 1) {
      expect(tokensOf(await refresh(served, client, refreshToken)).refreshToken).toBe(refreshToken);
    }
  });

  it('asks a confidential client for its secret (attack R69)', async () => {
    const { client, refreshToken } = await someTokens(served);
    for (const client_secret of [undefined, '', 'wrong']) {
      const answer = await refresh(served, client, refreshToken, { client_secret });
      expect(answer).toMatchObject({ status: 401, error: 'invalid_client' });
    }
  });

  it('is bound to the client that the token was issued to (attacks A16, R48)', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    for (const thief of [await aBrowserApp(), await aClient(served)]) {
      expect(await refresh(served, thief, refreshToken)).toMatchObject(refused);
    }
    expect(await isAlive(served, accessToken)).toBe(true);
    expect((await refresh(served, client, refreshToken)).status).toBe(200);
  });
});

describe('RFC 6749 §6 scope of a refresh', () => {
  it('can be narrowed for one access token, without narrowing the grant (gap L12)', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    const narrow = await refresh(served, client, refreshToken, { scope: 'email' });
    expect(narrow.body['scope']).toBe('email');
    const wide = await refresh(served, client, tokensOf(narrow).refreshToken);
    expect(wide.body['scope']).toBe('openid profile email phone offline_access');
  });

  it.each(['admin', 'email admin', 'address'])('cannot grow to %j, and the attempt costs nothing', async (scope) => {
    const { client, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    expect(await refresh(served, client, refreshToken, { scope })).toMatchObject({
      status: 400,
      error: 'invalid_scope',
    });
    expect((await refresh(served, client, refreshToken)).status).toBe(200);
  });

  it('cannot grow to what the client may ask for but the user did not allow', async () => {
    const { client, refreshToken } = await someTokens(served, { scopes: ['email', 'offline_access'] });
    const answer = await refresh(served, client, refreshToken, { scope: 'email phone' });
    expect(answer).toMatchObject({ status: 400, error: 'invalid_scope' });
  });

  it('leaves out what the client is no longer registered for', async () => {
    const { client, refreshToken } = await someTokens(served);
    await reregister(client, { scopes: ['email', 'offline_access'] });
    expect((await refresh(served, client, refreshToken)).body['scope']).toBe('email offline_access');
  });

  it('ends with the registration for offline_access', async () => {
    const { client, refreshToken } = await someTokens(served);
    await reregister(client, { scopes: ['email'] });
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
  });
});

describe('RFC 9700 §4.14.2 rotation for clients without a secret', () => {
  it('gives another refresh token at each use', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    const second = tokensOf(await refresh(served, client, refreshToken)).refreshToken;
    const third = tokensOf(await refresh(served, client, second)).refreshToken;
    expect(new Set([refreshToken, second, third]).size).toBe(3);
  });

  it('ends the grant when a token is used again after the window', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    const next = tokensOf(await refresh(served, client, refreshToken));
    await letTimePass(served, 11);
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    expect(await isAlive(served, accessToken)).toBe(false);
    expect(await isAlive(served, next.accessToken)).toBe(false);
    expect(await refresh(served, client, next.refreshToken)).toMatchObject(refused);
  });

  it('ends the grant when a token of an older generation is used, however often the thief went on', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    let newest = refreshToken;
    for (let use = 0; use < 3; use += 1) newest = tokensOf(await refresh(served, client, newest)).refreshToken;
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    expect(await refresh(served, client, newest)).toMatchObject(refused);
  });

  it('gives the same successor again to an equal request within the window: a lost answer logs nobody out', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    const lost = tokensOf(await refresh(served, client, refreshToken));
    await letTimePass(served, 8);
    const again = tokensOf(await refresh(served, client, refreshToken));
    expect(again.refreshToken).toBe(lost.refreshToken);
    expect(again.accessToken).not.toBe(lost.accessToken);
    expect(await isAlive(served, lost.accessToken)).toBe(true);
    expect((await refresh(served, client, again.refreshToken)).status).toBe(200);
  });

  it('takes a repeat within the window for theft when it asks for another scope', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    const { accessToken } = tokensOf(await refresh(served, client, refreshToken, { scope: 'email' }));
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('takes a repeat within the window for theft once its successor was used', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    const second = tokensOf(await refresh(served, client, refreshToken)).refreshToken;
    const third = tokensOf(await refresh(served, client, second)).refreshToken;
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    expect(await refresh(served, client, third)).toMatchObject(refused);
  });

  it('is done for a public client whatever its registration says', async () => {
    const client = await aClient(served, { kind: 'browser', row: { refreshTokenRotation: false } });
    const { refreshToken } = await someTokens(served, { client });
    expect(tokensOf(await refresh(served, client, refreshToken)).refreshToken).not.toBe(refreshToken);
  });

  it('is done for a confidential client that asks for it', async () => {
    const client = await aClient(served, { row: { refreshTokenRotation: true } });
    const { refreshToken } = await someTokens(served, { client });
    const next = tokensOf(await refresh(served, client, refreshToken)).refreshToken;
    expect(next).not.toBe(refreshToken);
    await letTimePass(served, 11);
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    expect(await refresh(served, client, next)).toMatchObject(refused);
  });

  /** Attack R49: nobody but a holder of a true token may end a grant. */
  it('is not set off by text that resembles a token', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served, { client: await aBrowserApp() });
    for (let position = 0; position < refreshToken.length; position += 1) {
      const flipped = refreshToken[position] === 'A' ? 'B' : 'A';
      const forged = refreshToken.slice(0, position) + flipped + refreshToken.slice(position + 1);
      expect(await refresh(served, client, forged)).toMatchObject(refused);
    }
    for (const forged of [refreshToken.slice(0, -1), refreshToken.slice(1), `${refreshToken}A`, `${refreshToken}=`]) {
      expect(await refresh(served, client, forged)).toMatchObject(refused);
    }
    expect(await isAlive(served, accessToken)).toBe(true);
    expect((await refresh(served, client, refreshToken)).status).toBe(200);
  });
});

describe('RFC 9700 §4.14.2 a window of 0 seconds', () => {
  it('takes every repeat for theft', async () => {
    const strict = await startApp({ lifetimes: { ...served.settings.lifetimes, refreshReplayWindow: 0 } });
    try {
      const client = await aClient(strict, { kind: 'browser' });
      const { refreshToken } = await someTokens(strict, { client });
      const next = tokensOf(await refresh(strict, client, refreshToken));
      expect(await refresh(strict, client, refreshToken)).toMatchObject(refused);
      expect(await refresh(strict, client, next.refreshToken)).toMatchObject(refused);
    } finally {
      await strict.close();
    }
  });
});

describe('RFC 6749 §10.4 the end of a refresh token', () => {
  it('comes after 30 days without use, each use starts them again', async () => {
    const { client, refreshToken } = await someTokens(served);
    for (let use = 0; use < 3; use += 1) {
      await letTimePass(served, 29 * DAY);
      expect((await refresh(served, client, refreshToken)).status).toBe(200);
    }
    await letTimePass(served, 31 * DAY);
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
  });

  it('comes after 180 days however much it is used', async () => {
    const { client, refreshToken } = await someTokens(served);
    for (let use = 0; use < 7; use += 1) {
      await letTimePass(served, 25 * DAY);
      expect((await refresh(served, client, refreshToken)).status).toBe(200);
    }
    await letTimePass(served, 6 * DAY);
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
  });

  it('comes with the end of the account, and again with its return (attack A47)', async () => {
    const { client, refreshToken, user } = await someTokens(served);
    await served.source.getRepository(User).update({ id: user.id }, { status: 'disabled' });
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    await served.source.getRepository(User).update({ id: user.id }, { status: 'active' });
    expect((await refresh(served, client, refreshToken)).status).toBe(200);
  });

  it('comes when the app is suspended (attack A47)', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served);
    await reregister(client, { status: 'suspended' });
    expect(await refresh(served, client, refreshToken)).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('comes when the user takes the permission back (attack A16)', async () => {
    const { client, accessToken, refreshToken, user } = await someTokens(served);
    await served.app.get(GrantService).revokeOf(user.id, client.rowId);
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('comes when all that the user allowed is ended, as after a password change (attack A16)', async () => {
    const { client, accessToken, refreshToken, user } = await someTokens(served);
    await served.app.get(GrantService).revokeAllOf(user.id);
    expect(await refresh(served, client, refreshToken)).toMatchObject(refused);
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('is not reached by another kind of token (attack A46)', async () => {
    const { client, code, accessToken, ...rest } = await someTokens(served);
    for (const wrong of [code, accessToken]) expect(await refresh(served, client, wrong)).toMatchObject(refused);
    expect(await isAlive(served, accessToken)).toBe(true);
    expect((await exchange(served, { client, code, ...rest })).error).toBe('invalid_grant');
  });
});

async function reregister({ rowId, clientId }: { rowId: string; clientId: string }, change: Partial<Client>) {
  await served.source.getRepository(Client).update({ id: rowId }, change);
  served.app.get(ClientService).forget(clientId);
}
