import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aUser, type TestUser } from '../support/builders.js';
import { ClientKey, initialAccessToken } from './dynamic-client.js';
import { LogoutSuite } from './logout-suite.js';
import { SuiteSite } from './suite-site.js';
import { expectErrorPage, type Outcome } from './suite.js';

let served: TestApp;
let user: TestUser;
let site: SuiteSite;
let token: string;
let suite: LogoutSuite;
let first: Outcome;

beforeAll(async () => {
  served = await startApp();
  user = await aUser(served);
  site = await SuiteSite.start();
  token = await initialAccessToken(served);
});
afterAll(async () => {
  site.close();
  await served.close();
});
/** Every module begins with a client of its own and a person who has just signed in. */
beforeEach(async () => {
  suite = await LogoutSuite.create(served, { user, site, token });
  first = await suite.complete();
});

describe('oidcc-rp-initiated-logout-certification-test-plan', () => {
  it('oidcc-rp-initiated-logout-discovery-endpoint-verification', async () => {
    expect(await suite.provider()).toHaveProperty('end_session_endpoint', `${served.issuer}/logout`);
  });

  it('oidcc-rp-initiated-logout', async () => {
    const request = suite.logoutRequest(first);
    suite.expectRedirect(await suite.logout(request), request);
    await suite.expectLoggedOut();
  });

  it('oidcc-rp-initiated-logout-bad-post-logout-redirect-uri', async () => {
    const bad = `${site.url}/post_logout_redirect/other`;
    expectErrorPage(await suite.openLogout(suite.logoutRequest(first, { post_logout_redirect_uri: bad })));
  });

  it('oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri', async () => {
    const bad = `${site.url}/post_logout_redirect?foo=bar`;
    expectErrorPage(await suite.openLogout(suite.logoutRequest(first, { post_logout_redirect_uri: bad })));
  });

  it('oidcc-rp-initiated-logout-modified-id-token-hint', async () => {
    const [header, payload, signature = ''] = first.idToken.raw.split('.');
    const modified = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    expectErrorPage(await suite.openLogout(suite.logoutRequest(first, { id_token_hint: modified })));
  });

  it('oidcc-rp-initiated-logout-bad-id-token-hint', async () => {
    const key = await ClientKey.create();
    const foreign = await key.sign({ ...first.idToken.claims });
    expectErrorPage(await suite.openLogout(suite.logoutRequest(first, { id_token_hint: foreign })));
    await suite.expectSignedIn();
  });

  it('oidcc-rp-initiated-logout-no-id-token-hint', async () => {
    const page = await suite.openLogout(suite.logoutRequest(first, { id_token_hint: undefined }));
    expect(page.location).toBeUndefined();
    // Confirmed or not, nobody is sent to an address that no ID token vouches for.
    expect((await suite.confirm(page)).location).toBeUndefined();
  });

  it.each([
    ['oidcc-rp-initiated-logout-no-params', ['id_token_hint', 'post_logout_redirect_uri', 'state']],
    ['oidcc-rp-initiated-logout-only-state', ['id_token_hint', 'post_logout_redirect_uri']],
    ['oidcc-rp-initiated-logout-no-post-logout-redirect-uri', ['post_logout_redirect_uri']],
  ])('%s', async (_module, left) => {
    const without = Object.fromEntries(left.map((name) => [name, undefined]));
    const page = await suite.logout(suite.logoutRequest(first, without));
    expect([page.status, page.location]).toEqual([200, undefined]);
    expect(page.text).toMatch(/signed out/i);
    await suite.expectLoggedOut();
  });

  it('oidcc-rp-initiated-logout-no-state', async () => {
    const request = suite.logoutRequest(first, { state: undefined });
    suite.expectRedirect(await suite.logout(request), request);
    await suite.expectLoggedOut();
  });
});
