import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt, answerAt, type Attempt, type Changes, signIn } from '../support/authorization.js';
import type { Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { idTokenOf, verifiedJwt } from '../support/id-tokens.js';
import { aCode, exchange, getJson, refresh, someTokens, tokensOf } from '../support/tokens.js';

let served: TestApp;
let app: TestClient;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
});
beforeEach(async () => {
  app = await aClient(served);
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});
afterAll(() => served.close());

/** A request with a claims parameter. */
function asking(claims: unknown, changes: Changes = {}): Attempt {
  return anAttempt(app, { scope: 'openid', claims: JSON.stringify(claims), ...changes });
}

/** A request that names the user it is about. */
const about = (sub: string, changes: Changes = {}) => asking({ id_token: { sub: { value: sub } } }, changes);

/** Exchanges the code of an answer: what the ID token and userinfo say beyond who and when. */
async function released(attempt: Attempt, answer: Page) {
  const { code = '' } = answerAt(app, answer);
  const [redirectUri = ''] = app.redirectUris;
  const tokens = await exchange(served, {
    code,
    codeVerifier: attempt.codeVerifier,
    redirectUri,
    client: app,
    user: ada,
  });
  const { claims } = await verifiedJwt(served, idTokenOf(tokens), app.clientId);
  const authorization = `Bearer ${tokensOf(tokens).accessToken}`;
  const { sub, ...userinfo } = (await getJson(served, '/userinfo', { authorization })).body;
  expect(sub).toBe(claims.sub);
  const { iss, aud, exp, iat, auth_time, acr, amr, sid, at_hash, sub: _sub, ...idToken } = claims;
  expect([iss, aud, exp, iat, auth_time, acr, amr, sid, at_hash]).not.toContain(undefined);
  return { idToken, userinfo };
}

const boxes = (page: Page) =>
  page.form('/consent').controls.flatMap(({ name, value }) => (name === 'scope' ? [value] : []));

