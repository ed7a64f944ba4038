import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import { type Changes, credentials, getJson, postForm, tokensOf } from '../support/tokens.js';

let served: TestApp;
let machine: TestClient;
beforeAll(async () => {
  served = await startApp();
  machine = await aClient(served, { kind: 'machine' });
});
afterAll(() => served.close());

const ask = (client: TestClient, changes: Changes = {}) =>
  postForm(served, '/token', { grant_type: 'client_credentials', ...credentials(client), ...changes });

describe('RFC 6749 §4.4 client credentials', () => {
  it('give a confidential client a token for itself, without a refresh token (§4.4.3)', async () => {
    const { status, headers, body } = await ask(machine);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: '',
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  it('name the client as the subject, never a user (attack A19)', async () => {
    const { accessToken } = tokensOf(await ask(machine));
    const { body } = await postForm(served, '/introspect', { token: accessToken, ...credentials(machine) });
    expect(body).toMatchObject({ active: true, sub: machine.clientId, client_id: machine.clientId });
    expect(body).not.toHaveProperty('username');
  });

  it('open no user data (attack A19)', async () => {
    const { accessToken } = tokensOf(await ask(machine));
    const answer = await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` });
    expect(answer).toMatchObject({ status: 403, error: 'insufficient_scope' });
  });

  it.each(['offline_access', 'profile', 'email phone', 'admin'])(
    'do not open %j, which needs a user',
    async (scope) => {
      expect(await ask(machine, { scope })).toMatchObject({ status: 400, error: 'invalid_scope' });
      const server = await aClient(served, {
        grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      });
      expect(await ask(server, { scope })).toMatchObject({ status: 400, error: 'invalid_scope' });
    },
  );

  it('are for confidential clients only: anyone can say the id of a public one', async () => {
    const browser = await aClient(served, { kind: 'browser' });
    expect(await ask(browser)).toMatchObject({ status: 400, error: 'unauthorized_client' });
  });

  it('stay for confidential clients only when a public one is registered for them by mistake', async () => {
    const browser = await aClient(served, { kind: 'browser' });
    await served.source.query('UPDATE oauth_clients SET grant_types = ? WHERE id = ?', [
      '["client_credentials"]',
      browser.rowId,
    ]);
    expect(await ask(browser)).toMatchObject({ status: 400, error: 'unauthorized_client' });
  });

  it('are for clients that are registered for them', async () => {
    expect(await ask(await aClient(served))).toMatchObject({ status: 400, error: 'unauthorized_client' });
  });
});
