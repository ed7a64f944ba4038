import { compactDecrypt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_ENCRYPTION_ALGS, KEY_MANAGEMENT_ALGS, SIGNING_ALGS } from '../../src/protocol/jose-algs.js';
import type { OpenIdClientMetadata } from '../../src/protocol/openid-client-metadata.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser, type TestUser } from '../support/builders.js';
import { anEncryptionKey, idTokenOf, verifiedJwt } from '../support/id-tokens.js';
import { aCode, exchange, getJson, someTokens, tokensOf } from '../support/tokens.js';

let served: TestApp;
let ada: TestUser;
beforeAll(async () => {
  served = await startApp();
  ada = await aUser(served);
});
afterAll(() => served.close());

/** Asks userinfo for a client that is registered like this. */
async function ask(metadata: OpenIdClientMetadata) {
  const client = await aClient(served, { row: { metadata } });
  const { accessToken } = await someTokens(served, { client, user: ada, scopes: ['openid', 'email'] });
  const get = (method: 'GET' | 'POST') =>
    served.app.inject({ method, url: '/userinfo', headers: { authorization: `Bearer ${accessToken}` } });
  const { statusCode, headers, body } = await get('GET');
  return { client, get, status: statusCode, headers, body };
}

const plain = () => ({ sub: ada.id, email: ada.email, email_verified: false });

describe('OpenID Connect Core §5.3.2 the userinfo answer', () => {
  it('is about the person of the ID token', async () => {
    const code = await aCode(served);
    const answer = await exchange(served, code);
    const { claims } = await verifiedJwt(served, idTokenOf(answer), code.client.clientId);
    const { body } = await getJson(served, '/userinfo', { authorization: `Bearer ${tokensOf(answer).accessToken}` });
    expect(body['sub']).toBe(claims.sub);
  });

  it('is there for tokens without openid too: the documented flow has none', async () => {
    const { accessToken, user } = await someTokens(served, { scopes: ['email'] });
    const { body } = await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` });
    expect(body).toEqual({ sub: user.id, email: user.email, email_verified: false });
  });

  it('is plain JSON when the registration says nothing', async () => {
    const { headers, body } = await ask({});
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual(plain());
  });

  it.each(SIGNING_ALGS)('is signed by %s when the registration says so, with iss and aud', async (alg) => {
    const { client, get, status, headers, body } = await ask({ userinfo_signed_response_alg: alg });
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'application/jwt' });
    expect(headers['cache-control']).toBe('no-store');
    const { header, claims } = await verifiedJwt(served, body, client.clientId);
    expect(header.alg).toBe(alg);
    expect(claims).toEqual({ iss: served.issuer, aud: client.clientId, ...plain() });
    expect((await get('POST')).headers['content-type']).toBe('application/jwt');
  });

  it.each([
    ...KEY_MANAGEMENT_ALGS.map((alg) => [alg, 'the default', undefined] as const),
    ...CONTENT_ENCRYPTION_ALGS.map((enc) => ['RSA-OAEP-256', enc, enc] as const),
  ])('is encrypted with %s and %s, not signed', async (alg, _content, enc) => {
    const { jwk, privateKey } = await anEncryptionKey(alg);
    const { client, headers, body } = await ask({
      jwks: { keys: [jwk] },
      userinfo_encrypted_response_alg: alg,
      ...(enc === undefined ? {} : { userinfo_encrypted_response_enc: enc }),
    });
    expect(headers['content-type']).toBe('application/jwt');
    const { plaintext, protectedHeader } = await compactDecrypt(body, privateKey);
    expect(protectedHeader).toMatchObject({ alg, enc: enc ?? 'A128CBC-HS256', kid: jwk.kid });
    expect(protectedHeader).not.toHaveProperty('cty');
    const claims: unknown = JSON.parse(new TextDecoder().decode(plaintext));
    expect(claims).toEqual({ iss: served.issuer, aud: client.clientId, ...plain() });
  });

  it('is signed, then encrypted, when the registration says both', async () => {
    const { jwk, privateKey } = await anEncryptionKey('ECDH-ES+A128KW');
    const { client, body } = await ask({
      jwks: { keys: [jwk] },
      userinfo_signed_response_alg: 'PS256',
      userinfo_encrypted_response_alg: 'ECDH-ES+A128KW',
    });
    const { plaintext, protectedHeader } = await compactDecrypt(body, privateKey);
    expect(protectedHeader).toMatchObject({ cty: 'JWT' });
    const { header, claims } = await verifiedJwt(served, new TextDecoder().decode(plaintext), client.clientId);
    expect(header.alg).toBe('PS256');
    expect(claims).toMatchObject(plain());
  });

  it('is never plain because the key is missing', async () => {
    const { status, body } = await ask({ userinfo_encrypted_response_alg: 'ECDH-ES' });
    expect(status).toBe(400);
    expect(body).not.toContain(ada.email);
  });

  it('refuses in JSON, whatever the registration says (§5.3.3)', async () => {
    const { client } = await ask({ userinfo_signed_response_alg: 'RS256' });
    const wrong = await getJson(served, '/userinfo', { authorization: `Bearer ${client.registrationAccessToken}` });
    expect(wrong).toMatchObject({ status: 401, error: 'invalid_token' });
  });
});
