import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient } from '../support/builders.js';
import {
  aCode,
  type Changes,
  credentials,
  exchange,
  isAlive,
  postForm,
  refresh,
  someTokens,
} from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const revoke = (client: Parameters<typeof credentials>[0], token: string | undefined, changes: Changes = {}) =>
  postForm(served, '/revoke', { token, ...credentials(client), ...changes });
const done = { status: 200, body: {} };

describe.each(['server', 'browser'])('RFC 7009 §2.1 revocation by a %s app (attack R82)', (kind) => {
  const tokens = async () => someTokens(served, { client: await aClient(served, { kind }) });

  it('ends an access token, and only that one', async () => {
    const { client, accessToken, refreshToken } = await tokens();
    const other = String((await refresh(served, client, refreshToken)).body['access_token']);
    expect(await revoke(client, accessToken)).toMatchObject(done);
    expect(await isAlive(served, accessToken)).toBe(false);
    expect(await isAlive(served, other)).toBe(true);
  });

  it('ends a refresh token with every access token of its grant', async () => {
    const { client, accessToken, refreshToken } = await tokens();
    expect(await revoke(client, refreshToken)).toMatchObject(done);
    expect(await isAlive(served, accessToken)).toBe(false);
    expect(await refresh(served, client, refreshToken)).toMatchObject({ error: 'invalid_grant' });
  });

  it.each(['access_token', 'refresh_token', 'made_up'])('does so whatever the hint says: %s', async (hint) => {
    const { client, accessToken } = await tokens();
    await revoke(client, accessToken, { token_type_hint: hint });
    expect(await isAlive(served, accessToken)).toBe(false);
    const { client: second, refreshToken } = await tokens();
    await revoke(second, refreshToken, { token_type_hint: hint });
    expect(await refresh(served, second, refreshToken)).toMatchObject({ error: 'invalid_grant' });
  });

  it("answers 200 to another client's token and does nothing to it (attack A35)", async () => {
    const { accessToken, refreshToken, client } = await tokens();
    const thief = await aClient(served, { kind });
    expect(await revoke(thief, accessToken)).toMatchObject(done);
    expect(await revoke(thief, refreshToken)).toMatchObject(done);
    expect(await isAlive(served, accessToken)).toBe(true);
    expect((await refresh(served, client, refreshToken)).status).toBe(200);
  });

  it('answers 200 to tokens that are unknown, malformed or revoked already (§2.2)', async () => {
    const { client, accessToken, refreshToken } = await tokens();
    for (const token of ['x', accessToken.slice(1), `${refreshToken}A`, '💥', 'a'.repeat(5000)]) {
      expect(await revoke(client, token)).toMatchObject(done);
    }
    for (let time = 0; time < 2; time += 1) expect(await revoke(client, refreshToken)).toMatchObject(done);
  });
});

describe('RFC 7009 §2.1 who may revoke', () => {
  it('is a client that authenticates as registered', async () => {
    const { client, accessToken } = await someTokens(served);
    for (const client_secret of [undefined, 'wrong']) {
      expect(await revoke(client, accessToken, { client_secret })).toMatchObject({
        status: 401,
        error: 'invalid_client',
      });
    }
    expect(await isAlive(served, accessToken)).toBe(true);
  });

  it('must say what to revoke, once, in the body of a POST', async () => {
    const { client, accessToken } = await someTokens(served);
    expect(await revoke(client, undefined)).toMatchObject({ status: 400, error: 'invalid_request' });
    const twice = `token=${accessToken}&token=${accessToken}&client_id=${client.clientId}`;
    expect(await postForm(served, '/revoke', twice)).toMatchObject({ status: 400, error: 'invalid_request' });
    const inUrl = await postForm(served, '/revoke?token=x', credentials(client));
    expect(inUrl).toMatchObject({ status: 400, error: 'invalid_request' });
    const { statusCode } = await served.app.inject({ method: 'GET', url: '/revoke' });
    expect(statusCode).toBe(405);
  });

  it('is not stored by caches, and says nothing', async () => {
    const { client, accessToken } = await someTokens(served);
    const { headers, body } = await revoke(client, accessToken);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({});
  });

  it('does not spend a code: a code is not a token', async () => {
    const code = await aCode(served);
    expect(await revoke(code.client, code.code)).toMatchObject(done);
    expect((await exchange(served, code)).status).toBe(200);
  });
});
