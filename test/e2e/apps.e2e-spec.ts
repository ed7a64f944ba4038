import { setTimeout } from 'node:timers/promises';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessToken } from '../../src/token/access-token.entity.js';
import { ClientSecret } from '../../src/clients/client-secret.entity.js';
import { Client } from '../../src/clients/client.entity.js';
import { ClientRegistration } from '../../src/clients/client-registration.service.js';
import { ClientService } from '../../src/clients/client.service.js';
import { metadataOf } from '../../src/clients/metadata-of-client.js';
import { Consent } from '../../src/consent/consent.entity.js';
import { Picture } from '../../src/pictures/picture.entity.js';
import { checkClientMetadata, type ClientMetadata } from '../../src/protocol/client-metadata.js';
import { startApp, type TestApp } from '../support/app.js';
import { aNewApp, type Person, register, shownOnce, signedIn } from '../support/apps-panel.js';
import { TestBrowser } from '../support/browser.js';
import { aClient } from '../support/builders.js';
import { HOSTILE_REDIRECT_URIS } from '../support/hostile-redirect-uris.js';
import { aPicture } from '../support/pictures.js';

let served: TestApp;
let ada: Person;

beforeAll(async () => {
  served = await startApp();
  ada = await signedIn(served, 'ada');
});
afterAll(() => served.close());

const rows = () => served.source.getRepository(Client);
const rowOf = (id: string) => rows().findOneByOrFail({ id });
const count = () => rows().count();

/** A column's value in every form in which a secret could be recognised. */
function readings(value: unknown): string[] {
  return Buffer.isBuffer(value) ? [value.toString('latin1'), value.toString('base64url')] : [String(value)];
}

/** Every twelve characters in a row. */
function partsOf(secret: string): string[] {
  return Array.from({ length: secret.length - 11 }, (_, start) => secret.slice(start, start + 12));
}

const pictures = () => served.source.getRepository(Picture).count();
const pictureIds = async () => {
  const all = await served.source.getRepository(Picture).find({ select: { id: true }, order: { id: 'ASC' } });
  return all.map(({ id }) => id);
};

const lint = async (query: Record<string, string>) => {
  const { status, html } = await ada.browser.get(`/apps/redirect-uri-lint?${new URLSearchParams(query).toString()}`);
  return { status, ...(status === 200 ? (JSON.parse(html) as object) : {}) };
};