describe('OpenID Connect Core §5.5 claims asked for one by one', () => {
  it('are put to the user in words, and told where they were asked for', async () => {
    const attempt = asking({ userinfo: { email: { essential: true } }, id_token: { phone_number: null } });
    const page = await browser.open(attempt.url);
    expect(boxes(page)).toEqual(['claim:email', 'claim:phone_number']);
    expect(page.text).toContain('See your e-mail address');
    for (const value of [ada.email, '+491701234567']) expect(page.text).toContain(value);
    expect(await released(attempt, await allow(browser, page))).toEqual({
      idToken: { phone_number: '+491701234567' },
      userinfo: { email: ada.email },
    });
  });

  it('are not told when the user unticks them, essential or not (§5.5.1), and that is no error', async () => {
    const attempt = asking({ userinfo: { email: { essential: true }, birthdate: null } });
    const page = await browser.open(attempt.url);
    expect(await released(attempt, await allow(browser, page, ['claim:birthdate']))).toEqual({
      idToken: {},
      userinfo: { birthdate: '1990-12-31' },
    });
  });

  it('need no question of their own when a scope of the request opens them', async () => {
    const attempt = asking({ id_token: { email: null, email_verified: null } }, { scope: 'openid email' });
    const page = await browser.open(attempt.url);
    expect(boxes(page)).toEqual(['email']);
    expect(await released(attempt, await allow(browser, page))).toEqual({
      idToken: { email: ada.email, email_verified: false },
      userinfo: { email: ada.email, email_verified: false },
    });
  });

  it('are not told by way of a scope that the user refused', async () => {
    const attempt = asking({ id_token: { email: null }, userinfo: { email: null } }, { scope: 'openid email profile' });
    const page = await browser.open(attempt.url);
    const { idToken, userinfo } = await released(attempt, await allow(browser, page, ['profile']));
    expect(idToken).toEqual({});
    expect(userinfo).not.toHaveProperty('email');
  });

  it('are not asked for when no scope of the registration opens them (attack A23)', async () => {
    const small = await aClient(served, { scope: ['openid', 'profile'] });
    const claims = JSON.stringify({ userinfo: { email: null, birthdate: null }, id_token: { email: null } });
    const attempt = anAttempt(small, { scope: 'openid', claims });
    const page = await browser.open(attempt.url);
    expect(boxes(page)).toEqual(['claim:birthdate']);
    const { controls } = page.form('/consent');
    const fields = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
    const forged = await browser.post('/consent', { ...fields, decision: 'allow', scope: 'claim:email' });
    expect(forged.status).toBe(400);
  });

  it('are not told any more once the registration is narrowed', async () => {
    const attempt = asking({ userinfo: { email: null }, id_token: { email: null } });
    const answer = await allow(browser, await browser.open(attempt.url));
    await served.source.getRepository(Client).update({ clientId: app.clientId }, { scopes: ['openid', 'profile'] });
    served.app.get(ClientService).forget(app.clientId);
    expect(await released(attempt, answer)).toEqual({ idToken: {}, userinfo: {} });
  });

  it('are remembered like scopes, refusals too', async () => {
    const claims = { userinfo: { email: null, birthdate: null } };
    await allow(browser, await browser.open(asking(claims).url), ['claim:email']);
    const again = asking(claims);
    expect((await released(again, await browser.open(again.url))).userinfo).toEqual({ email: ada.email });
    const more = await browser.open(asking({ userinfo: { email: null, phone_number: null } }).url);
    expect(boxes(more)).toEqual(['claim:email', 'claim:phone_number']);
    expect(more.text).toContain('New');
    const silent = await browser.open(asking({ userinfo: { zoneinfo: null } }, { prompt: 'none' }).url);
    expect(answerAt(app, silent)['error']).toBe('consent_required');
  });

  it('are listed with what the user allowed the app', async () => {
    await allow(browser, await browser.open(asking({ userinfo: { birthdate: null } }).url));
    expect((await browser.open('/account/apps')).text).toContain('See your date of birth');
  });

  it('mean nothing without the scope openid', async () => {
    const page = await browser.open(asking({ userinfo: { email: null } }, { scope: 'profile' }).url);
    expect(boxes(page)).toEqual(['profile']);
  });

  it('cannot be given by a form when the request does not ask for them', async () => {
    const page = await browser.open(asking({ userinfo: { email: null } }).url);
    const interaction = new URL(page.url).searchParams.get('interaction') ?? '';
    const form = { interaction, account: ada.id, decision: 'allow', scope: ['claim:email', 'claim:phone_number'] };
    expect((await browser.post('/consent', form)).status).toBe(400);
  });

  it('are ignored when nobody knows them', async () => {
    const attempt = asking({ userinfo: { 'https://example.com/shoe_size': { essential: true }, role: null } });
    const page = await browser.open(attempt.url);
    expect(boxes(page)).toEqual([]);
    expect(await released(attempt, await allow(browser, page))).toEqual({ idToken: {}, userinfo: {} });
  });

  it.each([
    '{',
    '[]',
    '{"userinfo":[]}',
    '{"id_token":{"acr":"x"}}',
    `{"userinfo":{"email":{"value":"${'x'.repeat(4_000)}"}}}`,
  ])('are refused when the parameter is malformed: %s', async (claims) => {
    const { error } = answerAt(app, await browser.open(anAttempt(app, { scope: 'openid', claims }).url));
    expect(error).toBe('invalid_request');
  });

  it('are not told by a token that was narrowed (RFC 6749 §6)', async () => {
    const claims = { userinfo: ['nickname', 'birthdate'], idToken: ['email', 'birthdate'], allowed: ['birthdate'] };
    const code = await aCode(served, { client: app, user: ada, claims, scopes: ['openid', 'email', 'offline_access'] });
    const { refreshToken } = tokensOf(await exchange(served, code));
    const told = async (scope: string) => {
      const answer = await refresh(served, app, refreshToken, { scope });
      const authorization = `Bearer ${tokensOf(answer).accessToken}`;
      const { body } = await getJson(served, '/userinfo', { authorization });
      return { idToken: answer.body['id_token'], userinfo: Object.keys(body).toSorted() };
    };
    expect((await told('email')).userinfo).toEqual(['email', 'email_verified', 'sub']);
    const { idToken, userinfo } = await told('openid');
    expect(userinfo).toEqual(['birthdate', 'sub']);
    const { claims: inIdToken } = await verifiedJwt(served, String(idToken), app.clientId);
    expect(inIdToken).toMatchObject({ birthdate: '1990-12-31' });
    expect(inIdToken).not.toHaveProperty('email');
  });

  it('end with the consent: an app that was removed learns nothing more (attack A47)', async () => {
    const claims = { userinfo: ['birthdate'], idToken: [], allowed: ['birthdate'] };
    const { accessToken } = await someTokens(served, { client: app, user: ada, claims, scopes: ['openid'] });
    await allow(browser, await browser.open(anAttempt(app).url));
    const list = await browser.open('/account/apps');
    const remove = list.links.find((link) => link.includes('/remove')) ?? '';
    await browser.submitAndFollow(await browser.open(remove), {}, { button: 'remove-submit' });
    expect((await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` })).status).toBe(401);
  });
});

describe('OpenID Connect Core §5.5.1 a sub with a value', () => {
  it('is answered for that user', async () => {
    const page = await browser.open(about(ada.id).url);
    expect(answerAt(app, await allow(browser, page))).toHaveProperty('code');
  });

  it('asks anybody else to sign in as that user, and answers then', async () => {
    const bob = await aUser(served);
    const page = await browser.open(about(bob.id).url);
    expect(page.url).toContain('/login?interaction=');
    const signedIn = await signIn(browser, page, bob);
    expect(signedIn.text).toContain(bob.username);
    expect(answerAt(app, await allow(browser, signedIn))).toHaveProperty('code');
  });

  it('is never answered for another user, whatever they allowed and however often they sign in', async () => {
    await allow(browser, await browser.open(anAttempt(app, { scope: 'openid' }).url));
    const other = await aUser(served);
    const again = await signIn(browser, await browser.open(about(other.id).url), ada);
    expect(answerAt(app, again)['error']).toBe('login_required');
    expect(answerAt(app, await browser.open(about(other.id, { prompt: 'none' }).url))['error']).toBe('login_required');
  });
});

describe('OpenID Connect Core §5.5.1.1 acr', () => {
  it('is an error when it is essential and this server has none of the values', async () => {
    const { url } = asking({ id_token: { acr: { essential: true, values: ['urn:example:silver'] } } });
    expect(answerAt(app, await browser.open(url))['error']).toBe('unmet_authentication_requirements');
  });

  it('is told as it is when it is voluntary, or one of the values fits', async () => {
    const fits = ['urn:example:silver', 'urn:doorward:acr:password'];
    for (const acr of [{ values: ['urn:example:silver'] }, { essential: true, values: fits }]) {
      const page = await browser.open(asking({ id_token: { acr } }, { prompt: 'consent' }).url);
      expect(answerAt(app, await allow(browser, page))).toHaveProperty('code');
    }
  });
});
