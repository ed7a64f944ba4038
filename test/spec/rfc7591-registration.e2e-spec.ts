import { generateKeyPairSync } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { OutboundFailures } from '../../src/clients/outbound-failures.service.js';
import { CleanUpService } from '../../src/operations/clean-up.service.js';
import { Picture } from '../../src/pictures/picture.entity.js';
import { InitialAccessTokens } from '../../src/registration/initial-access-tokens.service.js';
import { SCOPE_NAMES } from '../../src/protocol/scope.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { startCanary } from '../support/canary.js';
import { aPicture } from '../support/pictures.js';
import {
  aDocument,
  anInitialToken,
  aSelfRegistered,
  callRegistration,
  type Document,
} from '../support/registration.js';
import { getJson, postForm } from '../support/tokens.js';

const PATH = '/connect/register';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await anInitialToken(served, { maxUses: 1_000 }));
});
afterAll(() => served.close());

const register = (changes: Document = {}) => callRegistration(served, PATH, { token, document: aDocument(changes) });

const anonymous = (app: TestApp, address?: string) =>
  callRegistration(app, PATH, { document: aDocument(), ...(address !== undefined && { address }) });

const clients = () => served.source.getRepository(Client);
const end = (clientId: string) => clients().update({ clientId }, { expiresAt: new Date(Date.now() - 1_000) });

describe('RFC 7591 §3.2.1 client information response', () => {
  it('holds everything registered, defaults included, and what is shown once', async () => {
    const { status, headers, body } = await register();
    expect(status).toBe(201);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual({
      client_id: expect.stringMatching(/^client_[\w-]{22}$/) as string,
      client_id_issued_at: expect.closeTo(Date.now() / 1000, -2) as number,
      client_secret: expect.stringMatching(/^dws_[\w-]{43}$/) as string,
      client_secret_expires_at: 0,
      registration_access_token: expect.stringMatching(/^dwr_[\w-]{43}$/) as string,
      registration_client_uri: `${served.issuer}${PATH}/${String(body['client_id'])}`,
      client_name: 'Acme',
      redirect_uris: ['https://app.example/callback'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: SCOPE_NAMES.filter((name) => name !== 'offline_access').join(' '),
      application_type: 'web',
      subject_type: 'public',
      id_token_signed_response_alg: 'RS256',
      require_auth_time: false,
    });
  });

  it('says what was asked for, in the standard names', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const asked = {
      client_name: 'Acme',
      'client_name#de': 'Acme auf Deutsch',
      client_uri: 'https://app.example',
      policy_uri: 'https://app.example/privacy',
      contacts: ['dev@app.example'],
      redirect_uris: ['https://app.example/callback', 'https://app.example/other'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
      scope: 'email offline_access',
      application_type: 'web',
      subject_type: 'pairwise',
      jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }] },
      id_token_signed_response_alg: 'ES256',
      default_max_age: 600,
      require_auth_time: true,
      post_logout_redirect_uris: ['https://app.example/bye'],
      backchannel_logout_uri: 'https://app.example/logout',
      software_id: 'acme',
    };
    expect((await register(asked)).body).toMatchObject(asked);
  });

  it('the client id is of our making, whatever the document says (attack A19)', async () => {
    const victim = await aUser(served);
    const known = await aClient(served);
    for (const client_id of [victim.id, known.clientId, 'admin']) {
      const { status, body } = await register({ client_id, client_secret: 'mine', registration_access_token: 'mine' });
      expect(status).toBe(201);
      expect(JSON.stringify(body)).not.toMatch(`${client_id}"`);
      expect(Object.values(body)).not.toContain('mine');
    }
  });

  it('an unknown member is ignored (§2)', async () => {
    const { status, body } = await register({
      favourite_colour: 'red',
      is_verified: true,
      pkceRequired: false,
      kind: 'machine',
    });
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('favourite_colour');
    const client = await served.source.getRepository(Client).findOneByOrFail({ clientId: String(body['client_id']) });
    expect(client).toMatchObject({ isVerified: false, pkceRequired: true, kind: 'server', registeredBy: 'dynamic' });
  });

  it('an app without a name is called after its host', async () => {
    expect((await register({ client_name: undefined })).body['client_name']).toBe('app.example');
  });
});

