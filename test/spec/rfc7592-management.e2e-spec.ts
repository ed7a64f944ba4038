import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientRegistration } from '../../src/clients/client-registration.service.js';
import { metadataOf } from '../../src/clients/metadata-of-client.js';
import { Picture } from '../../src/pictures/picture.entity.js';
import { checkClientMetadata } from '../../src/protocol/client-metadata.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient } from '../support/builders.js';
import { startCanary } from '../support/canary.js';
import { noteSecret } from '../support/leak-scan.js';
import { aPicture } from '../support/pictures.js';
import {
  aDocument,
  anInitialToken,
  aSelfRegistered,
  callRegistration,
  type Document,
} from '../support/registration.js';
import { getJson, isAlive, postForm, someTokens } from '../support/tokens.js';

let served: TestApp;
let initial: string;
beforeAll(async () => {
  served = await startApp();
  ({ token: initial } = await anInitialToken(served, { maxUses: 1_000 }));
});
afterAll(() => served.close());

const anApp = (changes: Document = {}) => aSelfRegistered(served, initial, changes);
const read = (url: string, token: string) => callRegistration(served, url, { method: 'GET', token });
const put = (url: string, token: string, document: Document) =>
  callRegistration(served, url, { method: 'PUT', token, document });
const stored = (clientId: string) => served.source.getRepository(Client).findOneByOrFail({ clientId });

const at = (host: string) => ({ redirect_uris: [`https://${host}.example/cb`] });

const UNAUTHORIZED = { status: 401, error: 'invalid_token' };

describe('RFC 7592 §2.1 read', () => {
  it('gives the registration with the token that opened it, and no secret: only its digest is kept', async () => {
    const app = await anApp({ contacts: ['dev@app.example'] });
    const { status, headers, body } = await read(app.url, app.token);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    const { client_secret: _, client_secret_expires_at: __, ...rest } = app.body;
    expect(body).toEqual(rest);
  });

  it('opens an app of the panel with the token that its owner was shown', async () => {
    const { clientId, registrationAccessToken } = await aClient(served, { kind: 'machine' });
    const { status, body } = await read(`/connect/register/${clientId}`, registrationAccessToken);
    expect(status).toBe(200);
    expect(body).toMatchObject({ client_id: clientId, grant_types: ['client_credentials'], response_types: [] });
  });

  it('a wrong token, another app’s, none, and an app that never was look the same', async () => {
    const [one, other] = [await anApp(), await anApp()];
    const answers = [
      await read(one.url, 'dwr_wrong'),
      await read(one.url, other.token),
      await read(one.url, one.clientSecret),
      await read(one.url, initial),
      await read('/connect/register/client_unknown', one.token),
      await read(`/connect/register/${one.clientId.toUpperCase()}`, one.token),
      await read(`/connect/register/${one.clientId}%20`, one.token),
      await read('/connect/register/%27%20OR%201=1', one.token),
    ];
    for (const answer of answers) expect(answer).toMatchObject(UNAUTHORIZED);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const none = await callRegistration(served, one.url, { method: 'GET' });
    expect(none).toMatchObject(UNAUTHORIZED);
    expect(none.headers['www-authenticate']).toBe('Bearer realm="doorward"');
  });

  it('a token in the URL, a second header or another scheme opens nothing', async () => {
    const { url, token } = await anApp();
    expect((await callRegistration(served, `${url}?access_token=x`, { method: 'GET' })).status).toBe(400);
    const basic = { authorization: `Basic ${Buffer.from(`x:${token}`).toString('base64')}` };
    noteSecret(Buffer.from(`x:${token}`).toString('base64'));
    expect((await callRegistration(served, url, { method: 'GET', headers: basic })).status).toBe(401);
  });

  it('of a suspended app nothing is told or changed', async () => {
    const { url, token, clientId } = await anApp();
    await served.source.getRepository(Client).update({ clientId }, { status: 'suspended' });
    expect(await read(url, token)).toMatchObject({ status: 403, error: 'insufficient_scope' });
    expect((await put(url, token, aDocument({ client_id: clientId }))).status).toBe(403);
    expect((await callRegistration(served, url, { method: 'DELETE', token })).status).toBe(403);
  });

  it('other methods are none of this resource', async () => {
    const { url, token } = await anApp();
    const answer = await callRegistration(served, url, { token, document: {} });
    expect(answer).toMatchObject({ status: 405, error: 'invalid_request' });
    expect(answer.headers['allow']).toBe('GET, PUT, DELETE');
  });
});

