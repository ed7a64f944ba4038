import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { GrantService } from '../../src/token/grant.service.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { aCode, credentials, exchange, isAlive, letTimePass, postForm, refresh, tokensOf } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('RFC 6749 §4.1.3 the exchange of a code', () => {
  it('answers the documented request with the documented answer (§5.1)', async () => {
    const code = await aCode(served, { scopes: ['profile', 'email'] });
    const { status, headers, body } = await exchange(served, code);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'profile email',
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('gives a token that opens what the user allowed', async () => {
    const { accessToken } = tokensOf(await exchange(served, await aCode(served)));
    expect(await isAlive(served, accessToken)).toBe(true);
  });

  it('works for a public client with PKCE alone', async () => {
    const client = await aClient(served, { kind: 'browser' });
    expect((await exchange(served, await aCode(served, { client }))).status).toBe(200);
  });

  it('works without redirect_uri, which OAuth 2.1 clients leave out', async () => {
    expect((await exchange(served, await aCode(served), { redirect_uri: undefined })).status).toBe(200);
  });

  it('gives a refresh token when offline_access was allowed, and only then (OpenID Connect Core §11)', async () => {
    const offline = await exchange(served, await aCode(served, { scopes: ['email', 'offline_access'] }));
    const online = await exchange(served, await aCode(served, { scopes: ['email'] }));
    expect(offline.body['refresh_token']).toMatch(/^[A-Za-z0-9_-]{88}$/);
    expect(online.body).not.toHaveProperty('refresh_token');
  });

  it('gives no refresh token to a client that is not registered for the refresh_token grant', async () => {
    const code = await aCode(served);
    await served.source.getRepository(Client).update({ id: code.client.rowId }, { grantTypes: ['authorization_code'] });
    served.app.get(ClientService).forget(code.client.clientId);
    expect((await exchange(served, code)).body).not.toHaveProperty('refresh_token');
  });

  it('leaves out scopes that the client is no longer registered for', async () => {
    const code = await aCode(served, { scopes: ['profile', 'email'] });
    await served.source.getRepository(Client).update({ id: code.client.rowId }, { scopes: ['email'] });
    served.app.get(ClientService).forget(code.client.clientId);
    expect((await exchange(served, code)).body['scope']).toBe('email');
  });

  it('keeps no code and no token in the database, only their digests', async () => {
    const code = await aCode(served);
    const { accessToken, refreshToken } = tokensOf(await exchange(served, code));
    const rows = await Promise.all(
      ['oauth_grants', 'oauth_access_tokens'].map((table) => served.source.query(`SELECT * FROM ${table}`)),
    );
    const dump = JSON.stringify(rows, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const secret of [code.code, accessToken, refreshToken, code.codeVerifier]) expect(dump).not.toContain(secret);
  });
});