describe('RFC 7591 §2 the kind of app follows from the metadata', () => {
  it.each([
    ['server', {}],
    ['server', { grant_types: ['authorization_code', 'client_credentials', 'refresh_token'] }],
    ['browser', { token_endpoint_auth_method: 'none' }],
    [
      'native',
      { application_type: 'native', token_endpoint_auth_method: 'none', redirect_uris: ['com.example.app:/cb'] },
    ],
    ['native', { application_type: 'native', redirect_uris: ['http://127.0.0.1/cb'] }],
    ['native', { token_endpoint_auth_method: 'none', redirect_uris: ['http://localhost:3000/cb'] }],
    ['machine', { grant_types: ['client_credentials'], redirect_uris: undefined }],
    ['machine', { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
  ])('%s: %j', async (kind, document) => {
    const { status, body } = await register(document);
    expect([status, body]).toEqual([201, body]);
    const client = await served.source.getRepository(Client).findOneByOrFail({ clientId: String(body['client_id']) });
    expect(client.kind).toBe(kind);
    expect('client_secret' in body).toBe(kind === 'server' || kind === 'machine');
    expect(body['response_types']).toEqual(kind === 'machine' ? [] : ['code']);
  });

  it('the refresh token grant gives offline_access when no scope is named', async () => {
    const { body } = await register({ grant_types: ['authorization_code', 'refresh_token'] });
    expect(String(body['scope']).split(' ')).toEqual(SCOPE_NAMES);
  });
});

describe('RFC 7591 §3.2.2 client registration error response', () => {
  it.each([
    ['invalid_redirect_uri', { redirect_uris: undefined }],
    ['invalid_redirect_uri', { redirect_uris: [] }],
    ['invalid_redirect_uri', { redirect_uris: 'https://app.example/callback' }],
    ['invalid_redirect_uri', { redirect_uris: ['https://app.example/#fragment'] }],
    ['invalid_redirect_uri', { redirect_uris: ['com.example.app:/cb'] }],
    ['invalid_client_metadata', { client_name: 7 }],
    ['invalid_client_metadata', { grant_types: ['implicit'] }],
    ['invalid_client_metadata', { grant_types: ['authorization_code', 'password'] }],
    ['invalid_client_metadata', { response_types: ['token'] }],
    ['invalid_client_metadata', { response_types: ['code', 'id_token'] }],
    ['invalid_client_metadata', { response_types: [] }],
    ['invalid_client_metadata', { token_endpoint_auth_method: 'tls_client_auth' }],
    ['invalid_client_metadata', { application_type: 'native', token_endpoint_auth_method: 'client_secret_basic' }],
    ['invalid_client_metadata', { application_type: 'service' }],
    ['invalid_client_metadata', { scope: 'root' }],
    ['invalid_client_metadata', { scope: ['email'] }],
    ['invalid_client_metadata', { scope: 'email offline_access' }],
    ['invalid_client_metadata', { id_token_signed_response_alg: 'none' }],
    ['invalid_client_metadata', { sector_identifier_uri: 'https://127.0.0.1:1/sector' }],
    ['unapproved_software_statement', { software_statement: 'eyJhbGciOiJub25lIn0.e30.' }],
    ['invalid_software_statement', { software_statement: { alg: 'none' } }],
  ])('%s: %j', async (error, document) => {
    const answer = await register(document);
    expect(answer).toMatchObject({ status: 400, error });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body['error_description']).toMatch(/\w/);
    expect(answer.body['error_uri']).toBe(`${served.issuer}/errors/${error}`);
  });

  it('names every field that is wrong', async () => {
    const { body } = await register({ client_name: ' ', policy_uri: 'ftp://x', contacts: ['nobody'] });
    expect(body['error_description']).toMatch(/client_name: .+contacts\[0\]: .+policy_uri: /);
  });

  it('the pages that explain the codes are there', async () => {
    for (const code of ['unapproved_software_statement', 'invalid_software_statement', 'invalid_client_metadata']) {
      expect((await served.app.inject({ url: `/errors/${code}` })).statusCode).toBe(200);
    }
  });

  it('a refused document spends no use of the token', async () => {
    const once = await anInitialToken(served, { maxUses: 1 });
    const call = (document: Document) => callRegistration(served, PATH, { token: once.token, document });
    expect((await call(aDocument({ redirect_uris: [] }))).status).toBe(400);
    expect((await call(aDocument())).status).toBe(201);
    expect((await call(aDocument())).status).toBe(401);
  });
});

describe('RFC 7591 §3.1 the request', () => {
  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'client_name=Acme', 400],
    ['no content type', '', '{}', 415],
    ['plain text', 'text/plain', '{}', 415],
    ['something like JSON', 'application/jsonp', '{}', 415],
    ['broken JSON', 'application/json', '{"client_name":', 400],
    ['a list', 'application/json', '[]', 400],
    ['a member twice', 'application/json', '{"redirect_uris":[],"redirect_uris":["https://app.example/"]}', 400],
    ['no UTF-8', 'application/json', Buffer.from('7b22fe22', 'hex').toString('latin1'), 400],
    ['nothing', 'application/json', '', 400],
  ])('%s is refused as JSON', async (_, type, document, status) => {
    const answer = await callRegistration(served, PATH, { token, document, headers: { 'content-type': type } });
    expect(answer.error).toBe('invalid_request');
    expect([400, status]).toContain(answer.status);
  });

  it('takes a charset, and another method not', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await callRegistration(served, PATH, { token, document: aDocument(), headers })).status).toBe(201);
    const wrong = await callRegistration(served, PATH, { method: 'GET', token });
    expect(wrong).toMatchObject({ status: 405, error: 'invalid_request' });
    expect(wrong.headers['allow']).toBe('POST');
  });

  it('no other endpoint takes JSON: a form of ours is no JSON of theirs', async () => {
    for (const url of ['/token', '/login', '/revoke', '/authorize', '/consent', '/logout', '/signup', '/introspect']) {
      const response = await served.app.inject({
        method: 'POST',
        url,
        headers: { host: new URL(served.issuer).host, 'content-type': 'application/json' },
        payload: '{"grant_type":"client_credentials"}',
      });
      const isRefused = response.statusCode === 415 || response.body.includes('</html>');
      expect([url, response.statusCode, isRefused]).toEqual([url, expect.toBeOneOf([400, 415]), true]);
    }
  });

  it('may come from a page of another origin: no cookie opens anything here', async () => {
    const headers = { origin: 'https://inspector.example', 'sec-fetch-site': 'cross-site' };
    expect((await callRegistration(served, PATH, { token, document: aDocument(), headers })).status).toBe(201);
  });
});

