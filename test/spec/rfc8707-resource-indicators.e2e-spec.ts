import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessToken } from '../../src/token/access-token.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { sha256 } from '../../src/crypto/digest.js';
import { ResourceAdministration } from '../../src/resources/resource-administration.service.js';
import { ScopeAdministration } from '../../src/resources/scope-administration.service.js';
import type { ResourceServer } from '../../src/scopes/resource-server.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt, answerAt, type Changes } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser, type TestClient } from '../support/builders.js';
import { machineToken } from '../support/machine-token.js';
import { aResource, aScope } from '../support/scopes.js';
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
  someTokens,
  tokensOf,
} from '../support/tokens.js';

let served: TestApp;
let photos: ResourceServer;
let files: ResourceServer;
let backend: TestClient;
let app: TestClient;

/** Everything that the app may ask for. */
const SCOPES = ['openid', 'email', 'offline_access', 'photos:read', 'photos:write', 'files:read', 'anywhere'];

beforeAll(async () => {
  served = await startApp();
  backend = await aClient(served, { client_name: 'Photos API' });
  photos = await aResource(served, {
    identifier: 'https://photos.example.com/api',
    accessTokenLifetime: 120,
    clientRowId: backend.rowId,
  });
  files = await aResource(served, { identifier: 'https://files.example.com', accessTokenLifetime: 7200 });
  for (const name of ['photos:read', 'photos:write']) await aScope(served, { name, resourceId: photos.id });
  await aScope(served, { name: 'files:read', resourceId: files.id, needsUser: false });
  await aScope(served, { name: 'files:purge', resourceId: files.id, needsUser: false, sensitivity: 'sensitive' });
  await aScope(served, { name: 'photos:count', resourceId: photos.id, needsUser: false });
  await aScope(served, { name: 'anywhere' });
  app = await aClient(served, { row: { scopes: SCOPES } });
});
afterAll(() => served.close());

const introspected = (token: string, by: TestClient) =>
  postForm(served, '/introspect', { token, ...credentials(by) }).then(({ body }) => body);
const scopeOf = ({ body }: Answer) => String(body['scope']).split(' ');

/** The error that an authorization request comes back with; undefined when a page is shown. */
async function errorOf(changes: Changes & { readonly resources?: never }, ...resources: string[]) {
  const browser = await aBrowserOf(served, await aUser(served));
  const { url } = anAttempt(app, changes);
  const page = await browser.open([url, ...resources.map((uri) => `resource=${encodeURIComponent(uri)}`)].join('&'));
  return page.location?.startsWith(app.redirectUris[0] ?? '') ? answerAt(app, page)['error'] : undefined;
}

describe('RFC 8707 §2.1 the authorization request', () => {
  it.each<[string, string, string[], string | undefined]>([
    ['the resource server of the scope', 'photos:read', ['https://photos.example.com/api'], undefined],
    [
      'both of two',
      'photos:read files:read',
      ['https://photos.example.com/api', 'https://files.example.com'],
      undefined,
    ],
    ['none, with the scopes of two', 'photos:read files:read', [], undefined],
    ['one of two', 'photos:read files:read', ['https://files.example.com'], 'invalid_target'],
    ['another one', 'photos:read', ['https://files.example.com'], 'invalid_target'],
    ['one without a scope of it', 'openid', ['https://files.example.com'], 'invalid_target'],
    ['one that nobody knows', 'photos:read', ['https://nobody.example.com'], 'invalid_target'],
    ['one that differs in a letter', 'photos:read', ['https://photos.example.com/API'], 'invalid_target'],
    ['a fragment', 'photos:read', ['https://photos.example.com/api#x'], 'invalid_target'],
    ['no URI', 'photos:read', ['photos'], 'invalid_target'],
    ['the admin API', 'photos:read', ['ISSUER/api/v1'], 'invalid_target'],
  ])('names %s', async (_what, scope, resources, error) => {
    const named = resources.map((uri) => uri.replace('ISSUER', served.issuer));
    expect(await errorOf({ scope }, ...named)).toBe(error);
  });

  it('names this server by its issuer', async () => {
    expect(await errorOf({ scope: 'openid email' }, served.issuer)).toBeUndefined();
  });

  it('cannot ask for a scope that the app is not allowed, or that is none (RFC 6749 §4.1.2.1)', async () => {
    expect(await errorOf({ scope: 'files:purge' })).toBe('invalid_scope');
    expect(await errorOf({ scope: 'nothing' })).toBe('invalid_scope');
  });

  it('leads through consent to a token for the resource server', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const attempt = anAttempt(app, { scope: 'openid photos:read', resource: photos.identifier });
    const { code = '' } = answerAt(app, await allow(browser, await browser.open(attempt.url)));
    const [redirectUri = ''] = app.redirectUris;
    const form = {
      grant_type: 'authorization_code',
      code,
      code_verifier: attempt.codeVerifier,
      redirect_uri: redirectUri,
    };
    const answer = await postForm(served, '/token', { ...form, ...credentials(app) });
    expect(answer).toMatchObject({ status: 200, body: { scope: 'photos:read', expires_in: 120 } });
    // The ID token is for the app, whatever the access token is for.
    expect(answer.body['id_token']).toBeDefined();
  });
});

