import { compactDecrypt } from 'jose';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTokenHash } from '../../src/protocol/id-token.js';
import { CONTENT_ENCRYPTION_ALGS, KEY_MANAGEMENT_ALGS, SIGNING_ALGS } from '../../src/protocol/jose-algs.js';
import type { OpenIdClientMetadata } from '../../src/protocol/openid-client-metadata.js';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt, answerAt } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { anEncryptionKey, headerOf, idTokenOf, verifiedJwt } from '../support/id-tokens.js';
import { aCode, credentials, exchange, postForm, refresh, tokensOf } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const clientWith = (metadata: OpenIdClientMetadata) => aClient(served, { row: { metadata } });

/** A code exchanged: the answer, and the ID token in it once jose has verified it. */
async function signIn(options: Parameters<typeof aCode>[1] = {}) {
  const code = await aCode(served, options);
  const answer = await exchange(served, code);
  const idToken = idTokenOf(answer);
  return { ...code, ...tokensOf(answer), idToken, ...(await verifiedJwt(served, idToken, code.client.clientId)) };
}

describe('OpenID Connect Core §3.1.3.3 the token answer', () => {
  it('holds an ID token with the scope openid, and none without', async () => {
    expect(idTokenOf(await exchange(served, await aCode(served)))).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const { status, body } = await exchange(served, await aCode(served, { scopes: ['profile'] }));
    expect({ status, idToken: body['id_token'] }).toEqual({ status: 200, idToken: undefined });
  });

  it('holds none for a client that acts for itself', async () => {
    const machine = await aClient(served, { kind: 'machine' });
    const form = { grant_type: 'client_credentials', ...credentials(machine) };
    expect((await postForm(served, '/token', form)).body).not.toHaveProperty('id_token');
    expect(await postForm(served, '/token', { ...form, scope: 'openid' })).toMatchObject({ error: 'invalid_scope' });
  });

  it('holds none when the app is not registered for openid any more', async () => {
    const client = await aClient(served, { scope: ['profile'] });
    const answer = await exchange(served, await aCode(served, { client, scopes: ['openid', 'profile'] }));
    expect(answer.body).toMatchObject({ scope: 'profile' });
    expect(answer.body).not.toHaveProperty('id_token');
  });
});

describe('OpenID Connect Core §2 the claims of an ID token', () => {
  it('say who signed in, when, how, in which session, for whom, and beside which access token', async () => {
    const [sid, authTime] = [v7(), new Date(Date.now() - 60_000)];
    const { claims, client, user, accessToken } = await signIn({ sid, authTime, nonce: 'n-0S6_WzA2Mj' });
    const { iat = 0 } = claims;
    expect(claims).toEqual({
      iss: served.issuer,
      sub: user.id,
      aud: client.clientId,
      iat,
      exp: iat + 3600,
      auth_time: Math.floor(authTime.getTime() / 1000),
      acr: 'urn:doorward:acr:password',
      amr: ['pwd'],
      sid,
      nonce: 'n-0S6_WzA2Mj',
      at_hash: accessTokenHash(accessToken, 'RS256'),
    });
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(60);
  });

  it('are not those that scopes open: they are for userinfo (§5.4)', async () => {
    const { claims } = await signIn({ scopes: ['openid', 'profile', 'email', 'phone', 'address'] });
    const scopeClaims = new Set(['name', 'preferred_username', 'email', 'email_verified', 'phone_number', 'address']);
    expect(Object.keys(claims).filter((name) => scopeClaims.has(name))).toEqual([]);
  });

  it('tell of the session in which a person signed in with a browser', async () => {
    const [client, user] = [await aClient(served), await aUser(served)];
    const browser = await aBrowserOf(served, user);
    const attempt = anAttempt(client, { scope: 'openid', nonce: 'n1' });
    const { code = '' } = answerAt(client, await allow(browser, await browser.open(attempt.url)));
    const [redirectUri = ''] = client.redirectUris;
    const answer = await exchange(served, { code, codeVerifier: attempt.codeVerifier, redirectUri, client, user });
    const { claims } = await verifiedJwt(served, idTokenOf(answer), client.clientId);
    const [session] = await served.source.query<{ sid: string; auth_time: string }[]>(
      'SELECT sid, auth_time FROM sessions WHERE user_id = ?',
      [user.id],
    );
    const authTime = Math.floor(Number(session?.auth_time) / 1000);
    expect(claims).toMatchObject({ sid: session?.sid, auth_time: authTime, amr: ['pwd'], nonce: 'n1', sub: user.id });
  });
});

