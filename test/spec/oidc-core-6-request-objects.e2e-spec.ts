import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Interaction } from '../../src/interaction/interaction.entity.js';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, formPostAt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestUser } from '../support/builders.js';
import { aKey, startKeyServer } from '../support/client-keys.js';
import { aSigningApp, signedAttempt, type SigningApp } from '../support/request-objects.js';
import { exchange } from '../support/tokens.js';

let served: TestApp;
let app: SigningApp;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  app = await aSigningApp(served);
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});
/** Nothing is allowed yet, so that whatever passes is asked about. */
beforeEach(() => served.source.query('DELETE FROM oauth_consents'));
afterAll(() => served.close());

describe('OpenID Connect Core §6.1 a request object by value', () => {
  it('is the request: its parameters count, and its code is good', async () => {
    const { url, state, codeVerifier } = await signedAttempt(served, app);
    const { code = '', ...rest } = answerAt(app, await allow(browser, await browser.open(url)));
    expect(rest).toMatchObject({ state, iss: served.issuer });
    const [redirectUri = ''] = app.redirectUris;
    expect((await exchange(served, { code, codeVerifier, redirectUri, client: app, user: ada })).status).toBe(200);
  });

  it('wins over what stands outside, and leaves the rest of that in force', async () => {
    const outside = { state: 'outside', prompt: 'none', redirect_uri: app.redirectUris[0], scope: 'openid email' };
    const { url, state } = await signedAttempt(served, app, {
      outside,
      claims: { scope: undefined, prompt: 'consent' },
    });
    const page = await browser.open(url);
    expect(page.url).toContain('/consent?');
    expect(page.form('/consent').controls.map(({ value }) => value)).toContain('email');
    expect(answerAt(app, await allow(browser, page))).toMatchObject({ state });
  });

  it('may say max_age and claims as JSON', async () => {
    const { url } = await signedAttempt(served, app, { claims: { max_age: 0, claims: { userinfo: { email: null } } } });
    expect((await browser.open(url)).url).toContain('/login?');
    const [row] = await served.source.getRepository(Interaction).find({ order: { id: 'DESC' }, take: 1 });
    expect(row?.parameters).toMatchObject({ max_age: '0', claims: '{"userinfo":{"email":null}}' });
    expect(Object.keys(row?.parameters ?? {})).not.toContain('request');
  });

  it('is answered by the mode that it asks for', async () => {
    const { url, state } = await signedAttempt(served, app, { claims: { response_mode: 'form_post', prompt: 'none' } });
    expect(formPostAt(app, await new TestBrowser(served).get(url))).toMatchObject({ error: 'login_required', state });
  });

  it('is validated like any other request', async () => {
    for (const [claims, error] of [
      [{ scope: 'openid root' }, 'invalid_scope'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ prompt: 'none login' }, 'invalid_request'],
      [{ nonce: 'x'.repeat(256) }, 'invalid_request'],
      [{ resource: 'https://api.example' }, 'invalid_target'],
      [{ display: 'hologram' }, 'invalid_request'],
    ] as const) {
      const { url, state } = await signedAttempt(served, app, { claims });
      expect(answerAt(app, await browser.get(url))).toMatchObject({ error, state });
    }
  });

  it('says nothing by members that are no parameters', async () => {
    const claims = { sub: 'mallory', client_secret: 'x', user: 'root', interaction: 'x', __proto__x: 1, jti: 'x' };
    const { url } = await signedAttempt(served, app, { claims: { ...claims, prompt: 'none' } });
    const answer = answerAt(app, await new TestBrowser(served).get(url));
    expect(answer).toMatchObject({ error: 'login_required' });
  });

  it.each(['RS256', 'PS256', 'ES384', 'ES512', 'EdDSA'])('may be signed with %s', async (alg) => {
    const other = await aKey(alg);
    const client = await aSigningApp(served, {}, other);
    const { url } = await signedAttempt(served, client);
    expect((await browser.open(url)).url).toContain('/consent?');
  });

  it('may be signed with a key at jwks_uri', async () => {
    const server = await startKeyServer(app.key);
    const registered = await aClient(served, { row: { metadata: { jwks_uri: server.uri } } });
    const client = { ...registered, key: app.key };
    const { url } = await signedAttempt(served, client);
    expect((await browser.open(url)).url).toContain('/consent?');
    await server.close();
  });

  it('is for now: exp and nbf are honoured (RFC 7519 §4.1)', async () => {
    const now = Math.floor(Date.now() / 1000);
    const good = await signedAttempt(served, app, { claims: { exp: now + 60, nbf: now, iat: now } });
    expect((await browser.open(good.url)).url).toContain('/consent?');
  });
});

describe('RFC 9101 §5, §6.3 a request object without openid outside', () => {
  const outside = { scope: undefined, response_type: undefined };
  const claims = { response_type: 'code', scope: 'profile' };

  it('is the whole request', async () => {
    const { url, state } = await signedAttempt(served, app, { outside, claims });
    expect(answerAt(app, await allow(browser, await browser.open(url)))).toMatchObject({ state });
  });

  it('is used alone: nothing that stands outside counts', async () => {
    const more = { ...outside, scope: 'email', prompt: 'none', state: 'outside' };
    const { url, state } = await signedAttempt(served, app, { outside: more, claims });
    const page = await browser.open(url);
    expect(page.url).toContain('/consent?');
    expect(page.form('/consent').controls.map(({ value }) => value)).not.toContain('email');
    expect(answerAt(app, await allow(browser, page))).toMatchObject({ state });
  });

  it('has to say everything', async () => {
    const more = { ...outside, response_type: 'code' };
    const { url } = await signedAttempt(served, app, { outside: more, claims: { scope: 'profile' } });
    expect(answerAt(app, await browser.get(url))).toMatchObject({ error: 'invalid_request' });
  });
});