/** Attack R84: each reason alone must be enough. */
describe('RFC 6749 §4.1.3 a code is refused with invalid_grant', () => {
  const refused = { status: 400, error: 'invalid_grant' };

  it('when it was never issued', async () => {
    const code = await aCode(served);
    expect(await exchange(served, { ...code, code: `${code.code.slice(0, -1)}-` })).toMatchObject(refused);
    expect(await exchange(served, { ...code, code: code.code.slice(0, -1) })).toMatchObject(refused);
    expect(await exchange(served, { ...code, code: `${code.code}A` })).toMatchObject(refused);
    expect((await exchange(served, code)).status).toBe(200);
  });

  it('when it was issued to another client, which does not spend it (attack A07)', async () => {
    const code = await aCode(served);
    const thief = await aClient(served);
    expect(await exchange(served, code, credentials(thief))).toMatchObject(refused);
    expect((await exchange(served, code)).status).toBe(200);
  });

  it('when it was issued to another public client (attack A07)', async () => {
    const code = await aCode(served, { client: await aClient(served, { kind: 'browser' }) });
    const thief = await aClient(served, { kind: 'browser' });
    expect(await exchange(served, code, credentials(thief))).toMatchObject(refused);
    expect((await exchange(served, code)).status).toBe(200);
  });

  it('when redirect_uri differs from the one of the authorization request, by any character', async () => {
    for (const change of ['/', '?', '#', ' ', 'x']) {
      const code = await aCode(served);
      expect(await exchange(served, code, { redirect_uri: code.redirectUri + change })).toMatchObject(refused);
    }
  });

  it('when another of its redirect URIs is named', async () => {
    const uris = ['https://two.example/a', 'https://two.example/b'];
    const code = await aCode(served, { client: await aClient(served, { redirect_uris: uris }) });
    expect(await exchange(served, code, { redirect_uri: uris[1] })).toMatchObject(refused);
  });

  it('when it has expired, after 60 seconds', async () => {
    const early = await aCode(served);
    await letTimePass(served, 55);
    expect((await exchange(served, early)).status).toBe(200);
    const late = await aCode(served);
    await letTimePass(served, 61);
    expect(await exchange(served, late)).toMatchObject(refused);
  });

  it('when the user was disabled meanwhile (attack A47)', async () => {
    const code = await aCode(served);
    await served.source.getRepository(User).update({ id: code.user.id }, { status: 'disabled' });
    expect(await exchange(served, code)).toMatchObject(refused);
  });

  it('when the user took the permission back meanwhile (attack A47)', async () => {
    const code = await aCode(served);
    await served.app.get(GrantService).revokeOf(code.user.id, code.client.rowId);
    expect(await exchange(served, code)).toMatchObject(refused);
  });

  it('when it is a token of another kind (attack A46)', async () => {
    const code = await aCode(served);
    const { accessToken, refreshToken } = tokensOf(await exchange(served, code));
    for (const wrong of [accessToken, refreshToken]) {
      expect(await exchange(served, { ...code, code: wrong })).toMatchObject(refused);
    }
    expect(await isAlive(served, accessToken)).toBe(true);
  });

  it('and says the same for each reason about the code itself', async () => {
    const code = await aCode(served);
    const thief = await aClient(served);
    const foreign = await exchange(served, code, credentials(thief));
    const unknown = await exchange(served, { ...code, code: 'x' });
    expect(foreign.body).toEqual(unknown.body);
  });
});