describe('OpenID Connect Core §12.2 the ID token of a refresh', () => {
  it('is of the same sign-in: same iss, sub, aud, auth_time and sid, a new iat and at_hash, no nonce', async () => {
    const authTime = new Date(Date.now() - 60_000);
    const first = await signIn({ authTime, nonce: 'n1', client: await aClient(served, { kind: 'browser' }) });
    const answer = await refresh(served, first.client, first.refreshToken);
    const { claims } = await verifiedJwt(served, idTokenOf(answer), first.client.clientId);
    const { nonce: _nonce, iat: _iat, exp: _exp, at_hash: _hash, ...same } = first.claims;
    expect(claims).toMatchObject(same);
    expect(claims).not.toHaveProperty('nonce');
    expect(claims['at_hash']).toBe(accessTokenHash(tokensOf(answer).accessToken, 'RS256'));
    expect(claims.iat).toBeGreaterThanOrEqual(first.claims.iat ?? 0);
  });

  it('is left out when the scope is narrowed to less than openid (RFC 6749 §6)', async () => {
    const { client, refreshToken } = await signIn();
    const answer = await refresh(served, client, refreshToken, { scope: 'email' });
    expect(answer).toMatchObject({ status: 200, body: { scope: 'email' } });
    expect(answer.body).not.toHaveProperty('id_token');
  });
});

describe('OpenID Connect Core §10.1 signatures', () => {
  it('are by RS256 when a registration says nothing, whichever kind of app it is (Registration §2)', async () => {
    for (const kind of ['server', 'browser', 'native']) {
      const { header } = await signIn({ client: await aClient(served, { kind }) });
      expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    }
  });

  it.each(SIGNING_ALGS)('are by %s when the registration says so', async (alg) => {
    const { header, claims, accessToken } = await signIn({
      client: await clientWith({ id_token_signed_response_alg: alg }),
    });
    expect(header.alg).toBe(alg);
    expect(claims['at_hash']).toBe(accessTokenHash(accessToken, alg));
  });
});

describe('OpenID Connect Core §10.2 encryption', () => {
  it.each([
    ...KEY_MANAGEMENT_ALGS.map((alg) => [alg, 'the default', undefined] as const),
    ...CONTENT_ENCRYPTION_ALGS.map((enc) => ['ECDH-ES', enc, enc] as const),
  ])('signs, then encrypts with %s and %s', async (alg, _content, enc) => {
    const { jwk, privateKey } = await anEncryptionKey(alg);
    const client = await clientWith({
      jwks: { keys: [jwk] },
      id_token_signed_response_alg: 'ES256',
      id_token_encrypted_response_alg: alg,
      ...(enc === undefined ? {} : { id_token_encrypted_response_enc: enc }),
    });
    const idToken = idTokenOf(await exchange(served, await aCode(served, { client })));
    const { plaintext, protectedHeader } = await compactDecrypt(idToken, privateKey);
    expect(protectedHeader).toMatchObject({ alg, enc: enc ?? 'A128CBC-HS256', cty: 'JWT', kid: jwk.kid });
    const { header, claims } = await verifiedJwt(served, new TextDecoder().decode(plaintext), client.clientId);
    expect(header.alg).toBe('ES256');
    expect(claims.aud).toBe(client.clientId);
  });

  it('is never left out because the key is missing', async () => {
    const client = await clientWith({ id_token_encrypted_response_alg: 'RSA-OAEP-256' });
    const { status, body } = await exchange(served, await aCode(served, { client }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'invalid_client_metadata' });
    expect(body).not.toHaveProperty('access_token');
  });

  it('hides every claim from whoever sees the token', async () => {
    const { jwk } = await anEncryptionKey('RSA-OAEP-256');
    const client = await clientWith({ jwks: { keys: [jwk] }, id_token_encrypted_response_alg: 'RSA-OAEP-256' });
    const idToken = idTokenOf(await exchange(served, await aCode(served, { client })));
    expect(idToken.split('.')).toHaveLength(5);
    expect(Object.keys(headerOf(idToken)).toSorted()).toEqual(['alg', 'cty', 'enc', 'kid']);
  });
});
