import { CompactSign, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { answerAt, anAttempt } from '../support/authorization.js';
import type { Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { aKey, type TestKey } from '../support/client-keys.js';
import { HOSTILE_REDIRECT_URIS, mutationsOf, REGISTERED_REDIRECT_URI } from '../support/hostile-redirect-uris.js';
import {
  aSigningApp,
  type ObjectChanges,
  OUTSIDE,
  signedAttempt,
  type SigningApp,
} from '../support/request-objects.js';

let served: TestApp;
let app: SigningApp;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  app = await aSigningApp(served);
  browser = await aBrowserOf(served, await aUser(served));
});
afterAll(() => served.close());

const REFUSED = { status: 400, location: undefined };
const seen = ({ status, location }: Page) => ({ status, location });

const NOW = Math.floor(Date.now() / 1000);
const b64 = (text: string) => Buffer.from(text).toString('base64url');

/** What the app is told: the request names a good address outside of the object. */
async function refusalOf(attempt: { params: Readonly<Record<string, string>> }, request?: string) {
  const params = { ...attempt.params, redirect_uri: app.redirectUris[0], state: 's', ...(request && { request }) };
  return answerAt(app, await browser.get(anAttempt(app, { ...OUTSIDE, ...params }).url));
}

describe('RFC 9101 §6, attack A32 a request object that is not what it must be', () => {
  const expected = { error: 'invalid_request_object', state: 's' };

  it.each<[string, ObjectChanges]>([
    ['of another issuer', { claims: { iss: 'client_other' } }],
    ['for another server', { claims: { aud: 'https://other.example' } }],
    ['for other servers', { claims: { aud: ['https://other.example'] } }],
    ['for nobody', { claims: { aud: [] } }],
    ['that has expired', { claims: { exp: NOW - 1 } }],
    ['that is not valid yet', { claims: { nbf: NOW + 3_600 } }],
    ['with a text for exp', { claims: { exp: String(NOW + 3_600) } }],
    ['with another client_id', { claims: { client_id: 'client_other' } }],
    ['with another response_type', { claims: { response_type: 'code id_token' } }],
    ['with another object in it', { claims: { request: 'e30.e30.x' } }],
    ['with a reference in it', { claims: { request_uri: 'https://app.example/jar' } }],
    ['of another kind of JWT', { header: { typ: 'at+jwt' } }],
    ['of the kind logout+jwt', { header: { typ: 'logout+jwt' } }],
    ['of the kind JOSE', { header: { typ: 'JOSE' } }],
    ['with a list for a parameter', { claims: { state: ['a', 'b'] } }],
    ['with an object for a parameter', { claims: { scope: { openid: true } } }],
    ['with a number for a parameter', { claims: { state: 5 } }],
    ['with null for a parameter', { claims: { nonce: null } }],
    ['with a fraction for max_age', { claims: { max_age: 1.5 } }],
    ['with a line break in a parameter', { claims: { state: 'a\r\nLocation: x' } }],
    ['with half a character in a parameter', { claims: { state: '\ud800' } }],
  ])('%s is refused', async (_case, given) => {
    expect(await refusalOf(await signedAttempt(served, app, given))).toMatchObject(expected);
  });

  it.each([
    ['None', ''],
    ['NONE', ''],
    ['nOnE', ''],
    ['none', 'x'],
    ['none', 'AAAA'],
    ['ES256', ''],
  ])('with alg %s and signature "%s" is refused', async (alg, signature) => {
    const [, payload = ''] = new UnsecuredJWT({ iss: app.clientId }).encode().split('.');
    const object = `${b64(JSON.stringify({ alg }))}.${payload}.${signature}`;
    expect(await refusalOf(await signedAttempt(served, app), object)).toMatchObject(expected);
  });

  it('unsigned is refused from an app that registered an algorithm', async () => {
    const client = await aSigningApp(served, { request_object_signing_alg: 'ES256' });
    const object = new UnsecuredJWT({ iss: client.clientId, redirect_uri: client.redirectUris[0] }).encode();
    const { url } = anAttempt(client, { scope: 'openid', request: object });
    expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_object' });
  });

  it('unsigned is refused outside of OpenID Connect (RFC 9101 §4)', async () => {
    const object = new UnsecuredJWT({ iss: app.clientId, redirect_uri: app.redirectUris[0] }).encode();
    const { url } = anAttempt(app, { scope: 'profile', request: object });
    expect(answerAt(app, await browser.get(url))).toMatchObject({ error: 'invalid_request_object' });
  });

  it('unsigned counts for no more than plain parameters: a foreign redirect URI in it leads nowhere', async () => {
    const object = new UnsecuredJWT({ iss: app.clientId, redirect_uri: 'https://evil.example/cb' }).encode();
    expect(seen(await browser.get(anAttempt(app, { scope: 'openid', request: object }).url))).toEqual(REFUSED);
  });

  it('signed with a key that the app did not register is refused, wherever the header says it is', async () => {
    const evil = await aKey('ES256', 'one');
    for (const header of [
      {},
      { jwk: evil.jwk },
      { jku: 'https://evil.example/jwks' },
      { x5u: 'https://evil.example/cert' },
      { x5c: ['MIIB'] },
      { kid: 'two' },
      { kid: '../../../dev/null' },
    ]) {
      expect(await refusalOf(await signedAttempt(served, app, { by: evil, header }))).toMatchObject(expected);
    }
  });

  it.each(['HS256', 'HS384', 'HS512'])('made with %s from the public key or the secret is refused', async (alg) => {
    for (const secret of [JSON.stringify(app.key.jwk), app.clientSecret]) {
      const by = {
        alg,
        kid: 'one',
        privateKey: Buffer.from(secret.padEnd(64)),
        jwk: app.key.jwk,
      } as unknown as TestKey;
      expect(await refusalOf(await signedAttempt(served, app, { by }))).toMatchObject(expected);
    }
  });

  it('signed with another algorithm than the registered one is refused', async () => {
    const client = await aSigningApp(served, { request_object_signing_alg: 'RS256' });
    const { url } = await signedAttempt(served, client, { outside: { redirect_uri: client.redirectUris[0] } });
    expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_object' });
  });

  it('of an app without keys is refused', async () => {
    const client = { ...(await aClient(served)), key: app.key };
    const { url } = await signedAttempt(served, client, { outside: { redirect_uri: client.redirectUris[0] } });
    expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_object' });
  });

  it('changed after it was signed is refused', async () => {
    const { object } = await signedAttempt(served, app);
    const [header = '', payload = '', signature = ''] = object.split('.');
    const changed = b64(Buffer.from(payload, 'base64url').toString().replace('profile', 'email profile'));
    for (const forged of [
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${header}.${payload}.${signature}.`,
      `${header}.${payload}.${signature.slice(1)}`,
      `${header}..${signature}`,
      `.${payload}.${signature}`,
      `${object}.${object}`,
      `${b64('{"alg":"ES256","alg":"none"}')}.${payload}.${signature}`,
      `${b64('{"alg":"dir","enc":"A128GCM"}')}..a.b.c`,
      JSON.stringify({ payload, protected: header, signature }),
      'e30',
      '..',
      '{}',
    ]) {
      expect(await refusalOf(await signedAttempt(served, app), forged)).toMatchObject(expected);
    }
  });

  it.each(['[]', '"text"', '5', 'null', 'no JSON', '', '{"state":"a","state":"b"}', '{"sub":"a","s\\u0075b":"b"}'])(
    'whose content is %s is refused',
    async (content) => {
      const object = await new CompactSign(Buffer.from(content))
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .sign(app.key.privateKey);
      expect(await refusalOf(await signedAttempt(served, app), object)).toMatchObject(expected);
    },
  );

  it('with an extension that must be understood is refused (RFC 7515 §4.1.11)', async () => {
    const object = await new CompactSign(Buffer.from('{}'))
      .setProtectedHeader({ alg: 'ES256', kid: 'one', crit: ['b64'], b64: true })
      .sign(app.key.privateKey);
    expect(await refusalOf(await signedAttempt(served, app), object)).toMatchObject(expected);
  });

  it('that is huge is refused before anything is computed', async () => {
    const { params } = await signedAttempt(served, app, { claims: { padding: 'x'.repeat(33_000) } });
    const [redirect_uri = ''] = app.redirectUris;
    const page = await browser.post('/authorize', { ...params, redirect_uri });
    expect(answerAt(app, page)).toMatchObject({ error: 'invalid_request_object' });
  });

  it('is a page when no good address is known', async () => {
    const { url } = await signedAttempt(served, app, { claims: { exp: 1 } });
    expect(seen(await browser.get(url))).toEqual(REFUSED);
    const other = await signedAttempt(served, app, {
      claims: { exp: 1 },
      outside: { redirect_uri: 'https://evil.example/' },
    });
    expect(seen(await browser.get(other.url))).toEqual(REFUSED);
  });
});

describe('attacks A01 and A02 through a request object', () => {
  it('no hostile address, and no mutation of the registered one, is a redirect', async () => {
    const own = await aClient(served, {
      redirect_uris: [REGISTERED_REDIRECT_URI],
      row: { metadata: { jwks: { keys: [app.key.jwk] } } },
    });
    const victim = { ...own, key: app.key };
    const followed: string[] = [];
    const hostile = HOSTILE_REDIRECT_URIS.map(([uri]) => uri);
    // An empty one is none, and then the good one outside counts.
    const mutations = mutationsOf(REGISTERED_REDIRECT_URI).filter((uri) => uri !== '');
    for (const redirectUri of [...hostile, ...mutations]) {
      const outside = { redirect_uri: REGISTERED_REDIRECT_URI };
      const { params } = await signedAttempt(served, victim, { claims: { redirect_uri: redirectUri }, outside });
      const { status, location } = await browser.get(`/authorize?${new URLSearchParams(params).toString()}`);
      // Where it cannot even be a parameter, the good address outside is told.
      const isTold = location?.startsWith(`${REGISTERED_REDIRECT_URI}?error=invalid_request_object`) === true;
      if (!isTold && (status !== 400 || location !== undefined)) followed.push(redirectUri);
    }
    expect(followed).toEqual([]);
  });

  it('no fault beside it makes a hostile address a redirect', async () => {
    const redirect_uri = 'https://evil.example/callback';
    for (const fault of [{ scope: 'root' }, { prompt: 'none' }, { response_mode: 'form_post' }, { exp: 1 }]) {
      const { url } = await signedAttempt(served, app, { claims: { redirect_uri, ...fault } });
      const page = await browser.get(url);
      expect(seen(page)).toEqual(REFUSED);
      expect(page.html).not.toContain('evil.example');
    }
  });
});