describe('RFC 7592 §2.2 update', () => {
  it('replaces the whole registration and the token, and leaves secret and client id', async () => {
    const app = await anApp({
      contacts: ['dev@app.example'],
      client_uri: 'https://app.example',
      'client_name#de': 'A',
    });
    const before = await stored(app.clientId);
    const change = {
      client_id: app.clientId,
      client_name: 'Acme Two',
      redirect_uris: ['https://two.example/callback'],
    };
    const { status, body } = await put(app.url, app.token, change);
    expect(status).toBe(200);
    expect(body).toMatchObject(change);
    for (const gone of ['contacts', 'client_uri', 'client_name#de', 'client_secret'])
      expect(body).not.toHaveProperty(gone);
    const token = String(body['registration_access_token']);
    expect(token).not.toBe(app.token);
    expect(await read(app.url, app.token)).toMatchObject(UNAUTHORIZED);
    expect((await read(app.url, token)).body).toEqual(body);
    const after = await stored(app.clientId);
    expect(after.clientSecretDigest).toEqual(before.clientSecretDigest);
    expect(after).toMatchObject({ id: before.id, kind: before.kind, pkceRequired: true });
  });

  it('of two updates with one token one is taken', async () => {
    const { url, token, clientId } = await anApp();
    const names = ['One', 'Two', 'Three', 'Four'];
    const answers = await Promise.all(
      names.map((client_name) => put(url, token, aDocument({ client_id: clientId, client_name }))),
    );
    const taken = answers.filter(({ status }) => status === 200);
    expect(taken).toHaveLength(1);
    for (const answer of answers.filter((one) => one !== taken[0])) expect(answer).toMatchObject(UNAUTHORIZED);
    expect((await stored(clientId)).clientName).toBe(taken[0]?.body['client_name']);
  });

  it('of two updates that change nothing one is taken as well: the token is used once', async () => {
    const { url, token, clientId } = await anApp();
    const document = aDocument({ client_id: clientId });
    const answers = await Promise.all([1, 2, 3].map(() => put(url, token, document)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401]);
  });

  it('an update that was read before another one is too late', async () => {
    const { clientId } = await anApp();
    const seen = await stored(clientId);
    const { metadata } = checkClientMetadata(metadataOf(seen));
    if (metadata === undefined) throw new Error('the app could not be registered again');
    const registration = served.app.get(ClientRegistration);
    const update = (byte: number) =>
      registration.update(seen, metadata, { registrationAccessTokenDigest: Buffer.alloc(32, byte) });
    expect([await update(1), await update(2)]).toEqual([true, false]);
  });

  it.each([
    ['no client_id', { client_id: undefined }],
    ['another client_id', { client_id: 'client_other' }],
    ['a client_id that is no text', { client_id: ['client_other'] }],
    ['a secret of its own choice', { client_secret: 'dws_mine' }],
    ['a token', { registration_access_token: 'dwr_mine' }],
    ['an address', { registration_client_uri: 'https://evil.example' }],
    ['a date', { client_id_issued_at: 0 }],
    ['an end of the secret', { client_secret_expires_at: 1 }],
    ['another kind of app (R10)', { token_endpoint_auth_method: 'none' }],
    ['another kind of app (R10)', { application_type: 'native', redirect_uris: ['com.example.app:/cb'] }],
    ['another kind of app (R10)', { grant_types: ['client_credentials'], redirect_uris: [] }],
    ['a callback URL that a new app could not have (R10)', { redirect_uris: ['JavaScript:alert(1)'] }],
    ['an algorithm that a new app could not have', { id_token_signed_response_alg: 'none' }],
    ['a software statement', { software_statement: 'a.b.c' }],
  ])('%s is refused and changes nothing', async (_, change) => {
    const { url, token, clientId } = await anApp();
    const before = await stored(clientId);
    const { status } = await put(url, token, aDocument({ client_id: clientId, ...change }));
    expect(status).toBe(400);
    expect(await stored(clientId)).toEqual(before);
    expect((await read(url, token)).status).toBe(200);
  });

  it('the secret that is in use may stand in the document', async () => {
    const { url, token, clientId, clientSecret } = await anApp();
    const { status } = await put(url, token, aDocument({ client_id: clientId, client_secret: clientSecret }));
    expect(status).toBe(200);
  });

  it('what an administrator does not allow cannot be had by an update (R78)', async () => {
    const limited = await anInitialToken(served, { policy: { pkceRequired: true, allowedScopes: ['email'] } });
    const { url, token, clientId } = await aSelfRegistered(served, limited.token);
    const refused = await put(url, token, aDocument({ client_id: clientId, scope: 'email phone' }));
    expect(refused).toMatchObject({ status: 400, error: 'invalid_client_metadata' });
    expect((await put(url, token, aDocument({ client_id: clientId }))).body['scope']).toBe('email');
  });

  it('a verified app that looks different is not verified any more (A23)', async () => {
    for (const change of [{ client_name: 'Your Bank' }, { 'client_name#de': 'Ihre Bank' }]) {
      const { url, token, clientId } = await anApp();
      await served.source.getRepository(Client).update({ clientId }, { isVerified: true });
      const same = await put(url, token, aDocument({ client_id: clientId, contacts: ['dev@app.example'] }));
      expect(await stored(clientId)).toMatchObject({ isVerified: true });
      await put(url, String(same.body['registration_access_token']), aDocument({ client_id: clientId, ...change }));
      expect(await stored(clientId)).toMatchObject({ isVerified: false });
    }
  });

  it('asks the sector identifier again', async () => {
    const listed = ['https://one.example/cb', 'https://two.example/cb'];
    const sector = await startCanary((_request, response) => response.end(JSON.stringify(listed)));
    try {
      const sector_identifier_uri = `http://127.0.0.1:${sector.port}/`;
      const members = { sector_identifier_uri, subject_type: 'pairwise' };
      const { url, token, clientId } = await anApp({ ...members, redirect_uris: listed });
      const more = { client_id: clientId, redirect_uris: [...listed, 'https://three.example/cb'] };
      expect((await put(url, token, aDocument({ ...members, ...more }))).error).toBe('invalid_client_metadata');
    } finally {
      await sector.close();
    }
  });

  it('keeps subject type and sector: tokens that are out would read another company’s identifiers (Core §8)', async () => {
    const pairwise = { subject_type: 'pairwise' };
    const [one, open] = [await anApp({ ...at('one'), ...pairwise }), await anApp(at('one'))];
    const change = (app: typeof one, members: Document) =>
      put(app.url, app.token, aDocument({ client_id: app.clientId, ...members }));
    expect((await change(one, { ...at('victim'), ...pairwise })).error).toBe('invalid_redirect_uri');
    expect((await change(one, at('one'))).error).toBe('invalid_client_metadata');
    expect((await change(open, { ...at('one'), ...pairwise })).error).toBe('invalid_client_metadata');
    const elsewhere = { redirect_uris: ['https://one.example/other'] };
    expect((await change(one, { ...elsewhere, ...pairwise })).status).toBe(200);
    expect((await change(open, at('two'))).status).toBe(200);
  });

  it('is counted, also when it is refused: each may have addresses fetched', async () => {
    const { url, token, clientId } = await anApp();
    const wrong = aDocument({ client_id: clientId, redirect_uris: ['http://app.example/'] });
    for (let count = 0; count < 60; count += 1) expect((await put(url, token, wrong)).status).toBe(400);
    const refused = await put(url, token, wrong);
    expect(refused).toMatchObject({ status: 429, error: 'temporarily_unavailable' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await read(url, token)).status).toBe(200);
  });

  it('fetches another logo, keeps the same one, and forgets one that is gone', async () => {
    const png = await aPicture('png');
    const logos = await startCanary((_request, response) => response.end(png));
    try {
      const logo_uri = `http://127.0.0.1:${logos.port}/one.png`;
      let { url, token, clientId } = await anApp({ logo_uri });
      const first = (await stored(clientId)).logo;
      const change = async (members: Document) => {
        const { body } = await put(url, token, aDocument({ client_id: clientId, ...members }));
        token = String(body['registration_access_token']);
        return (await stored(clientId)).logo;
      };
      expect(await change({ logo_uri, client_name: 'Two' })).toBe(first);
      const second = await change({ logo_uri: `${logo_uri}?two` });
      expect(second).not.toBe(first);
      expect(await served.source.getRepository(Picture).findOneBy({ id: String(first) })).toBeNull();
      expect(await change({})).toBeNull();
      expect(await served.source.getRepository(Picture).findOneBy({ id: String(second) })).toBeNull();
      expect(logos.hits).toEqual(['GET /one.png', 'GET /one.png?two']);
    } finally {
      await logos.close();
    }
  });

  it('keeps the picture that was uploaded in the panel', async () => {
    const { clientId, registrationAccessToken, redirectUris } = await aClient(served, { logo: await aPicture('png') });
    const { logo } = await stored(clientId);
    const document = {
      client_id: clientId,
      client_name: 'Renamed',
      redirect_uris: redirectUris,
      token_endpoint_auth_method: 'client_secret_post',
    };
    expect((await put(`/connect/register/${clientId}`, registrationAccessToken, document)).status).toBe(200);
    expect(await stored(clientId)).toMatchObject({ logo, clientName: 'Renamed' });
  });
});

describe('RFC 7592 §2.3 delete', () => {
  it('ends the app with its tokens, its secret and its registration', async () => {
    const client = await aClient(served);
    const { accessToken } = await someTokens(served, { client });
    const url = `/connect/register/${client.clientId}`;
    const token = client.registrationAccessToken;
    const response = await callRegistration(served, url, { method: 'DELETE', token });
    expect(response).toMatchObject({ status: 204, body: {} });
    expect(response.headers['cache-control']).toBe('no-store');
    expect(await isAlive(served, accessToken)).toBe(false);
    expect(await read(url, token)).toMatchObject(UNAUTHORIZED);
    const form = { grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret };
    expect((await postForm(served, '/token', form)).error).toBe('invalid_client');
    expect((await callRegistration(served, url, { method: 'DELETE', token })).status).toBe(401);
  });

  it('only with the app’s own token', async () => {
    const [one, other] = [await anApp(), await anApp()];
    expect((await callRegistration(served, one.url, { method: 'DELETE', token: other.token })).status).toBe(401);
    expect(
      (await getJson(served, one.url.replace(served.issuer, ''), { authorization: `Bearer ${one.token}` })).status,
    ).toBe(200);
  });
});
