import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import type { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { startCanary } from '../support/canary.js';
import { HOSTILE_REDIRECT_URIS } from '../support/hostile-redirect-uris.js';
import { noteSecret } from '../support/leak-scan.js';
import {
  aDocument,
  anInitialToken,
  aSelfRegistered,
  callRegistration,
  type Document,
} from '../support/registration.js';

const PATH = '/connect/register';

let served: TestApp;
let token: string;
let browser: TestBrowser;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await anInitialToken(served, { maxUses: 10_000 }));
  browser = await aBrowserOf(served, await aUser(served));
});
afterAll(() => served.close());

const clients = () => served.source.getRepository(Client);
const send = (document: Document | string) => callRegistration(served, PATH, { token, document });

/** Script addresses in spellings that some browser or filter has taken for harmless (attack R11). */
const SCRIPT_URIS = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'jAvAsCrIpT:alert(1)',
  'javascript://app.example/%0aalert(1)',
  'JavaScript://app.example/callback',
  ' javascript:alert(1)',
  '\tjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript\u003aalert(1)',
  'javascript&colon;alert(1)',
  'javascript%3aalert(1)',
  'vbscript:msgbox(1)',
  'VBScript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'Data:text/html;base64,PHNjcmlwdD4=',
  'blob:https://app.example/1',
  'filesystem:https://app.example/temporary/x',
  'file:///etc/passwd',
  'ftp://app.example/',
  'about:blank',
  'view-source:https://app.example/',
  'jar:https://app.example!/',
  'intent://app.example/#Intent;scheme=https;end',
  '//app.example/callback',
  '/callback',
  'https:app.example',
  'https:/app.example',
  'https:///app.example',
  'https://app.example\\@evil.example',
  'https://app.example@evil.example/',
  'https://app.example/"><script>alert(1)</script>',
  'https://app.example/\u202Emoc.live',
  'https://\u0430pp.example/',
  'http://app.example/',
  'http://169.254.169.254/latest/meta-data/',
];

/** Every member that holds an address. Logos and sector identifiers are fetched, after they were judged. */
const URI_MEMBERS = [
  'client_uri',
  'logo_uri',
  'policy_uri',
  'tos_uri',
  'jwks_uri',
  'sector_identifier_uri',
  'initiate_login_uri',
  'backchannel_logout_uri',
  'frontchannel_logout_uri',
  'policy_uri#de',
];
const URI_LISTS = ['redirect_uris', 'post_logout_redirect_uris', 'request_uris'];

describe('attack A29, R11: addresses that are no pages of an app', () => {
  it('is a matrix worth the name', () => {
    const count = SCRIPT_URIS.length * (URI_MEMBERS.length + URI_LISTS.length) + HOSTILE_REDIRECT_URIS.length;
    expect(count).toBeGreaterThan(300);
  });

  it.each([...URI_MEMBERS, ...URI_LISTS])('%s takes none of them', async (member) => {
    const taken: string[] = [];
    for (const uri of SCRIPT_URIS) {
      const value = URI_LISTS.includes(member) ? [uri] : uri;
      const { status, error } = await send(aDocument({ [member]: value }));
      const code = member === 'redirect_uris' ? 'invalid_redirect_uri' : 'invalid_client_metadata';
      if (status !== 400 || error !== code) taken.push(`${uri}: ${status} ${String(error)}`);
    }
    expect(taken).toEqual([]);
  });

  it('an error answer repeats no markup, and stays within its character set (RFC 6749 §5.2)', async () => {
    for (const uri of SCRIPT_URIS) {
      const { body, headers } = await send(aDocument({ redirect_uris: [uri] }));
      expect(headers['content-type']).toMatch(/^application\/json/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(String(body['error_description'])).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/);
    }
  });

  it('no hostile callback URL is registered, new or by an update (R10)', async () => {
    const taken: string[] = [];
    let app = await aSelfRegistered(served, token);
    for (const [index, [uri]] of HOSTILE_REDIRECT_URIS.entries()) {
      // An app may try sixty changes an hour.
      if (index % 60 === 59) app = await aSelfRegistered(served, token);
      const { url, token: own, clientId } = app;
      // Some of the corpus are sound addresses of other apps: an app may register its own.
      const created = await send(aDocument({ redirect_uris: [uri] }));
      const document = aDocument({ client_id: clientId, redirect_uris: [uri] });
      const updated =
        created.status === 201 ? created : await callRegistration(served, url, { method: 'PUT', token: own, document });
      const isSound = created.status === 201 && URL.canParse(uri) && new URL(uri).protocol === 'https:';
      if (updated.status !== 400 && !isSound) taken.push(uri);
    }
    expect(taken).toEqual([]);
    expect((await callRegistration(served, app.url, { method: 'GET', token: app.token })).status).toBe(200);
  });
});