/** A page without what differs from request to request. */
const normal = (html: string, appId: string) => html.replaceAll(appId, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');

/** What a form that was filled for this app asks for. */
function metadataAs(client: Client, redirect_uris: string[]): ClientMetadata {
  const { metadata } = checkClientMetadata({ ...metadataOf(client), redirect_uris });
  if (metadata === undefined) throw new Error('this app cannot be asked for');
  return metadata;
}

async function allowedBy({ id: userId }: Person, clientRowId: string): Promise<void> {
  const now = new Date();
  const scopes: string[] = [];
  await served.source.getRepository(Consent).insert({
    id: '0192f000-0000-7000-8000-0000000000aa',
    userId,
    clientRowId,
    grantedScopes: scopes,
    refusedScopes: scopes,
    clientSnapshot: { name: '', logo: null, hosts: [] },
    createdAt: now,
    updatedAt: now,
  });
  await served.source
    .getRepository(AccessToken)
    .insert({ id: v7(), digest: Buffer.alloc(32, 7), userId, clientRowId, scopes, createdAt: now, expiresAt: now });
}

describe('registering an app', () => {
  it('takes two steps, and what is secret is shown once, in the answer itself', async () => {
    const list = await ada.browser.open('/apps');
    expect(list.links).toContain('/apps/new');
    const kinds = await ada.browser.open('/apps/new');
    expect(kinds.links).toContain('/apps/new/server');
    const created = await register(ada.browser, 'server', aNewApp({ client_name: 'Acme Photos' }));

    expect(created.status).toBe(201);
    expect(created.header('cache-control')).toBe('no-store');
    const shown = shownOnce(created);
    expect(shown.clientId).toMatch(/^client_[\w-]{22}$/);
    expect(shown.clientSecret).toMatch(/^dws_[\w-]{43}$/);
    expect(shown.registrationAccessToken).toMatch(/^dwr_[\w-]{43}$/);
    expect(shown.stateKey).toMatch(/^[\w-]{43}$/);

    const page = await ada.browser.open(shown.url);
    expect(page.text).toContain('Acme Photos');
    expect(page.text).toContain(shown.clientId);
    for (const secret of [shown.clientSecret, shown.registrationAccessToken, shown.stateKey]) {
      expect(page.html).not.toContain(secret);
    }
  });

  it('fills the documented columns', async () => {
    const { id, clientId } = shownOnce(await register(ada.browser, 'server', aNewApp({ client_name: 'Columns' })));
    const [row] = await served.source.query('SELECT * FROM oauth_clients WHERE id = ?', [id]);
    const [secret] = await served.source.query('SELECT * FROM oauth_client_secrets WHERE client_row_id = ?', [id]);
    expect(row).toMatchObject({ empUserId: ada.employeeId, website_name: 'Columns', oauth_clients: clientId });
    expect(JSON.parse(row.callbackurl)).toEqual(['https://acme.example/callback']);
    expect(JSON.parse(row.grant_types)).toEqual(['authorization_code', 'refresh_token']);
    expect(row.oauth_client_secret).toEqual(secret.digest);
    expect(row.access_token).toHaveLength(32);
  });

  it('leaves nothing in the database that could be used (dump resistance)', async () => {
    const shown = shownOnce(await register(ada.browser, 'server', aNewApp()));
    const rowsOfAll = [
      ...(await served.source.query('SELECT * FROM oauth_clients')),
      ...(await served.source.query('SELECT * FROM oauth_client_secrets')),
    ] as object[];
    const dump = rowsOfAll
      .flatMap((row) => Object.values(row))
      .flatMap(readings)
      .join('\n');
    for (const secret of [shown.clientSecret, shown.registrationAccessToken, shown.stateKey]) {
      expect(secret.length).toBeGreaterThan(40);
      // Not even a part that would make guessing the rest easy.
      for (const part of partsOf(secret)) expect(dump).not.toContain(part);
    }
  });

  it('makes one app when the form is sent twice, and shows the secret once', async () => {
    const form = await ada.browser.open('/apps/new/server');
    const before = await count();
    const answers = await Promise.all([1, 2, 3].map(() => ada.browser.submit(form, aNewApp())));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 303, 303]);
    expect(await count()).toBe(before + 1);
    const again = await ada.browser.submitAndFollow(form, aNewApp());
    expect(again.text).toContain('shown once');
    expect(again.html).not.toContain('dws_');
  });

  it("does not reach somebody else's app through the form's id", async () => {
    const mallory = await signedIn(served, 'mallory');
    const { id } = shownOnce(await register(ada.browser, 'server', aNewApp({ client_name: 'Mine' })));
    const before = await rowOf(id);
    const answer = await register(mallory.browser, 'server', {
      ...aNewApp({ client_name: 'Taken over' }),
      form_id: id,
    });
    expect((await mallory.browser.follow(answer)).status).toBe(404);
    expect(await rowOf(id)).toEqual(before);
  });

  it('gives public apps no secret, and rotates their refresh tokens (RFC 9700 §4.14.2)', async () => {
    for (const kind of ['browser', 'native']) {
      const shown = shownOnce(await register(ada.browser, kind, aNewApp()));
      expect(shown.clientSecret).toBe('');
      const { tokenEndpointAuthMethod, refreshTokenRotation, pkceRequired } = await rowOf(shown.id);
      expect({ tokenEndpointAuthMethod, refreshTokenRotation, pkceRequired }).toEqual({
        tokenEndpointAuthMethod: 'none',
        refreshTokenRotation: true,
        pkceRequired: true,
      });
    }
  });

  it('gives a machine a secret, client credentials, and no callback URL', async () => {
    const { id, clientSecret } = shownOnce(await register(ada.browser, 'machine', { client_name: 'Nightly job' }));
    expect(clientSecret).toMatch(/^dws_/);
    const { redirectUris, grantTypes, scopes } = await rowOf(id);
    expect({ redirectUris, grantTypes, scopes }).toEqual({
      redirectUris: [],
      grantTypes: ['client_credentials'],
      scopes: [],
    });
  });

  it('takes a private scheme for native apps only (RFC 8252 §7.1)', async () => {
    const uri = 'com.acme.photos:/callback';
    expect((await register(ada.browser, 'native', aNewApp({ redirect_uris: uri }))).status).toBe(201);
    expect((await register(ada.browser, 'server', aNewApp({ redirect_uris: uri }))).status).toBe(400);
  });

  it('keeps only the grant types and scopes that were ticked', async () => {
    const fields = { ...aNewApp(), scope: ['email'], grant_types: [] };
    const { id } = shownOnce(await register(ada.browser, 'server', fields));
    const { grantTypes, scopes } = await rowOf(id);
    expect({ grantTypes, scopes }).toEqual({ grantTypes: ['authorization_code'], scopes: ['email'] });
  });

  it('says which character of a callback URL is wrong, keeps what was typed, and writes nothing', async () => {
    const before = await count();
    const redirect_uris = 'https://acme.example/callback\nhttps://acme.example/a#b';
    const answer = await register(ada.browser, 'server', aNewApp({ client_name: 'Typed Name', redirect_uris }));
    expect(answer.status).toBe(400);
    expect(answer.html).toMatch(/<mark[^>]*>#b<\/mark>/);
    const values = answer.form('/apps/new/server').controls;
    expect(values.find(({ name }) => name === 'client_name')?.value).toBe('Typed Name');
    expect(values.find(({ name }) => name === 'redirect_uris')?.value).toBe(redirect_uris);
    expect(await count()).toBe(before);
  });

  it('refuses every hostile callback URL, even for the kind that may use most (attacks A01, R11)', async () => {
    const { id, url } = shownOnce(await register(ada.browser, 'native', aNewApp()));
    const before = await count();
    const accepted: string[] = [];
    for (const [redirect_uri] of HOSTILE_REDIRECT_URIS) {
      const added = await ada.browser.post(`${url}/redirect-uris`, { redirect_uri });
      if (added.status !== 400) accepted.push(redirect_uri);
      // A text area has lines: white space around an address is no part of it.
      if (/^\s|\s$|[\r\n]/.test(redirect_uri)) continue;
      const fields = { ...aNewApp({ redirect_uris: redirect_uri }), form_id: v7() };
      const registered = await ada.browser.post('/apps/new/native', fields);
      if (registered.status !== 400) accepted.push(redirect_uri);
    }
    expect(accepted).toEqual([]);
    expect(HOSTILE_REDIRECT_URIS.length).toBeGreaterThanOrEqual(60);
    expect(await count()).toBe(before);
    expect((await rowOf(id)).redirectUris).toEqual(['https://acme.example/callback']);
  });

  it('does not take a form that was changed on the way', async () => {
    const before = await count();
    const form_id = '0192f000-0000-7000-8000-000000000001';
    const valid = { ...aNewApp(), form_id };
    for (const fields of [
      { ...valid, is_verified: 'on' },
      { ...valid, kind: 'server' },
      { ...valid, pkce_required: 'false' },
      { ...valid, form_id: 'x' },
      { ...valid, client_name: ['one', 'two'] },
      { ...valid, grant_types: ['password'] },
      { ...valid, scope: ['admin'] },
      { ...valid, token_endpoint_auth_method: 'none' },
      { ...valid, client_uri: 'javascript:alert(1)' },
      aNewApp(),
    ]) {
      expect((await ada.browser.post('/apps/new/server', fields)).status).toBe(400);
    }
    expect((await ada.browser.get('/apps/new/desktop')).status).toBe(404);
    expect(await count()).toBe(before);
  });

  it('is refused from another site, whatever the session (attack A10)', async () => {
    const before = await count();
    const fields = { ...aNewApp(), form_id: '0192f000-0000-7000-8000-000000000003' };
    const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await ada.browser.post('/apps/new/server', fields, crossSite)).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it('survives bad bytes with a clear 4xx and writes nothing', async () => {
    const before = await count();
    const encoded = { 'content-type': 'application/x-www-form-urlencoded' };
    const bodies: [string | Buffer, Record<string, string>][] = [
      ['client_name=%00', encoded],
      ['client_name=%ff', encoded],
      [Buffer.from([0xff, 0xfe]), encoded],
      [`client_name=${'a'.repeat(70_000)}`, encoded],
      ['{"client_name":1}', { 'content-type': 'application/json' }],
      ['<a/>', { 'content-type': 'text/xml' }],
      ['--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' }],
      ['', { 'content-type': 'multipart/form-data' }],
    ];
    for (const [body, headers] of bodies) {
      const { status } = await ada.browser.postBody('/apps/new/server', body, headers);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect(await count()).toBe(before);
  });

  it('shows names as text, whatever they hold (attack A29)', async () => {
    for (const client_name of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "{{7*7}}'`${7*7}"]) {
      const created = await register(ada.browser, 'server', aNewApp({ client_name }));
      expect(created.status).toBe(201);
      for (const page of [created, await ada.browser.open(shownOnce(created).url), await ada.browser.open('/apps')]) {
        expect(page.html).not.toContain(client_name);
        expect(page.text).toContain(client_name);
      }
    }
  });

  it('stays with the owners of the installation when APP_REGISTRATION is closed', async () => {
    const closed = await startApp({ appRegistration: 'closed' });
    try {
      const user = await signedIn(closed, 'user');
      expect((await user.browser.open('/apps')).links).not.toContain('/apps/new');
      for (const url of ['/apps/new', '/apps/new/server']) expect((await user.browser.get(url)).status).toBe(403);
      const form_id = '0192f000-0000-7000-8000-000000000002';
      expect((await user.browser.post('/apps/new/server', { ...aNewApp(), form_id })).status).toBe(403);
      expect(await closed.source.getRepository(Client).count()).toBe(0);
      await closed.source.query("UPDATE users SET role = 'owner' WHERE username = 'user'");
      expect((await register(user.browser, 'server', aNewApp())).status).toBe(201);
    } finally {
      await closed.close();
    }
  });
});