describe('RFC 7591 §3 who may register', () => {
  it('by default, who has an initial access token', async () => {
    const { status, error, headers } = await anonymous(served);
    expect({ status, error }).toEqual({ status: 401, error: 'invalid_token' });
    expect(headers['www-authenticate']).toBe('Bearer realm="doorward"');
    const wrong = await callRegistration(served, PATH, { token: 'dwi_wrong', document: aDocument() });
    expect(wrong).toMatchObject({ status: 401, error: 'invalid_token' });
    expect(wrong.headers['www-authenticate']).toMatch(/^Bearer .*error="invalid_token"/);
  });

  it('a token ends with its time and with its last use, also for those who come at once', async () => {
    const expired = await anInitialToken(served, { lifetime: -1 });
    const late = await callRegistration(served, PATH, { token: expired.token, document: aDocument() });
    expect(late.status).toBe(401);
    // Before anything of the document is looked at, or fetched.
    const unread = await callRegistration(served, PATH, { token: expired.token, document: 'no JSON' });
    expect(unread.status).toBe(401);
    const { token: twice } = await anInitialToken(served, { maxUses: 2 });
    const call = () => callRegistration(served, PATH, { token: twice, document: aDocument() });
    const found = await served.app.get(InitialAccessTokens).find(twice);
    const answers = await Promise.all(Array.from({ length: 6 }, call));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 401, 401, 401, 401]);
    // Read while there was a use left, too late by now.
    expect(found !== undefined && (await served.app.get(InitialAccessTokens).spend(found))).toBe(false);
  });

  it('a token decides about PKCE, scopes and owner, as its administrator said', async () => {
    const owner = await aUser(served);
    const policy = { pkceRequired: false, allowedScopes: ['email', 'profile'] };
    const special = await anInitialToken(served, { policy, ownerEmployeeId: owner.employeeId });
    const { body } = await aSelfRegistered(served, special.token);
    expect(body['scope']).toBe('profile email');
    const made = await clients().findOneByOrFail({ clientId: String(body['client_id']) });
    expect(made).toMatchObject({ pkceRequired: false, ownerEmployeeId: owner.employeeId, isVerified: false });
    const browser = await aBrowserOf(served, owner);
    expect((await browser.get('/apps')).html).toContain('Acme');
    const tooMuch = await callRegistration(served, PATH, {
      token: special.token,
      document: aDocument({ scope: 'phone' }),
    });
    expect(tooMuch).toMatchObject({ status: 400, error: 'invalid_client_metadata' });
    const open = await aSelfRegistered(served, special.token, { token_endpoint_auth_method: 'none' });
    expect(await clients().findOneByOrFail({ clientId: open.clientId })).toMatchObject({ pkceRequired: true });
  });

  it('everybody while it is open, twenty an hour from one network; a wrong token is still refused', async () => {
    const open = await startApp({ dynamicRegistration: 'open' });
    try {
      for (let count = 0; count < 20; count += 1) expect((await anonymous(open, '192.0.2.1')).status).toBe(201);
      const refused = await anonymous(open, '192.0.2.1');
      expect(refused).toMatchObject({ status: 429, error: 'temporarily_unavailable' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await anonymous(open, '192.0.2.2')).status).toBe(201);
      const wrong = await callRegistration(open, PATH, { token: 'x', document: aDocument(), address: '192.0.2.3' });
      expect(wrong.status).toBe(401);
      const { token: good } = await anInitialToken(open);
      const call = { token: good, document: aDocument(), address: '192.0.2.1' };
      expect((await callRegistration(open, PATH, call)).status).toBe(201);
    } finally {
      await open.close();
    }
  });

  it('no stranger once a thousand registered apps were never used; a token still opens', async () => {
    const open = await startApp({ dynamicRegistration: 'open' });
    try {
      const { clientId } = await aSelfRegistered(open, undefined);
      const rows = open.source.getRepository(Client);
      const one = await rows.findOneByOrFail({ clientId });
      const copies = Array.from({ length: 999 }, (_, n) =>
        Object.assign(rows.create(one), { id: v7(), clientId: `copy-${n}` }),
      );
      for (let at = 0; at < copies.length; at += 100) await rows.insert(copies.slice(at, at + 100));
      expect(await anonymous(open)).toMatchObject({ status: 429, error: 'temporarily_unavailable' });
      expect((await aSelfRegistered(open, (await anInitialToken(open)).token)).clientId).toMatch(/^client_/);
      await rows.update({ clientId }, { expiresAt: null });
      await rows.delete({ clientId: 'copy-1' });
      expect((await anonymous(open)).status).toBe(201);
    } finally {
      await open.close();
    }
  });

  it('nobody while it is off: then metadata does not name the endpoint either (RFC 8414 §2)', async () => {
    const off = await startApp({ dynamicRegistration: 'off' });
    try {
      const { token: good } = await anInitialToken(off);
      const answer = await callRegistration(off, PATH, { token: good, document: aDocument() });
      expect(answer).toMatchObject({ status: 403, error: 'access_denied' });
      const metadata = '/.well-known/oauth-authorization-server';
      expect((await getJson(off, metadata)).body).not.toHaveProperty('registration_endpoint');
      expect((await getJson(served, metadata)).body['registration_endpoint']).toBe(served.issuer + PATH);
      const own = await aClient(off);
      const call = { method: 'GET', token: own.registrationAccessToken } as const;
      expect((await callRegistration(off, `${PATH}/${own.clientId}`, call)).status).toBe(403);
    } finally {
      await off.close();
    }
  });
});