describe('attack A29, R78: names that are more than names', () => {
  const NAMES = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '{{constructor.constructor("alert(1)")()}}',
    '{{{app.name}}}',
    '${7*7}',
    '<b>Your Bank</b>',
    '&lt;script&gt;',
    'Acme <!--',
    'Acme ]]>',
    '<svg/onload=alert(1)>',
    'a<style>*{display:none}</style>',
  ];

  it.each(NAMES)('%s is text on the consent page, in any language', async (name) => {
    const { clientId } = await aSelfRegistered(served, token, { client_name: name, 'client_name#en': name });
    const { html, text } = await browser.open(
      anAttempt({ clientId, redirectUris: ['https://app.example/callback'] }).url,
    );
    expect(text).toContain(name);
    expect(html).not.toMatch(/<script>alert|<img src=x|<svg\/onload|<style>\*|onmouseover='|<b>Your/);
  });

  it.each(['', ' ', '\u200B', 'A\u202Eknab', 'x'.repeat(101), '\u0000', 'a\u0301\u0301\u0301\u0301\u0301b', '---'])(
    '%j is no name',
    async (name) => {
      for (const member of ['client_name', 'client_name#fr']) {
        expect(await send(aDocument({ [member]: name }))).toMatchObject({
          status: 400,
          error: 'invalid_client_metadata',
        });
      }
    },
  );
});

describe('attack A29: documents that are more than documents', () => {
  it.each([
    ['a megabyte', `{"client_name":"${'x'.repeat(1 << 20)}"}`, 413],
    ['64 KiB and a bit', `{"client_name":"${'x'.repeat(64 * 1024)}"}`, 413],
    ['a deep one', `{"redirect_uris":["https://app.example/"],"x":${'{"x":'.repeat(5_000)}1${'}'.repeat(5_000)}}`, 400],
    ['a deep list', `{"redirect_uris":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 400],
    ['a member twice', '{"redirect_uris":["https://app.example/"],"redirect_uris":["https://evil.example/"]}', 400],
    ['a lone surrogate', String.raw`{"client_name":"\ud800","redirect_uris":["https://app.example/"]}`, 400],
    ['a number for infinity', '{"default_max_age":1e999,"redirect_uris":["https://app.example/"]}', 400],
    [
      'ten thousand addresses',
      JSON.stringify(aDocument({ redirect_uris: Array.from({ length: 2_000 }, (_, n) => `https://a.example/${n}`) })),
      400,
    ],
    [
      'a thousand languages',
      JSON.stringify(
        aDocument(Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`client_name#de-x-${n}`, 'A']))),
      ),
      400,
    ],
  ])('%s is refused and leaves nothing behind', async (_, document, status) => {
    const count = await clients().count();
    expect((await send(document)).status).toBe(status);
    expect(await clients().count()).toBe(count);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'a member called %s changes nothing (prototype pollution)',
    async (name) => {
      const polluted = `{"client_name":"Acme","redirect_uris":["https://app.example/callback"],"${name}":{"isVerified":true,"scope":"root","polluted":1},"jwks":{"${name}":{},"keys":[{"${name}":1}]}}`;
      expect((await send(polluted)).status).toBe(400);
      const { status, body } = await send(polluted.replace(/,"jwks".*/, '}'));
      expect(status).toBe(201);
      expect(body).not.toHaveProperty('polluted');
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      const [stored] = await clients().findBy({ clientId: String(body['client_id']) });
      expect(stored).toMatchObject({ isVerified: false, pkceRequired: true, status: 'active' });
    },
  );

  it('no column can be written that no member is for (mass assignment, attack A44)', async () => {
    const smuggled = {
      id: '01999999-0000-7000-8000-000000000000',
      clientId: 'victim',
      kind: 'machine',
      is_verified: true,
      isVerified: true,
      pkce_required: false,
      status: 'active',
      owner: 'root',
      ownerEmployeeId: 'U00000001',
      empUserId: 'U00000001',
      expiresAt: null,
      registeredBy: 'panel',
      allowedScopes: null,
      metadata: { subject_type: 'pairwise' },
      openid: { subject_type: 'pairwise' },
      localized: { 'client_name#de': '<script>' },
    };
    const { body } = await send(aDocument(smuggled));
    const stored = await clients().findOneByOrFail({ clientId: String(body['client_id']) });
    expect(stored).toMatchObject({
      isVerified: false,
      pkceRequired: true,
      ownerEmployeeId: null,
      kind: 'server',
      registeredBy: 'dynamic',
    });
    expect(stored.id).not.toBe(smuggled.id);
    expect(stored.metadata).toEqual({});
    expect(stored.expiresAt).not.toBeNull();
  });
});