describe("an owner's apps", () => {
  it("are nobody else's: a foreign app looks like one that never was, and stays as it is (attack A44)", async () => {
    const eve = await signedIn(served, 'eve');
    const { id } = shownOnce(await register(ada.browser, 'server', aNewApp({ client_name: 'Private' })));
    const unknown = '0192f000-0000-7000-8000-00000000ffff';
    const before = [await rowOf(id), await served.source.getRepository(ClientSecret).findBy({ clientRowId: id })];
    for (const path of ['', '/edit', '/rotate', '/delete']) {
      const [foreign, none] = [
        await eve.browser.get(`/apps/${id}${path}`),
        await eve.browser.get(`/apps/${unknown}${path}`),
      ];
      expect([foreign.status, none.status]).toEqual([404, 404]);
      expect(normal(foreign.html, id)).toBe(normal(none.html, unknown));
    }
    const posts: [string, Record<string, string>][] = [
      ['/edit', { client_name: 'Stolen', redirect_uris: 'https://evil.example/cb' }],
      ['/redirect-uris', { redirect_uri: 'https://evil.example/cb' }],
      ['/rotate', { overlap: '0', form_id: 'x' }],
      ['/secrets/x/revoke', {}],
      ['/state-key', {}],
      ['/delete', { confirmation: 'Private' }],
    ];
    for (const [path, fields] of posts) expect((await eve.browser.post(`/apps/${id}${path}`, fields)).status).toBe(404);
    expect([await rowOf(id), await served.source.getRepository(ClientSecret).findBy({ clientRowId: id })]).toEqual(
      before,
    );
    expect((await eve.browser.open('/apps')).text).not.toContain('Private');
  });

  it('are not for strangers', async () => {
    const stranger = new TestBrowser(served);
    for (const url of ['/apps', '/apps/new', '/apps/new/server', '/apps/redirect-uri-lint?kind=server&uri=x']) {
      const answer = await stranger.get(url);
      expect(answer.status).toBe(303);
      expect(answer.location).toBe(`/login?return_to=${encodeURIComponent(url)}`);
    }
    const before = await count();
    expect((await stranger.post('/apps/new/server', aNewApp())).status).toBe(303);
    expect(await count()).toBe(before);
  });

  it('are twenty a page, for the same number of statements however many there are', async () => {
    const many = await signedIn(served, 'many');
    const template = await rowOf((await aClient(served, { owner: many })).rowId);
    const cost = async () => (await served.statements.during(() => many.browser.get('/apps'))).all.length;
    const forOne = await cost();
    for (let index = 0; index < 44; index += 1) {
      const suffix = String(index).padStart(12, '0');
      const id = `0192f000-0000-7000-8000-${suffix}`;
      await rows().insert(Object.assign(template, { id, clientId: `bulk-${suffix}`, clientName: `Bulk ${suffix}` }));
    }
    expect(await cost()).toBe(forOne);
    const names = new Set<string>();
    let page = await many.browser.open('/apps');
    for (let number = 1; number <= 3; number += 1) {
      for (const [name] of page.text.matchAll(/Bulk \d{12}/g)) names.add(name);
      const next = page.links.find((link) => link.endsWith(`?page=${number + 1}`));
      expect(next !== undefined).toBe(number < 3);
      if (next !== undefined) page = await many.browser.open(next);
    }
    expect(names.size).toBe(44);
    for (const odd of ['0', '-1', 'x', '9999999', '1&page=2', '%00']) {
      expect((await many.browser.get(`/apps?page=${odd}`)).status).toBe(200);
    }
  });
});

