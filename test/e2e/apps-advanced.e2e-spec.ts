import { generateKeyPairSync } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientMetadataCheck } from '../../src/clients/client-metadata-check.service.js';
import type { ClientMetadataInput } from '../../src/protocol/client-metadata.js';
import { startApp, type TestApp } from '../support/app.js';
import { aNewApp, type Person, register, shownOnce, signedIn } from '../support/apps-panel.js';
import { anAttempt } from '../support/authorization.js';
import type { Fields } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { noteSecret } from '../support/leak-scan.js';
import { anInitialToken, aSelfRegistered } from '../support/registration.js';

let served: TestApp;
let ada: Person;
beforeAll(async () => {
  served = await startApp();
  ada = await signedIn(served, 'ada');
});
afterAll(() => served.close());

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const JWK = { ...publicKey.export({ format: 'jwk' }), kid: 'november' };
const ADVANCED = {
  policy_uri: 'https://acme.example/privacy',
  tos_uri: 'https://acme.example/terms',
  id_token_signed_response_alg: 'PS256',
  initiate_login_uri: 'https://acme.example/login',
  backchannel_logout_uri: 'https://acme.example/logged-out',
  frontchannel_logout_uri: 'https://acme.example/out',
} as const;

const rowOf = (id: string) => served.source.getRepository(Client).findOneByOrFail({ id });

async function edited(id: string, fields: Fields) {
  const page = await ada.browser.open(`/apps/${id}/edit`);
  return ada.browser.submit(page, fields, { form: `/apps/${id}/edit` });
}

const initialToken = async (allowedScopes?: string[]) => {
  const policy = { pkceRequired: true, ...(allowedScopes !== undefined && { allowedScopes }) };
  return (await anInitialToken(served, { ownerEmployeeId: ada.employeeId, policy })).token;
};

const idOf = async (clientId: string) => (await served.source.getRepository(Client).findOneByOrFail({ clientId })).id;

const consentOf = async (members: Partial<ClientMetadataInput>, language?: string) => {
  const client = await aClient(served, members);
  const browser = await aBrowserOf(served, await aUser(served));
  const { url } = anAttempt(client, language === undefined ? {} : { ui_locales: language });
  return browser.open(url);
};

describe('the form of an app, behind "Advanced"', () => {
  it('is closed, and an app that says nothing there has the standard’s defaults (docs/adr/0030)', async () => {
    const page = await ada.browser.open('/apps/new/server');
    expect(page.html).toMatch(/<details class="more" id="advanced">/);
    const { id } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    expect((await rowOf(id)).metadata).toEqual({});
  });

  it('takes the members of the standards, shows them on the app’s page and in its form', async () => {
    const fields = {
      ...ADVANCED,
      post_logout_redirect_uris: 'https://acme.example/bye\nhttps://acme.example/ciao',
      jwks: JSON.stringify({ keys: [JWK] }),
    };
    const { id, url } = shownOnce(await register(ada.browser, 'server', aNewApp(fields)));
    expect((await rowOf(id)).metadata).toEqual({
      ...ADVANCED,
      post_logout_redirect_uris: ['https://acme.example/bye', 'https://acme.example/ciao'],
      jwks: { keys: [JWK] },
    });
    const { text, links } = await ada.browser.open(url);
    for (const shown of [...Object.values(ADVANCED), 'https://acme.example/ciao', 'november (EC)']) {
      expect(text).toContain(shown);
    }
    expect(links).toContain(ADVANCED.policy_uri);
    expect((await edited(id, {})).status).toBe(303);
    expect((await rowOf(id)).metadata).toMatchObject({ ...ADVANCED, jwks: { keys: [JWK] } });
  });

  it('an emptied field takes the member away', async () => {
    const { id } = shownOnce(await register(ada.browser, 'server', aNewApp(ADVANCED)));
    const emptied = Object.fromEntries(Object.keys(ADVANCED).map((name) => [name, '']));
    expect((await edited(id, emptied)).status).toBe(303);
    expect((await rowOf(id)).metadata).toEqual({});
  });

  it.each([
    ['policy_uri', 'javascript:alert(1)'],
    ['initiate_login_uri', 'http://acme.example/login'],
    ['id_token_signed_response_alg', 'none'],
    ['post_logout_redirect_uris', 'https://acme.example/#bye'],
    ['frontchannel_logout_uri', 'https://other.example/out'],
    ['jwks_uri', 'https://127.1/keys'],
    ['jwks', 'no JSON'],
  ])('says beside %s what is wrong with %s, and opens', async (name, value) => {
    const page = await register(ada.browser, 'server', aNewApp({ [name]: value }));
    expect(page.status).toBe(400);
    expect(page.html).toContain(`id="${name}-error"`);
    expect(page.html).toMatch(/<details class="more" id="advanced" open>/);
    expect(page.links).toContain(`#${name}`);
  });

  it('a private key that was pasted is not in the answer', async () => {
    const jwk = privateKey.export({ format: 'jwk' });
    noteSecret(String(jwk.d));
    const page = await register(ada.browser, 'server', aNewApp({ jwks: JSON.stringify({ keys: [jwk] }) }));
    expect(page.status).toBe(400);
    expect(page.text).toContain('private or secret key');
    expect(page.html).not.toContain(String(jwk.d));
  });

  it('a machine has keys only', async () => {
    const page = await ada.browser.open('/apps/new/machine');
    const names = page.form('/apps/new/machine').controls.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['jwks_uri', 'jwks']));
    expect(names).not.toContain('policy_uri');
    const created = await register(ada.browser, 'machine', {
      client_name: 'Robot',
      jwks: JSON.stringify({ keys: [JWK] }),
    });
    expect(created.status).toBe(201);
  });

  it('has no way for an owner to go without PKCE', async () => {
    const sent = await ada.browser.post('/apps/new/server', { ...aNewApp(), form_id: v7(), pkce_required: 'off' });
    expect(sent.status).toBe(400);
    const { id } = shownOnce(await register(ada.browser, 'server', aNewApp()));
    expect(await rowOf(id)).toMatchObject({ pkceRequired: true, registeredBy: 'panel' });
  });
});