describe('RFC 6749 §4.1.2 a code that is used twice', () => {
  it('is refused and ends everything that was issued from it', async () => {
    const code = await aCode(served);
    const { accessToken, refreshToken } = tokensOf(await exchange(served, code));
    expect(await exchange(served, code)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await isAlive(served, accessToken)).toBe(false);
    expect(await refresh(served, code.client, refreshToken)).toMatchObject({ error: 'invalid_grant' });
  });

  it('is recognised long after it has expired', async () => {
    const code = await aCode(served);
    const { accessToken } = tokensOf(await exchange(served, code));
    await letTimePass(served, 600);
    expect(await isAlive(served, accessToken)).toBe(true);
    await exchange(served, code);
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('also ends access tokens that a refresh gave', async () => {
    const code = await aCode(served);
    const { refreshToken } = tokensOf(await exchange(served, code));
    const { accessToken } = tokensOf(await refresh(served, code.client, refreshToken));
    await exchange(served, code);
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  /** Attack A15: who merely saw the code must not be able to end the rightful client's grant. */
  it.each([
    ['a wrong code_verifier', () => ({ code_verifier: 'x'.repeat(43) })],
    ['no code_verifier', () => ({ code_verifier: undefined })],
    ['another redirect_uri', () => ({ redirect_uri: 'https://evil.example/' })],
    ["another client's credentials", async () => credentials(await aClient(served))],
  ])('by someone with %s is only refused', async (_what, changes) => {
    const code = await aCode(served);
    const { accessToken } = tokensOf(await exchange(served, code));
    expect(await exchange(served, code, await changes())).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await isAlive(served, accessToken)).toBe(true);
  });

  it('touches no other grant of the same user and client', async () => {
    const client = await aClient(served);
    const user = await aUser(served);
    const other = tokensOf(await exchange(served, await aCode(served, { client, user })));
    const code = await aCode(served, { client, user });
    await exchange(served, code);
    await exchange(served, code);
    expect(await isAlive(served, other.accessToken)).toBe(true);
  });
});

describe('RFC 6749 §3.2 the token endpoint', () => {
  it('takes POST only', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'] as const) {
      const { statusCode, headers } = await served.app.inject({ method, url: '/token' });
      expect({ statusCode, allow: headers['allow'] }).toEqual({ statusCode: 405, allow: 'POST' });
    }
  });

  it('refuses parameters in the URL, where they would be logged (gap L4)', async () => {
    const code = await aCode(served);
    const answer = await postForm(served, `/token?redirect_uri=${encodeURIComponent(code.redirectUri)}`, {
      grant_type: 'authorization_code',
      code: code.code,
      code_verifier: code.codeVerifier,
      ...credentials(code.client),
    });
    expect(answer).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it.each(['grant_type', 'code', 'client_id', 'client_secret', 'code_verifier', 'redirect_uri', 'made_up'])(
    'refuses a repeated %s (gap L6)',
    async (name) => {
      const code = await aCode(served);
      const form = new URLSearchParams({
        grant_type: 'authorization_code',
        code: code.code,
        code_verifier: code.codeVerifier,
        redirect_uri: code.redirectUri,
        client_id: code.client.clientId,
        client_secret: code.client.clientSecret,
        made_up: 'x',
      });
      form.append(name, form.get(name) ?? '');
      expect(await postForm(served, '/token', form.toString())).toMatchObject({
        status: 400,
        error: 'invalid_request',
      });
      expect((await exchange(served, code)).status).toBe(200);
    },
  );

  it('treats an empty parameter as left out, and ignores unknown ones (§3.2)', async () => {
    const code = await aCode(served);
    expect((await exchange(served, code, { scope: '', redirect_uri: '', unknown: 'x' })).status).toBe(200);
  });

  it.each([
    ['application/json', '{"grant_type":"client_credentials"}', 415],
    ['text/plain', 'grant_type=client_credentials', 415],
    ['multipart/form-data; boundary=x', '--x--\r\n', 400],
    [undefined, 'grant_type=client_credentials', 415],
  ])('refuses the content type %s as JSON', async (type, body, status) => {
    const answer = await postForm(served, '/token', body, { 'content-type': type });
    expect(answer).toMatchObject({ status, error: 'invalid_request' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a missing grant_type', 'client_id=x', 'invalid_request'],
    ['a grant that is not there', 'grant_type=urn:x:y&client_id=x', 'unsupported_grant_type'],
    [
      'the password grant (OAuth 2.1)',
      'grant_type=password&username=a&password=b&client_id=x',
      'unsupported_grant_type',
    ],
    ['the implicit grant', 'grant_type=implicit&client_id=x', 'unsupported_grant_type'],
    ['a name of every object', 'grant_type=__proto__&client_id=x', 'unsupported_grant_type'],
    ['a name of every object', 'grant_type=constructor&client_id=x', 'unsupported_grant_type'],
    ['a missing code', 'grant_type=authorization_code&client_id=x', 'invalid_request'],
    ['an endless code', `grant_type=authorization_code&client_id=x&code=${'a'.repeat(5000)}`, 'invalid_grant'],
    ['a null byte', 'grant_type=authorization_code&client_id=x&code=a%00b', 'invalid_request'],
    ['broken UTF-8', 'grant_type=authorization_code&client_id=x&code=%ff', 'invalid_request'],
    ['broken percent-encoding', 'grant_type=authorization_code&client_id=x&code=%zz', 'invalid_request'],
  ])('refuses %s, whoever asks', async (_what, form, error) => {
    expect(await postForm(served, '/token', form)).toMatchObject({ status: 400, error });
  });

  it('answers 413 to a huge body', async () => {
    const answer = await postForm(served, '/token', `code=${'a'.repeat(70_000)}`);
    expect(answer).toMatchObject({ status: 413, error: 'invalid_request' });
  });

  it('refuses a grant that the client is not registered for (§5.2 unauthorized_client)', async () => {
    const client = await aClient(served, { grant_types: ['authorization_code'], scope: ['email'] });
    const answer = await refresh(served, client, 'x');
    expect(answer).toMatchObject({ status: 400, error: 'unauthorized_client' });
  });

  it('never says more than RFC 6749 §5.2 allows', async () => {
    const answer = await postForm(served, '/token', 'grant_type="\\%C3%A9&client_id=x');
    expect(String(answer.body['error_description'])).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
  });
});