describe('changing an app', () => {
  it('keeps its kind and client id, and takes effect at once', async () => {
    const { id, clientId, url } = shownOnce(await register(ada.browser, 'server', aNewApp({ client_name: 'Before' })));
    const clients = served.app.get(ClientService);
    expect((await clients.find(clientId))?.clientName).toBe('Before');
    const form = await ada.browser.open(`${url}/edit`);
    const saved = await ada.browser.submitAndFollow(form, {
      client_name: 'After',
      redirect_uris: 'https://after.example/cb\n\n  http://localhost:8080/cb  \n',
    });
    expect(saved.text).toContain('After');
    expect(await clients.find(clientId)).toMatchObject({
      clientName: 'After',
      kind: 'server',
      redirectUris: ['https://after.example/cb', 'http://localhost:8080/cb'],
      snapshot: { name: 'After', hosts: ['after.example', 'localhost:8080'] },
    });
    expect((await ada.browser.post(`${url}/edit`, { ...aNewApp(), kind: 'machine' })).status).toBe(400);
    expect((await rowOf(id)).kind).toBe('server');
  });

  it('judges the whole of it again, not only what changed (attack R10)', async () => {
    const { id, url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    await rows().update({ id }, { redirectUris: ['http://old.example/cb'] });
    const answer = await ada.browser.submit(await ada.browser.open(`${url}/edit`), { client_name: 'Only the name' });
    expect(answer.status).toBe(400);
    expect((await rowOf(id)).clientName).not.toBe('Only the name');
  });

  it("ends an app's verification when people would see something else (attack A23)", async () => {
    for (const [change, isVerified] of [
      [{ client_name: 'My Bank' }, false],
      [{ redirect_uris: 'https://evil.example/cb' }, false],
      [{ logo: await aPicture('png') }, false],
      [{ redirect_uris: 'https://acme.example/other' }, true],
    ] as const) {
      const { id, url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
      await rows().update({ id }, { isVerified: true });
      const saved = await ada.browser.submit(await ada.browser.open(`${url}/edit`), change);
      expect(saved.status).toBe(303);
      expect((await rowOf(id)).isVerified).toBe(isVerified);
    }
    const { id, url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    await rows().update({ id }, { isVerified: true });
    await ada.browser.post(`${url}/redirect-uris`, { redirect_uri: 'https://evil.example/cb' });
    expect((await rowOf(id)).isVerified).toBe(false);
  });

  it('never takes a change on top of another look than it was made for (attack A23)', async () => {
    const registration = served.app.get(ClientRegistration);
    const added = 'https://acme.example/added';
    for (const [logoBefore, lookNow] of [
      [null, { clientName: 'My Bank' }],
      [null, { redirectUris: ['https://evil.example/cb'] }],
      [null, { logo: v7() }],
      [v7(), { logo: v7() }],
      [v7(), { logo: null }],
    ] as const) {
      const { id } = shownOnce(await register(ada.browser, 'server', aNewApp()));
      await rows().update({ id }, { isVerified: true, logo: logoBefore });
      const stale = await rowOf(id);
      await rows().update({ id }, { ...lookNow, isVerified: false } as Partial<Client>);
      const now = await rowOf(id);
      expect(await registration.addRedirectUri(stale, added)).toBe(false);
      expect(await registration.update(stale, metadataAs(stale, [added]))).toBe(false);
      expect(await rowOf(id)).toEqual(now);
      expect(await registration.addRedirectUri(now, added)).toBe(true);
      expect((await rowOf(id)).isVerified).toBe(false);
    }
  });

  it('leaves the verification alone when the look stays, and never gives it', async () => {
    const registration = served.app.get(ClientRegistration);
    for (const isVerified of [true, false]) {
      const { id } = shownOnce(await register(ada.browser, 'server', aNewApp()));
      const stale = Object.assign(await rowOf(id), { isVerified: !isVerified });
      await rows().update({ id }, { isVerified });
      expect(await registration.addRedirectUri(stale, 'https://acme.example/added')).toBe(true);
      expect(await registration.update(await rowOf(id), metadataAs(stale, stale.redirectUris))).toBe(true);
      expect((await rowOf(id)).isVerified).toBe(isVerified);
    }
  });

  it('writes a change once', async () => {
    const { url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    const form = await ada.browser.open(`${url}/edit`);
    const { writes } = await served.statements.during(async () => {
      await ada.browser.submit(form, { client_name: 'Once' });
      await ada.browser.post(`${url}/redirect-uris`, { redirect_uri: 'https://acme.example/once' });
      // What would go on behind the answer.
      await setTimeout(100);
    });
    expect(writes.filter((statement) => statement.includes('oauth_clients'))).toHaveLength(2);
  });

  it('keeps no upload of a change that came too late, and leaves the logo that is there', async () => {
    const { id } = shownOnce(await register(ada.browser, 'server', { ...aNewApp(), logo: await aPicture('png') }));
    const stale = await rowOf(id);
    await rows().update({ id }, { clientName: 'Renamed' });
    const idsBefore = await pictureIds();
    const late = { logo: await aPicture('png') };
    const registration = served.app.get(ClientRegistration);
    expect(await registration.update(stale, metadataAs(stale, stale.redirectUris), late)).toBe(false);
    expect(await pictureIds()).toEqual(idsBefore);
    expect((await rowOf(id)).logo).toBe(stale.logo);
  });

  it('adds the callback URL that was asked for with one click, and refuses a bad one with the reason', async () => {
    const { id, url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    const added = await ada.browser.post(`${url}/redirect-uris`, { redirect_uri: 'https://acme.example/second' });
    expect((await ada.browser.follow(added)).text).toContain('https://acme.example/second');
    const refused = await ada.browser.post(`${url}/redirect-uris`, { redirect_uri: 'http://acme.example/plain' });
    expect(refused.status).toBe(400);
    expect(refused.html).toMatch(/<mark[^>]*>http<\/mark>/);
    expect((await rowOf(id)).redirectUris).toEqual(['https://acme.example/callback', 'https://acme.example/second']);
  });

  it('loses none of several callback URLs that are added at once', async () => {
    const { id, url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    const uris = [1, 2, 3].map((number) => `https://acme.example/${number}`);
    await Promise.all(uris.map((redirect_uri) => ada.browser.post(`${url}/redirect-uris`, { redirect_uri })));
    expect((await rowOf(id)).redirectUris.toSorted()).toEqual([...uris, 'https://acme.example/callback'].toSorted());
  });

  it('shows a line about what was done once, and only lines that exist', async () => {
    const { url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    const saved = await ada.browser.submitAndFollow(await ada.browser.open(`${url}/edit`));
    expect(saved.text).toContain('was saved');
    expect((await ada.browser.open(url)).text).not.toContain('was saved');
    for (const forged of ['no_such_line', '__proto__', 'constructor', '%00', 'a.b']) {
      const page = await ada.browser.get(url, {
        cookie: `doorward_session=${ada.browser.cookie('session')}; doorward_notice=${forged}`,
      });
      expect(page.status).toBe(200);
    }
  });

  it('shows the state key again to its owner who asks for it', async () => {
    const { stateKey, url } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    const page = await ada.browser.submit(await ada.browser.open(url), {}, { form: `${url}/state-key` });
    expect(page.html).toContain(stateKey);
    expect(page.header('cache-control')).toBe('no-store');
  });
});

describe("an app's logo", () => {
  it('is re-encoded, replaced and removed, and leaves no picture behind', async () => {
    const before = await pictures();
    const { id, url } = shownOnce(await register(ada.browser, 'server', { ...aNewApp(), logo: await aPicture('png') }));
    const first = (await rowOf(id)).logo;
    expect((await ada.browser.get(`/pictures/${first}`)).header('content-type')).toBe('image/webp');
    expect((await ada.browser.open(url)).html).toContain(`/pictures/${first}`);
    await ada.browser.submit(await ada.browser.open(`${url}/edit`), { logo: await aPicture('png') });
    const second = (await rowOf(id)).logo;
    expect(second).not.toBe(first);
    expect(await pictures()).toBe(before + 1);
    await ada.browser.submit(await ada.browser.open(`${url}/edit`), { client_name: 'Keeps it' });
    expect((await rowOf(id)).logo).toBe(second);
    await ada.browser.submit(await ada.browser.open(`${url}/edit`), { remove_logo: 'on' });
    expect((await rowOf(id)).logo).toBeNull();
    expect(await pictures()).toBe(before);
  });

  it('must be a picture; the form says so beside the field and nothing is kept', async () => {
    const before = [await pictures(), await count()];
    const answer = await register(ada.browser, 'server', {
      ...aNewApp(),
      logo: Buffer.from('<svg onload="alert(1)"/>'),
    });
    expect(answer.status).toBe(400);
    expect([await pictures(), await count()]).toEqual(before);
  });

  it('is not kept when the form was sent before', async () => {
    const form = await ada.browser.open('/apps/new/server');
    const logo = await aPicture('png');
    expect((await ada.browser.submit(form, { ...aNewApp(), logo })).status).toBe(201);
    const before = await pictures();
    expect((await ada.browser.submit(form, { ...aNewApp(), logo })).status).toBe(303);
    expect(await pictures()).toBe(before);
  });
});

describe('deleting an app', () => {
  it('asks for its name, says what happens, and takes secrets, permissions, tokens and logo with it', async () => {
    const shown = shownOnce(
      await register(ada.browser, 'server', {
        ...aNewApp({ client_name: 'Short-lived' }),
        logo: await aPicture('png'),
      }),
    );
    const { id, url, clientId } = shown;
    const { logo } = await rowOf(id);
    expect(await served.app.get(ClientService).find(clientId)).toBeDefined();
    await allowedBy(ada, id);
    const question = await ada.browser.open(`${url}/delete`);
    expect(question.text).toContain('1 person');

    const mistyped = await ada.browser.submit(question, { confirmation: 'Something else' });
    expect(mistyped.status).toBe(400);
    expect(await rows().existsBy({ id })).toBe(true);

    const deleted = await ada.browser.submitAndFollow(question, { confirmation: 'Short-lived' });
    expect(new URL(deleted.url).pathname).toBe('/apps');
    expect(await rows().existsBy({ id })).toBe(false);
    for (const table of [ClientSecret, Consent, AccessToken]) {
      expect(await served.source.getRepository<{ clientRowId: string }>(table).countBy({ clientRowId: id })).toBe(0);
    }
    expect(await served.app.get(ClientService).find(clientId)).toBeUndefined();
    expect((await ada.browser.get(`/pictures/${logo}`)).status).toBe(404);
    expect((await ada.browser.get(url)).status).toBe(404);
  });
});

describe('the live check of callback URLs', () => {
  it('answers with the same rules as the form', async () => {
    expect(await lint({ kind: 'server', uri: 'https://acme.example/callback' })).toEqual({ status: 200, fault: null });
    expect(await lint({ kind: 'server', uri: 'http://acme.example/' })).toMatchObject({
      fault: { code: 'http_not_loopback', index: 0, length: 4 },
    });
    expect(await lint({ kind: 'native', uri: 'com.acme.app:/cb' })).toEqual({ status: 200, fault: null });
    expect(await lint({ kind: 'server', uri: '' })).toEqual({ status: 200, fault: null });
  });

  it('refuses what it does not know', async () => {
    expect((await lint({ kind: 'x', uri: 'https://acme.example/' })).status).toBe(400);
    expect((await ada.browser.get('/apps/redirect-uri-lint?kind=server&kind=native&uri=x')).status).toBe(400);
  });
});
