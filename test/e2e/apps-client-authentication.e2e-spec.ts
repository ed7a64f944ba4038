import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aNewApp, type Person, register, shownOnce, signedIn } from '../support/apps-panel.js';
import { aClient, type ClientChanges, type TestClient } from '../support/builders.js';
import { aKey, asserted, type KeyServer, startKeyServer, type TestKey } from '../support/client-keys.js';
import { machineToken } from '../support/machine-token.js';
import { postForm } from '../support/tokens.js';

/*
 * What an owner sees of an app that proves who it is by a signed JWT.
 */

let served: TestApp;
let ada: Person;
let key: TestKey;
beforeAll(async () => {
  served = await startApp();
  ada = await signedIn(served, 'ada');
  key = await aKey('ES256', 'first');
});
afterAll(() => served.close());

function aKeyApp(changes: ClientChanges = {}): Promise<TestClient> {
  const metadata = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key.jwk] } };
  return aClient(served, { kind: 'machine', owner: ada, ...metadata, ...changes });
}

async function statusOf(clientId: string, signer: Parameters<typeof asserted>[2]): Promise<number> {
  const fields = { grant_type: 'client_credentials', ...(await asserted(served, clientId, signer)) };
  return (await postForm(served, '/token', fields)).status;
}

async function edit(id: string, method: string): Promise<void> {
  const url = `/apps/${id}/edit`;
  const page = await ada.browser.submit(
    await ada.browser.open(url),
    { token_endpoint_auth_method: method },
    { form: url },
  );
  expect(page.status).toBe(303);
}

async function rotate(id: string, overlap = '0'): Promise<string> {
  const url = `/apps/${id}/rotate`;
  return shownOnce(await ada.browser.submit(await ada.browser.open(url), { overlap }, { form: url })).clientSecret;
}

async function sealedOf(id: string): Promise<unknown[]> {
  const rows = await served.source.query<{ sealed_secret: unknown }[]>(
    `SELECT sealed_secret FROM oauth_client_secrets WHERE client_row_id = '${id}'`,
  );
  return rows.map(({ sealed_secret: sealed }) => sealed);
}

describe('a key set that cannot be read', () => {
  let server: KeyServer;
  let app: TestClient;
  beforeAll(async () => {
    server = await startKeyServer(key);
    app = await aKeyApp({ client_name: 'Keyless', row: { metadata: { jwks_uri: server.uri } } });
  });
  afterAll(() => server.close());

  const pageOf = async (person = ada) => (await person.browser.open(`/apps/${app.rowId}`)).text;

  it('is told to the owner of the app in plain words, with its address and the reason', async () => {
    expect(await pageOf()).not.toContain('We could not');
    server.serve('a'.repeat(70_000));
    expect(await statusOf(app.clientId, key)).toBe(401);
    expect(await pageOf()).toContain(
      `We could not read your keys at ${server.uri}: the answer was larger than 64 KiB.`,
    );
  });

  it('is nobody else\u2019s business', async () => {
    const eve = await signedIn(served, 'eve');
    expect(await pageOf(eve)).not.toContain('64 KiB');
    const { body } = await postForm(served, '/token', {
      grant_type: 'client_credentials',
      ...(await asserted(served, app.clientId, key)),
    });
    expect(JSON.stringify(body)).not.toMatch(/KiB|keys|127/);
  });

  it('is forgotten with the app', async () => {
    const question = await ada.browser.open(`/apps/${app.rowId}/delete`);
    const { status } = await ada.browser.submit(question, { confirmation: 'Keyless' });
    expect(status).toBe(303);
    const rows = await served.source.query(`SELECT 1 FROM outbound_failures WHERE client_row_id = '${app.rowId}'`);
    expect(rows).toEqual([]);
  });
});

describe('an app that signs with its secret', () => {
  it('can do so from the moment that it is registered, and after a rotation with either secret', async () => {
    const fields = aNewApp({ token_endpoint_auth_method: 'client_secret_jwt', grant_types: ['client_credentials'] });
    const { id, clientId, clientSecret } = shownOnce(await register(ada.browser, 'server', fields));
    expect(await statusOf(clientId, { alg: 'HS256', secret: clientSecret })).toBe(200);
    const next = await rotate(id, '3600');
    expect(await statusOf(clientId, { alg: 'HS512', secret: next })).toBe(200);
    expect(await statusOf(clientId, { alg: 'HS256', secret: clientSecret })).toBe(200);
    expect((await ada.browser.open(`/apps/${id}`)).text).not.toContain('needs a secret that was made for it');
  });

  it('that sent its secret before is told to make a new one, and works with it', async () => {
    const app = await aClient(served, { kind: 'machine', owner: ada });
    await edit(app.rowId, 'client_secret_jwt');
    const { text, links } = await ada.browser.open(`/apps/${app.rowId}`);
    expect(text).toContain('needs a secret that was made for it');
    expect(links).toContain(`/apps/${app.rowId}/rotate`);
    expect(await statusOf(app.clientId, { alg: 'HS256', secret: app.clientSecret })).toBe(401);
    const secret = await rotate(app.rowId);
    expect(await statusOf(app.clientId, { alg: 'HS256', secret })).toBe(200);
    expect((await ada.browser.open(`/apps/${app.rowId}`)).text).not.toContain('needs a secret');
  });

  it('that sends its secret from now on leaves nothing sealed behind, and its secret works on', async () => {
    const method = { token_endpoint_auth_method: 'client_secret_jwt' };
    const app = await aClient(served, { kind: 'machine', owner: ada, ...method });
    expect(await sealedOf(app.rowId)).toEqual([expect.stringMatching(/^v1\./)]);
    await edit(app.rowId, 'client_secret_post');
    expect(await sealedOf(app.rowId)).toEqual([null]);
    expect((await machineToken(served, app)).statusCode).toBe(200);
  });
});

describe('an app that signs with a key', () => {
  it('has no secret to show, and none to rotate', async () => {
    const { rowId } = await aKeyApp();
    const page = await ada.browser.open(`/apps/${rowId}`);
    expect(page.text).toContain('By a signature with a key of its own');
    expect(page.links).not.toContain(`/apps/${rowId}/rotate`);
    expect((await ada.browser.open(`/apps/${rowId}/rotate`)).status).toBe(404);
  });

  it('that sends a secret from now on gets its first one', async () => {
    const { rowId, clientId } = await aKeyApp();
    await edit(rowId, 'client_secret_post');
    expect((await ada.browser.open(`/apps/${rowId}`)).text).toContain('needs a secret that was made for it');
    const clientSecret = await rotate(rowId);
    expect((await machineToken(served, { clientId, clientSecret })).statusCode).toBe(200);
    expect(await statusOf(clientId, key)).toBe(401);
  });
});