describe('attack A19: an app that would pass for somebody', () => {
  it('chooses no client id, by whatever member', async () => {
    const victim = await aUser(served);
    const other = await aClient(served);
    for (const wanted of [victim.id, victim.employeeId, other.clientId, other.rowId, 'doorward', served.issuer]) {
      const { body } = await send(aDocument({ client_id: wanted, id: wanted, sub: wanted, software_id: wanted }));
      expect(body['client_id']).toMatch(/^client_[\w-]{22}$/);
      expect(body['client_id']).not.toBe(wanted);
    }
  });
});

describe('keys that nobody else should have', () => {
  it.each([
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['EC', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['OKP', generateKeyPairSync('ed25519')],
  ])('a private %s key is refused and not repeated', async (_, { privateKey }) => {
    const jwk = privateKey.export({ format: 'jwk' });
    noteSecret(String(jwk.d));
    const { status, error, body } = await send(aDocument({ jwks: { keys: [jwk] } }));
    expect({ status, error }).toEqual({ status: 400, error: 'invalid_client_metadata' });
    expect(JSON.stringify(body)).not.toContain(String(jwk.d));
  });
});

describe('attack A30, R07: addresses that are fetched', () => {
  it('a registration reaches no service of this network when the server is not a development one', async () => {
    const canary = await startCanary();
    const production = await startApp({ issuer: 'https://login.example', isHttps: true, dynamicRegistration: 'open' });
    try {
      const hosts = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]'];
      for (const [index, host] of hosts.entries()) {
        for (const scheme of ['http', 'https']) {
          const uri = `${scheme}://${host}:${canary.port}/`;
          const address = `192.0.2.${index + 1}`;
          const sector = aDocument({ sector_identifier_uri: uri });
          expect((await callRegistration(production, PATH, { document: sector, address })).status).toBe(400);
          const logo = await callRegistration(production, PATH, { document: aDocument({ logo_uri: uri }), address });
          expect([201, 400]).toContain(logo.status);
          const keys = await callRegistration(production, PATH, { document: aDocument({ jwks_uri: uri }), address });
          expect([201, 400]).toContain(keys.status);
        }
      }
      expect(canary.hits).toEqual([]);
    } finally {
      await production.close();
      await canary.close();
    }
  });

  it('says nothing about what it could reach', async () => {
    const open = await startCanary((_request, response) => response.end('not a list'));
    try {
      const answers = [];
      for (const port of [open.port, 1]) {
        answers.push(await send(aDocument({ sector_identifier_uri: `http://127.0.0.1:${port}/` })));
      }
      expect(answers[0]?.body).toEqual(answers[1]?.body);
    } finally {
      await open.close();
    }
  });
});