describe('an app that registered itself, in its owner’s panel', () => {
  it('says so, and when it ends unless it is used', async () => {
    const { clientId } = await aSelfRegistered(served, await initialToken());
    const { text } = await ada.browser.open(`/apps/${await idOf(clientId)}`);
    expect(text).toMatch(/by the app itself/);
    expect(text).toMatch(/was never used\. Unless somebody signs in to it, it ends on/);
  });

  it('keeps what the form has no field for', async () => {
    const members = { subject_type: 'pairwise', contacts: ['dev@app.example'], 'client_name#fr': 'Acmé' };
    const { clientId } = await aSelfRegistered(served, await initialToken(), members);
    const id = await idOf(clientId);
    expect((await edited(id, { client_name: 'Acme Three' })).status).toBe(303);
    expect(await rowOf(id)).toMatchObject({
      clientName: 'Acme Three',
      metadata: { subject_type: 'pairwise', contacts: ['dev@app.example'], localized: { 'client_name#fr': 'Acmé' } },
    });
  });

  it('tells of a fault in such a member above the form', async () => {
    const { clientId } = await aSelfRegistered(served, await initialToken(), { subject_type: 'pairwise' });
    const redirect_uris = 'https://app.example/callback\nhttps://two.example/callback';
    const page = await edited(await idOf(clientId), { redirect_uris });
    expect(page.status).toBe(400);
    expect(page.text).toContain('sector_identifier_uri: Give a sector_identifier_uri');
  });

  it('may not ask for more than its administrator allowed', async () => {
    const { clientId } = await aSelfRegistered(served, await initialToken(['email']));
    const page = await edited(await idOf(clientId), { scope: ['email', 'phone'] });
    expect(page.status).toBe(400);
    expect(page.text).toContain('an administrator did not allow it for this app');
  });
});

describe('the consent page', () => {
  it('links to the app’s documents, in words, and hands nothing over to them', async () => {
    const { html } = await consentOf({
      policy_uri: 'https://a.example/privacy?a=1&b=2',
      tos_uri: 'https://a.example/terms',
    });
    const attributes = 'target="_blank" rel="noopener noreferrer"';
    expect(html).toContain(`href="https://a.example/privacy?a&#x3D;1&amp;b&#x3D;2" ${attributes}>Privacy policy</a>`);
    expect(html).toContain(`href="https://a.example/terms" ${attributes}>Terms of service</a>`);
    expect((await consentOf({})).html).not.toContain('id="consent-policy"');
  });

  it('calls the app by its name in the language of the page (OpenID Connect Registration §2.1)', async () => {
    const names = { client_name: 'Photos', 'client_name#de-DE': 'Fotos DE', 'client_name#de': 'Fotos' };
    const documents = { policy_uri: 'https://a.example/en', 'policy_uri#de': 'https://a.example/de' };
    const german = await consentOf({ ...names, ...documents }, 'de');
    expect(german.text).toContain('Fotos');
    expect(german.text).not.toContain('Photos');
    expect(german.links).toContain('https://a.example/de');
    const english = await consentOf({ ...names, ...documents }, 'en');
    expect(english.text).toContain('Photos');
    expect(english.links).toContain('https://a.example/en');
  });
});

describe('the validator of panel, command line and registration', () => {
  it('is one: it gives back what it took', async () => {
    const check = served.app.get(ClientMetadataCheck);
    const input = {
      kind: 'server',
      client_name: 'A',
      redirect_uris: ['https://a.example/'],
      scope: ['email'],
      ...ADVANCED,
    };
    const result = await check.check({ ...input, frontchannel_logout_uri: 'https://a.example/out' });
    expect(result.metadata?.openid).toEqual({ ...ADVANCED, frontchannel_logout_uri: 'https://a.example/out' });
  });
});
