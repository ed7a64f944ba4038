import { createLocalJWKSet, jwtVerify, UnsecuredJWT } from 'jose';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyRotation } from '../../src/keys/key-rotation.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser, type TestUser } from '../support/builders.js';
import { freePort } from '../support/free-port.js';
import { type Changes, postForm } from '../support/tokens.js';
import { checkDiscovery } from './discovery-checks.js';
import {
  askForRegistration,
  ClientKey,
  type DynamicClient,
  initialAccessToken,
  registerDynamically,
} from './dynamic-client.js';
import { SuiteSite } from './suite-site.js';
import { expectErrorPage, isAt, Suite } from './suite.js';

let served: TestApp;
let user: TestUser;
let site: SuiteSite;
let token: string;
let key: ClientKey;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
  site = await SuiteSite.start();
  token = await initialAccessToken(served);
  key = await ClientKey.create();
});
afterAll(async () => {
  site.close();
  await served.close();
});

/** The suite of a client that registered itself with `private_key_jwt` and proves itself with the key. */
class DynamicSuite extends Suite {
  readonly dynamic: DynamicClient;

  private constructor(client: DynamicClient) {
    super(served, client, user);
    this.dynamic = client;
  }

  static async create(changes: Record<string, unknown> = {}): Promise<DynamicSuite> {
    const usual = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key.jwk] } };
    return new DynamicSuite(await registerDynamically(served, { token, site, ...usual, ...changes }));
  }

  override async exchange(code: string, changes: Changes = {}) {
    const assertion = await key.assertion(this.client.clientId, `${served.issuer}/token`);
    return super.exchange(code, { ...assertion, ...changes }, {});
  }
}