describe('RFC 8707 §2.2 the access token request', () => {
  it('is for the one resource server of the scopes when it names none', async () => {
    const code = await aCode(served, { client: app, scopes: ['openid', 'email', 'photos:read', 'anywhere'] });
    const answer = await exchange(served, code);
    expect(scopeOf(answer)).toEqual(['photos:read', 'anywhere']);
    const { accessToken } = tokensOf(answer);
    expect(await introspected(accessToken, app)).toMatchObject({
      aud: photos.identifier,
      scope: 'photos:read anywhere',
    });
  });

  it('must say which of two, and a wrong one does not spend the code', async () => {
    const code = await aCode(served, { client: app, scopes: ['photos:read', 'files:read'] });
    for (const resource of [undefined, 'https://nobody.example.com', served.issuer + '/api/v1']) {
      expect(await exchange(served, code, { resource })).toMatchObject({ status: 400, error: 'invalid_target' });
    }
    const twice = new URLSearchParams(exchangeForm(code) as Record<string, string>);
    for (const { identifier } of [photos, files]) twice.append('resource', identifier);
    expect(await postForm(served, '/token', twice.toString())).toMatchObject({ status: 400, error: 'invalid_target' });
    const answer = await exchange(served, code, { resource: files.identifier });
    expect(answer).toMatchObject({ status: 200, body: { scope: 'files:read', expires_in: 7200 } });
  });

  it('cannot name a resource server of which nothing was granted', async () => {
    const code = await aCode(served, { client: app, scopes: ['openid', 'anywhere'] });
    expect(await exchange(served, code, { resource: photos.identifier })).toMatchObject({ error: 'invalid_target' });
    expect((await exchange(served, code)).status).toBe(200);
  });

  it('refreshes for each of two in turn, and for this server', async () => {
    const code = await aCode(served, { client: app, scopes: SCOPES });
    let { refreshToken } = tokensOf(await exchange(served, code, { resource: photos.identifier }));
    const expected: [string, string[]][] = [
      [files.identifier, ['files:read', 'anywhere']],
      [photos.identifier, ['photos:read', 'photos:write', 'anywhere']],
      [served.issuer, ['openid', 'email', 'offline_access', 'anywhere']],
    ];
    for (const [resource, scopes] of expected) {
      const answer = await refresh(served, app, refreshToken, { resource });
      expect(scopeOf(answer)).toEqual(scopes);
      ({ refreshToken } = tokensOf(answer));
    }
  });

  it('narrows by scope before it looks at the resource, and a fault does not spend the refresh token', async () => {
    const { refreshToken } = await someTokens(served, {
      client: app,
      scopes: ['offline_access', 'photos:read', 'photos:write'],
    });
    const wrong = { scope: 'photos:read', resource: files.identifier };
    expect(await refresh(served, app, refreshToken, wrong)).toMatchObject({ status: 400, error: 'invalid_target' });
    const answer = await refresh(served, app, refreshToken, { scope: 'photos:read', resource: photos.identifier });
    expect(answer.body['scope']).toBe('photos:read');
  });

  it('a repeat within the replay window is one only with the same resource', async () => {
    const rotating = await aClient(served, { row: { scopes: SCOPES, refreshTokenRotation: true } });
    const scopes = ['offline_access', 'photos:read', 'files:read'];
    const code = await aCode(served, { client: rotating, scopes });
    const first = tokensOf(await exchange(served, code, { resource: photos.identifier }));
    const again = () => refresh(served, rotating, first.refreshToken, { resource: photos.identifier });
    const { refreshToken } = tokensOf(await again());
    expect(tokensOf(await again()).refreshToken).toBe(refreshToken);
    const other = await refresh(served, rotating, first.refreshToken, { resource: files.identifier });
    expect(other).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('lives as long as the resource server says, and so does its grant', async () => {
    const { accessToken } = tokensOf(
      await exchange(served, await aCode(served, { client: app, scopes: ['files:read'] })),
    );
    const digest = sha256(accessToken);
    const token = await served.source
      .getRepository(AccessToken)
      .findOneOrFail({ where: { digest }, relations: { grant: true } });
    expect(token.expiresAt.getTime() - token.createdAt.getTime()).toBe(7_200_000);
    expect(token.grant?.expiresAt.getTime()).toBeGreaterThanOrEqual(token.expiresAt.getTime() - 1_000);
  });
});

const machine = (scopes: string[]) => aClient(served, { kind: 'machine', row: { scopes } });

async function asked(client: TestClient, more: Record<string, string> = {}) {
  const answer = await machineToken(served, client, more);
  return [answer.statusCode, answer.json<Record<string, unknown>>()] as const;
}

describe('RFC 6749 §4.4 machines', () => {
  it('get what the app is allowed and needs no person, for its resource server', async () => {
    const client = await machine(['files:read', 'photos:read']);
    expect(await asked(client)).toMatchObject([200, { scope: 'files:read', expires_in: 7200 }]);
    expect(await asked(client, { scope: 'photos:read' })).toMatchObject([400, { error: 'invalid_scope' }]);
    expect(await asked(client, { scope: 'files:purge' })).toMatchObject([400, { error: 'invalid_scope' }]);
    expect(await asked(client, { resource: photos.identifier })).toMatchObject([400, { error: 'invalid_target' }]);
  });

  it('say for which of two', async () => {
    const client = await machine(['files:read', 'files:purge', 'photos:count']);
    expect(await asked(client)).toMatchObject([400, { error: 'invalid_target' }]);
    expect(await asked(client, { resource: files.identifier })).toMatchObject([
      200,
      { scope: 'files:read files:purge' },
    ]);
    expect(await asked(client, { scope: 'photos:count' })).toMatchObject([200, { scope: 'photos:count' }]);
  });
});

describe('a token is for one resource server (RFC 9700 §2.3, attack A24)', () => {
  it('userinfo refuses those for another one', async () => {
    const { accessToken } = await someTokens(served, { client: app, scopes: ['openid', 'email', 'photos:read'] });
    expect(await isAlive(served, accessToken)).toBe(false);
    const answer = await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` });
    expect(String(answer.headers['www-authenticate'])).toContain('invalid_token');
  });

  it('introspection tells the app, the resource server that it is for, and nobody else', async () => {
    const user = await aUser(served);
    const { accessToken } = await someTokens(served, { client: app, user, scopes: ['openid', 'photos:read'] });
    const full = { active: true, aud: photos.identifier, client_id: app.clientId, scope: 'photos:read', sub: user.id };
    expect(await introspected(accessToken, app)).toMatchObject(full);
    const told = await introspected(accessToken, backend);
    expect(told).toMatchObject(full);
    expect(told).not.toHaveProperty('username');
    expect(await introspected(accessToken, await aClient(served))).toEqual({ active: false });
    const other = await someTokens(served, { client: app, scopes: ['openid', 'files:read'] });
    expect(await introspected(other.accessToken, backend)).toEqual({ active: false });
    const own = await someTokens(served, { client: app, scopes: ['openid', 'offline_access'] });
    for (const token of [own.accessToken, own.refreshToken]) {
      expect(await introspected(token, backend)).toEqual({ active: false });
    }
  });

  it('a resource server that is suspended gets none, and those that it has are worth nothing meanwhile', async () => {
    const resources = served.app.get(ResourceAdministration);
    const music = await aResource(served);
    await aScope(served, { name: 'music', resourceId: music.id });
    const client = await aClient(served, { row: { scopes: ['offline_access', 'email', 'music'] } });
    const { accessToken, refreshToken } = await someTokens(served, {
      client,
      scopes: ['offline_access', 'email', 'music'],
    });
    const suspended = await resources.change(music, { status: 'suspended' });
    expect(await introspected(accessToken, client)).toEqual({ active: false });
    expect(scopeOf(await refresh(served, client, refreshToken))).toEqual(['offline_access', 'email']);
    if (suspended === undefined) throw new Error('it was not changed');
    await resources.change(suspended, { status: 'active' });
    expect(await introspected(accessToken, client)).toMatchObject({ active: true, aud: music.identifier });
  });
});

describe('a scope that is deleted', () => {
  it('is gone from apps, grants and tokens at once, and its name stands for nothing old when it comes again', async () => {
    const scopes = served.app.get(ScopeAdministration);
    const scope = await aScope(served, { name: 'notes', needsUser: false });
    const user = await aUser(served);
    const client = await aClient(served, { row: { scopes: ['email', 'notes', 'offline_access'] } });
    const all = ['email', 'notes', 'offline_access'];
    const { accessToken, refreshToken } = await someTokens(served, { client, user, scopes: all });
    expect(await scopes.delete(scope)).toBe(1);
    expect((await introspected(accessToken, client))['scope']).toBe('email offline_access');
    expect(scopeOf(await refresh(served, client, refreshToken))).toEqual(['email', 'offline_access']);
    const browser = await aBrowserOf(served, user);
    const { url } = anAttempt(client, { scope: 'email notes' });
    expect(answerAt(client, await browser.open(url))).toMatchObject({ error: 'invalid_scope' });

    await aScope(served, { name: 'notes', needsUser: false, descriptions: { en: 'Something else' } });
    await served.source.query(`UPDATE oauth_clients SET scopes = ? WHERE id = ?`, [JSON.stringify(all), client.rowId]);
    served.app.get(ClientService).forget(client.clientId);
    expect((await introspected(accessToken, client))['scope']).toBe('email offline_access');
    const { body } = await refresh(served, client, refreshToken);
    expect(body['scope'] ?? 'email offline_access').toBe('email offline_access');
    // What was allowed was allowed for the old one: the person is asked again.
    const page = await browser.open(url);
    expect(page.url).toContain('/consent?interaction=');
    expect(page.text).toContain('Something else');
  });

  it.each([
    ['the only one', ['a:x'], []],
    ['the first', ['a:x', 'email'], ['email']],
    ['the last', ['email', 'a:x'], ['email']],
    ['in the middle', ['email', 'a:x', 'phone'], ['email', 'phone']],
    ['beside longer and shorter names', ['a:xx', 'a:x', 'ba:x', 'a:'], ['a:xx', 'ba:x', 'a:']],
    ['beside the same in capitals', ['A:X', 'a:x'], ['A:X']],
  ])('goes out of lists as %s', async (_where, before, after) => {
    const scope = await aScope(served, { name: 'a:x' });
    const { clientId } = await aClient(served, { row: { scopes: before, allowedScopes: before } });
    await served.app.get(ScopeAdministration).delete(scope);
    expect(await served.app.get(ClientService).stored(clientId)).toMatchObject({ scopes: after, allowedScopes: after });
  });
});

describe('what it costs', () => {
  it('an app with custom scopes costs one statement a second more, and not for each request', async () => {
    const user = await aUser(served);
    const codes = [await aCode(served, { client: app, user }), await aCode(served, { client: app, user })];
    const withCustom = await aCode(served, { client: app, user, scopes: ['photos:read'] });
    const plain = await served.statements.during(() => exchange(served, codes[0]!));
    await served.app.get(ClientService).find(app.clientId);
    const custom = await served.statements.during(() => exchange(served, withCustom));
    expect(custom.all.length - plain.all.length).toBeLessThanOrEqual(1);
  });
});