describe('an app that registered itself and is never used', () => {
  const machine = { grant_types: ['client_credentials'], redirect_uris: [] };

  it('ends after its time, with its picture, and is unknown from then on', async () => {
    const posting = { ...machine, token_endpoint_auth_method: 'client_secret_post' };
    const { clientId, clientSecret, token: own, url } = await aSelfRegistered(served, token, posting);
    const logo = '01999999-0000-7000-8000-000000000001';
    const picture = { id: logo, contentType: 'image/webp', bytes: Buffer.from('x'), createdAt: new Date() };
    await served.source.getRepository(Picture).insert(picture);
    await clients().update({ clientId }, { logo });
    await end(clientId);
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    expect((await postForm(served, '/token', form)).error).toBe('invalid_client');
    expect((await callRegistration(served, url, { method: 'GET', token: own })).status).toBe(401);
    await served.app.get(CleanUpService).run();
    expect(await clients().countBy({ clientId })).toBe(0);
    expect(await served.source.getRepository(Picture).countBy({ id: logo })).toBe(0);
  });

  it('stays once it got a token, which costs one statement once', async () => {
    const { clientId, clientSecret } = await aSelfRegistered(served, token, machine);
    const use = async () => {
      const headers = { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
      expect((await postForm(served, '/token', { grant_type: 'client_credentials' }, headers)).status).toBe(200);
    };
    const first = await served.statements.during(use);
    const second = await served.statements.during(use);
    const third = await served.statements.during(use);
    expect(first.writes).toHaveLength(2);
    expect(second.writes).toHaveLength(1);
    expect(third).toMatchObject({ reads: [], writes: [expect.anything() as string] });
    expect(await clients().findOneByOrFail({ clientId })).toMatchObject({ expiresAt: null });
  });

  it('an app of the panel never ends', async () => {
    const { clientId } = await aClient(served);
    expect(await clients().findOneByOrFail({ clientId })).toMatchObject({ expiresAt: null, registeredBy: 'panel' });
  });

  it('is not used by whoever only asks for a page of it', async () => {
    const { clientId } = await aSelfRegistered(served, token);
    const app = { clientId, redirectUris: ['https://app.example/callback'] };
    const browser = await aBrowserOf(served, await aUser(served));
    expect((await browser.open(anAttempt(app).url)).html).toContain('Not verified');
    expect((await clients().findOneByOrFail({ clientId })).expiresAt).not.toBeNull();
  });
});

describe('OpenID Connect Registration §2 documents that are fetched', () => {
  const twoHosts = ['https://one.example/callback', 'https://two.example/callback'];
  const pairwise = { redirect_uris: twoHosts, subject_type: 'pairwise' };

  it('sector_identifier_uri lists every callback URL (§5)', async () => {
    let listed: unknown = [...twoHosts, 'https://three.example/'];
    const sector = await startCanary((_request, response) => response.end(JSON.stringify(listed)));
    try {
      const sector_identifier_uri = `http://127.0.0.1:${sector.port}/sector.json`;
      const { body } = await register({ ...pairwise, sector_identifier_uri });
      expect(body).toMatchObject({ ...pairwise, sector_identifier_uri });
      for (listed of [[twoHosts[0]], {}, twoHosts.join(' '), null, [twoHosts]]) {
        const refused = await register({ ...pairwise, sector_identifier_uri });
        expect(refused).toMatchObject({ status: 400, error: 'invalid_client_metadata' });
      }
      expect(sector.hits).toHaveLength(6);
    } finally {
      await sector.close();
    }
  });

  it('logo_uri is fetched once, encoded anew and kept; pages ask nobody else for it', async () => {
    const png = await aPicture('png');
    const logos = await startCanary((_request, response) => response.end(png));
    try {
      const logo_uri = `http://127.0.0.1:${logos.port}/logo.png`;
      const { body } = await register({ logo_uri });
      expect(body['logo_uri']).toBe(logo_uri);
      const clientId = String(body['client_id']);
      const client = await served.source.getRepository(Client).findOneByOrFail({ clientId });
      const picture = await served.source.getRepository(Picture).findOneByOrFail({ id: String(client.logo) });
      expect(picture.contentType).toBe('image/webp');
      const browser = await aBrowserOf(served, await aUser(served));
      const { html } = await browser.open(anAttempt({ clientId, redirectUris: client.redirectUris }).url);
      expect(html).toContain(`/pictures/${client.logo}`);
      expect(html).not.toContain(logo_uri);
      expect(logos.hits).toEqual(['GET /logo.png']);
    } finally {
      await logos.close();
    }
  });

  it.each([
    ['no picture', '<svg onload="alert(1)"/>'],
    ['nothing', ''],
  ])('a logo_uri with %s refuses nothing, and the owner is told', async (_, content) => {
    const owner = await aUser(served);
    const mine = await anInitialToken(served, { ownerEmployeeId: owner.employeeId });
    const logos = await startCanary((_request, response) => response.end(content));
    try {
      const { clientId } = await aSelfRegistered(served, mine.token, { logo_uri: `http://127.0.0.1:${logos.port}/` });
      const client = await served.source.getRepository(Client).findOneByOrFail({ clientId });
      expect(client.logo).toBeNull();
      const told = await served.app.get(OutboundFailures).of(client.id);
      expect(told).toMatchObject([{ purpose: 'logo_uri', message: expect.stringMatching(/answer/) as string }]);
    } finally {
      await logos.close();
    }
  });
});