describe('oidcc-dynamic-certification-test-plan', () => {
  it('oidcc-discovery-endpoint-verification, but for the implicit flow that it asks for', async () => {
    const provider = await checkDiscovery(await DynamicSuite.create());
    expect(provider).toHaveProperty('registration_endpoint');
  });

  it('oidcc-server', async () => {
    await (await DynamicSuite.create()).complete();
  });

  it('oidcc-ensure-client-assertion-with-iss-aud-succeeds', async () => {
    const suite = await DynamicSuite.create();
    const { code = '' } = suite.answer(await suite.authorize(suite.request()));
    const assertion = await key.assertion(suite.client.clientId, served.issuer);
    expect((await suite.exchange(code, assertion)).status).toBe(200);
  });

  it('oidcc-ensure-redirect-uri-in-authorization-request', async () => {
    const suite = await DynamicSuite.create();
    expectErrorPage(await suite.authorize(suite.request({ redirect_uri: undefined })));
  });

  it('oidcc-ensure-request-object-with-redirect-uri', async () => {
    const suite = await DynamicSuite.create();
    const request = suite.request();
    const object = await key.sign({ ...request, iss: suite.client.clientId, aud: served.issuer });
    const outer = { ...request, redirect_uri: `${site.url}/callback/invalid`, request: object };
    await suite.finish(request, await suite.authorize(outer));
  });

  it('oidcc-idtoken-rs256', async () => {
    const { idToken } = await (await DynamicSuite.create({ id_token_signed_response_alg: 'RS256' })).complete();
    expect(idToken.header.alg).toBe('RS256');
  });

  it('oidcc-idtoken-unsigned: skipped by the suite, since no unsigned ID token is offered', async () => {
    const unsigned = { redirect_uris: [`${site.url}/callback`], id_token_signed_response_alg: 'none' };
    const { status, body } = await askForRegistration(served, token, unsigned);
    expect([status, body['error']]).toEqual([400, 'invalid_client_metadata']);
  });

  it('oidcc-redirect-uri-query-OK', async () => {
    const redirectUri = `${site.url}/callback?foo=bar`;
    const suite = await DynamicSuite.create({ redirect_uris: [redirectUri] });
    const request = suite.request({ redirect_uri: redirectUri });
    const page = await suite.authorize(request);
    expect(new URL(page.location ?? '').searchParams.get('foo')).toBe('bar');
    await suite.finish(request, page, redirectUri);
  });

  it.each([
    ['oidcc-redirect-uri-query-added', '/callback', '/callback?foo=bar'],
    ['oidcc-redirect-uri-query-mismatch', '/callback?foo=bar', '/callback?bar=foo'],
  ])('%s', async (_module, registered, asked) => {
    const suite = await DynamicSuite.create({ redirect_uris: [`${site.url}${registered}`] });
    expectErrorPage(await suite.authorize(suite.request({ redirect_uri: `${site.url}${asked}` })));
  });

  it('oidcc-redirect-uri-regfrag', async () => {
    const { status, body } = await askForRegistration(served, token, {
      redirect_uris: [`${site.url}/callback#foobar`],
    });
    expect(status).toBe(400);
    expect(['invalid_redirect_uri', 'invalid_client_metadata']).toContain(body['error']);
  });

  it('oidcc-refresh-token', async () => {
    const suite = await DynamicSuite.create({ grant_types: ['authorization_code', 'refresh_token'] });
    await checkRefresh(suite, key);
  });

  it('oidcc-refresh-token-rp-key-rotation', async () => {
    const uri = site.serveJson('/rotating-jwks', { keys: [key.jwk] });
    const suite = await DynamicSuite.create({
      grant_types: ['authorization_code', 'refresh_token'],
      jwks: undefined,
      jwks_uri: uri,
    });
    const next = await ClientKey.create();
    await checkRefresh(suite, next, () => site.serveJson('/rotating-jwks', { keys: [next.jwk] }));
  });

  it('oidcc-registration-jwks-uri', async () => {
    const suite = await DynamicSuite.create({
      jwks: undefined,
      jwks_uri: site.serveJson('/jwks', { keys: [key.jwk] }),
    });
    await suite.complete();
    expect(site.at('/jwks').length).toBeGreaterThan(0);
  });

  it('oidcc-registration-logo-uri', async () => {
    const logo = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#08f' } })
      .png()
      .toBuffer();
    const suite = await DynamicSuite.create({ logo_uri: site.serve('/logo.png', 'image/png', logo) });
    const page = await suite.browser.open(`/authorize?${new URLSearchParams(suite.request()).toString()}`);
    expect(isAt(page, '/login')).toBe(true);
    expect(page.html).toMatch(/<img[^>]+src="\/pictures\//);
  });

  it.each(['policy', 'tos'])('oidcc-registration-%s-uri', async (which) => {
    const uri = `${site.url}/${which}`;
    const suite = await DynamicSuite.create({ [`${which}_uri`]: uri });
    const page = await suite.browser.open(`/authorize?${new URLSearchParams(suite.request()).toString()}`);
    expect(isAt(page, '/login')).toBe(true);
    expect(page.links).toContain(uri);
  });

  it('oidcc-registration-sector-uri', async () => {
    const sector = site.serveJson('/redirect_uris.json', [`${site.url}/callback`]);
    const suite = await DynamicSuite.create({ subject_type: 'pairwise', sector_identifier_uri: sector });
    const { idToken } = await suite.complete();
    expect(idToken.claims.sub).not.toBe(user.id);
  });

  it('oidcc-registration-sector-bad', async () => {
    const sector = site.serveJson('/other_redirect_uris.json', [`${site.url}/other`]);
    const { status, body } = await askForRegistration(served, token, {
      redirect_uris: [`${site.url}/callback`],
      subject_type: 'pairwise',
      sector_identifier_uri: sector,
    });
    expect([status, body['error']]).toEqual([400, 'invalid_client_metadata']);
  });

  it('oidcc-request-uri-signed-rs256', async () => {
    await checkRequestUri('/signed.jwt', (claims) => key.sign(claims));
  });

  it('oidcc-request-uri-unsigned', async () => {
    await checkRequestUri('/unsigned.jwt', async (claims) => new UnsecuredJWT(claims).encode());
  });

  it('oidcc-server-rotate-keys', async () => {
    const suite = await DynamicSuite.create();
    const before = (await suite.keys()).keys.map(({ kid }) => kid);
    await served.app.get(KeyRotation).rotate('RS256', { isForced: true });
    const after = (await suite.keys()).keys.map(({ kid }) => kid);
    expect(after.some((kid) => !before.includes(kid))).toBe(true);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('oidcc-userinfo-rs256', async () => {
    const suite = await DynamicSuite.create({ userinfo_signed_response_alg: 'RS256' });
    const { code = '' } = suite.answer(await suite.authorize(suite.request()));
    const { body } = await suite.exchange(code);
    const response = await served.app.inject({
      url: '/userinfo',
      headers: { host: new URL(served.issuer).host, authorization: `Bearer ${String(body['access_token'])}` },
    });
    expect(response.headers['content-type']).toMatch(/^application\/jwt/);
    const expected = { issuer: served.issuer, audience: suite.client.clientId, algorithms: ['RS256'] };
    const { payload } = await jwtVerify(response.body, createLocalJWKSet(await suite.keys()), expected);
    expect(payload.sub).toBe(user.id);
  });
});

/** Gets a refresh token and uses it with an assertion by another key, after a change of the client's keys if any. */
async function checkRefresh(suite: DynamicSuite, by: ClientKey, change: () => void = () => undefined): Promise<void> {
  const request = suite.request({ scope: 'openid offline_access', prompt: 'consent' });
  const { tokens, idToken } = await suite.finish(request, await suite.authorize(request));
  change();
  const refreshed = await postForm(served, '/token', {
    grant_type: 'refresh_token',
    refresh_token: String(tokens['refresh_token']),
    ...(await by.assertion(suite.client.clientId, `${served.issuer}/token`)),
  });
  expect(refreshed.status).toBe(200);
  const again = await suite.checkIdToken(String(refreshed.body['id_token']));
  expect(again.claims).toMatchObject({ sub: idToken.claims.sub, auth_time: idToken.claims['auth_time'] });
}

/** The whole flow with everything in a request object that the server fetches. */
async function checkRequestUri(
  path: string,
  encode: (claims: Record<string, unknown>) => Promise<string>,
): Promise<void> {
  const requestUri = `${site.url}${path}`;
  const suite = await DynamicSuite.create({ request_uris: [requestUri] });
  const request = suite.request();
  const { client_id, response_type, scope } = request as Record<'client_id' | 'response_type' | 'scope', string>;
  const object = await encode({ ...request, iss: client_id, aud: served.issuer });
  site.serve(path, 'application/oauth-authz-req+jwt', object);
  const page = await suite.authorize({ client_id, response_type, scope, request_uri: requestUri });
  await suite.finish(request, page);
  expect(site.at(path).length).toBe(1);
}
