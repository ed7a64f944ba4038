import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { GrantService } from '../../src/token/grant.service.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import { type Changes, credentials, letTimePass, postForm, refresh, someTokens, tokensOf } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const introspect = (client: TestClient, token: string | undefined, changes: Changes = {}) =>
  postForm(served, '/introspect', { token, ...credentials(client), ...changes });
const inactive = { status: 200, body: { active: false } };
const now = () => Math.floor(Date.now() / 1000);

describe('RFC 7662 §2.2 what introspection says', () => {
  it('describes a live access token to the client it was issued to', async () => {
    const { client, user, accessToken } = await someTokens(served, { scopes: ['email'] });
    const { status, headers, body } = await introspect(client, accessToken);
    expect(status).toBe(200);
    expect(body).toEqual({
      active: true,
      iss: served.issuer,
      client_id: client.clientId,
      sub: user.id,
      username: user.username,
      scope: 'email',
      token_type: 'Bearer',
      exp: expect.any(Number),
      iat: expect.any(Number),
    });
    expect(Number(body['exp']) - Number(body['iat'])).toBe(3600);
    expect(Math.abs(Number(body['iat']) - now())).toBeLessThan(10);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('describes a live refresh token, and not as something to send to an API (attack A46)', async () => {
    const { client, user, refreshToken } = await someTokens(served);
    const { body } = await introspect(client, refreshToken);
    expect(body).toMatchObject({ active: true, sub: user.id, client_id: client.clientId, token_type: 'refresh_token' });
    expect(Math.abs(Number(body['exp']) - now() - 30 * 24 * 60 * 60)).toBeLessThan(10);
  });

  it.each(['access_token', 'refresh_token', 'made_up'])(
    'does so whatever the hint says: %s',
    async (token_type_hint) => {
      const { client, accessToken, refreshToken } = await someTokens(served);
      for (const token of [accessToken, refreshToken]) {
        expect((await introspect(client, token, { token_type_hint })).body['active']).toBe(true);
      }
    },
  );

  it('says only `active: false` of anything else', async () => {
    const { client, code, accessToken, refreshToken } = await someTokens(served);
    for (const token of ['x', code, accessToken.slice(1), `${refreshToken}A`, client.clientSecret, '💥']) {
      expect(await introspect(client, token)).toMatchObject(inactive);
    }
  });

  it('says only `active: false` of an old generation of a refresh token', async () => {
    const client = await aClient(served, { row: { refreshTokenRotation: true } });
    const { refreshToken } = await someTokens(served, { client });
    await refresh(served, client, refreshToken);
    expect(await introspect(client, refreshToken)).toMatchObject(inactive);
  });
});

describe('RFC 7662 §4 who learns about a token (attack A35)', () => {
  it('is not another client, which sees the same as for no token', async () => {
    const { accessToken, refreshToken } = await someTokens(served);
    const other = await aClient(served);
    for (const token of [accessToken, refreshToken]) expect(await introspect(other, token)).toMatchObject(inactive);
  });

  it('is not a public client, not even about its own token: anyone can say its id', async () => {
    const { client, accessToken } = await someTokens(served, { client: await aClient(served, { kind: 'browser' }) });
    expect(await introspect(client, accessToken)).toMatchObject({ status: 403, error: 'unauthorized_client' });
  });

  it('is not a caller without credentials', async () => {
    const { client, accessToken } = await someTokens(served);
    for (const client_secret of [undefined, 'wrong']) {
      expect(await introspect(client, accessToken, { client_secret })).toMatchObject({
        status: 401,
        error: 'invalid_client',
      });
    }
    const bearer = await postForm(
      served,
      '/introspect',
      { token: accessToken },
      { authorization: `Bearer ${accessToken}` },
    );
    expect(bearer).toMatchObject({ status: 401, error: 'invalid_client' });
  });

  it('must name the token, once, in the body of a POST', async () => {
    const client = await aClient(served);
    expect(await introspect(client, undefined)).toMatchObject({ status: 400, error: 'invalid_request' });
    const inUrl = await postForm(served, '/introspect?token=x', credentials(client));
    expect(inUrl).toMatchObject({ status: 400, error: 'invalid_request' });
  });
});

/** Attack A47: whatever a token hangs from, it falls with it. */
describe('RFC 7662 §2.2 a token is not active', () => {
  type Issued = Awaited<ReturnType<typeof someTokens>>;
  const ends: readonly (readonly [string, (issued: Issued) => Promise<unknown>])[] = [
    [
      'when it was revoked',
      ({ client, refreshToken }) => postForm(served, '/revoke', { token: refreshToken, ...credentials(client) }),
    ],
    [
      'when the user took the permission back',
      ({ user, client }) => served.app.get(GrantService).revokeOf(user.id, client.rowId),
    ],
    ['when all of the user was ended', ({ user }) => served.app.get(GrantService).revokeAllOf(user.id)],
    [
      'when the user was disabled',
      ({ user }) => served.source.getRepository(User).update({ id: user.id }, { status: 'disabled' }),
    ],
    ['when the user was deleted', ({ user }) => served.source.getRepository(User).delete({ id: user.id })],
  ];

  it.each(ends)('%s', async (_when, end) => {
    const issued = await someTokens(served);
    await end(issued);
    for (const token of [issued.accessToken, issued.refreshToken]) {
      expect(await introspect(issued.client, token)).toMatchObject(inactive);
    }
  });

  it('when it has expired: an access token after an hour, a refresh token after 30 days', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served);
    await letTimePass(served, 3595);
    expect((await introspect(client, accessToken)).body['active']).toBe(true);
    await letTimePass(served, 6);
    expect(await introspect(client, accessToken)).toMatchObject(inactive);
    expect((await introspect(client, refreshToken)).body['active']).toBe(true);
    await letTimePass(served, 30 * 24 * 60 * 60);
    expect(await introspect(client, refreshToken)).toMatchObject(inactive);
  });

  it('when the app was suspended, which may not even ask', async () => {
    const { client, accessToken } = await someTokens(served);
    await served.source.getRepository(Client).update({ id: client.rowId }, { status: 'suspended' });
    served.app.get(ClientService).forget(client.clientId);
    expect(await introspect(client, accessToken)).toMatchObject({ status: 401, error: 'invalid_client' });
  });

  it('when a machine token outlives nothing but its own hour', async () => {
    const machine = await aClient(served, { kind: 'machine' });
    const { accessToken } = tokensOf(
      await postForm(served, '/token', { grant_type: 'client_credentials', ...credentials(machine) }),
    );
    expect((await introspect(machine, accessToken)).body['active']).toBe(true);
    await letTimePass(served, 3601);
    expect(await introspect(machine, accessToken)).toMatchObject(inactive);
  });
});
