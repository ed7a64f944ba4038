import { randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { seal } from '../../src/crypto/seal.js';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import { type TestApp, startApp } from '../support/app.js';
import { type Fields, type Page, TestBrowser } from '../support/browser.js';
import type { TestClient } from '../support/builders.js';
import { HOSTILE_REDIRECT_URIS, mutationsOf, REGISTERED_REDIRECT_URI } from '../support/hostile-redirect-uris.js';
import { anIdToken, anOpenIdClient, isSignedIn, logoutUrl, signedInTo, type SignedIn } from '../support/logout.js';
import { someTokens } from '../support/tokens.js';

const CROSS_SITE = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };

let served: TestApp;
let app: TestClient;
let victim: SignedIn;
let mallory: SignedIn;
let hint: string;

beforeAll(async () => {
  served = await startApp();
  const metadata = { post_logout_redirect_uris: [REGISTERED_REDIRECT_URI] };
  app = await anOpenIdClient(served, metadata);
  mallory = await signedInTo(served, app);
  victim = await signedInTo(served, app);
  hint = await anIdToken(served, victim);
});
afterAll(() => served.close());

/** What an attack must not change: a page of ours, no redirect, nothing of the address in the page. */
function seen({ status, location, html }: Page, uri: string) {
  const isShown = uri.length > 12 && html.includes(uri);
  return { status, location, isPage: html.includes('</html>'), isShown };
}
const REFUSED = { status: 400, location: undefined, isPage: true, isShown: false };

/** What a browser does with a form of another site, at worst: it sends all cookies along, and follows every redirect. */
async function crossSitePost(fields: Fields): Promise<Page> {
  return victim.browser.follow(await victim.browser.post('/logout', fields, CROSS_SITE));
}

describe('attack A10: signing somebody out from another site', () => {
  const forms: Record<string, () => Promise<Fields> | Fields> = {
    'an empty form': () => ({}),
    'a form with the app and its address': () => ({
      client_id: app.clientId,
      post_logout_redirect_uri: REGISTERED_REDIRECT_URI,
    }),
    "a form with the attacker's own ID token": async () => ({ id_token_hint: await anIdToken(served, mallory) }),
    "a form with the attacker's own answer to our question": async () => {
      const page = await mallory.browser.get('/logout');
      return { ticket: page.form('logout').controls.find(({ name }) => name === 'ticket')?.value };
    },
  };

  it.each(Object.keys(forms))('%s: only asks', async (name) => {
    const page = await crossSitePost((await forms[name]?.()) ?? {});
    expect(page.html).toContain('id="logout-confirm"');
    expect(await isSignedIn(victim.browser)).toBe(true);
    expect(await isSignedIn(mallory.browser)).toBe(true);
  });

  it.each(['image', 'iframe', 'script', 'document'])('a link, as %s: only asks', async (dest) => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest };
    for (const url of ['/logout', logoutUrl({ client_id: app.clientId, state: 'x' }), '/logout/done']) {
      expect((await victim.browser.get(url, headers)).status).toBe(200);
    }
    expect(await isSignedIn(victim.browser)).toBe(true);
  });

  it('no other path of the logout takes a form from another site', async () => {
    for (const path of ['/logout/done', '/logout/', '/logout/confirm', '/LOGOUT']) {
      const { status } = await victim.browser.post(path, { client_id: app.clientId }, CROSS_SITE);
      expect([403, 404]).toContain(status);
    }
    expect(await isSignedIn(victim.browser)).toBe(true);
  });

  it('a ticket cannot be made, changed, or used at another address', async () => {
    const request = Buffer.from(JSON.stringify({ proof: { sid: victim.sid } }));
    const forged = seal([randomBytes(32)], 'ticket for /logout', request);
    const done = seal(served.settings.secretKeys, 'ticket for /logout/done', request);
    const question = (await victim.browser.get('/logout')).form('logout').controls[0]?.value ?? '';
    const [version, key, body = ''] = question.split('.');
    const changed = [version, key, `${body.slice(0, 40)}AAAA${body.slice(44)}`].join('.');
    for (const ticket of [forged, done, changed]) {
      const page = await victim.browser.get(logoutUrl({ ticket }));
      expect([page.location, await isSignedIn(victim.browser)]).toEqual([undefined, true]);
    }
    expect((await victim.browser.get(`/logout/done?ticket=${encodeURIComponent(question)}`)).status).toBe(400);
  });
});

describe('attack A03: the logout as an open redirect', () => {
  it.each(HOSTILE_REDIRECT_URIS)('%j (%s) is a page, never a redirect', async (uri) => {
    const params = { client_id: app.clientId, post_logout_redirect_uri: uri };
    for (const asked of [params, { ...params, id_token_hint: hint }]) {
      expect(seen(await victim.browser.get(logoutUrl(asked)), uri)).toEqual(REFUSED);
      expect(seen(await victim.browser.post('/logout', asked, CROSS_SITE), uri)).toEqual(REFUSED);
    }
    expect(await isSignedIn(victim.browser)).toBe(true);
  });

  it('no mutation of the registered address is a redirect, nor shown as a link', async () => {
    const followed: string[] = [];
    // An empty parameter counts as left out.
    for (const uri of mutationsOf(REGISTERED_REDIRECT_URI).filter((mutation) => mutation !== '')) {
      const url = logoutUrl({ id_token_hint: hint, post_logout_redirect_uri: uri });
      const { status, location } = await victim.browser.get(url);
      if (status !== 400 || location !== undefined) followed.push(uri);
    }
    expect(followed).toEqual([]);
  });

  it('an address without an app, or of another app, leads nowhere', async () => {
    const other = await anOpenIdClient(served, { post_logout_redirect_uris: ['https://other.example/bye'] });
    const foreign = logoutUrl({ id_token_hint: hint, post_logout_redirect_uri: 'https://other.example/bye' });
    expect((await victim.browser.get(foreign)).location).toBeUndefined();
    const both = logoutUrl({ id_token_hint: hint, client_id: other.clientId });
    expect((await victim.browser.get(both)).status).toBe(400);
    const alone = logoutUrl({ post_logout_redirect_uri: REGISTERED_REDIRECT_URI });
    for (const browser of [victim.browser, new TestBrowser(served)]) {
      const page = await browser.get(alone);
      expect([page.location, page.html.includes(REGISTERED_REDIRECT_URI)]).toEqual([undefined, false]);
    }
  });

  it.each([
    ['that the app has given up', { metadata: {} }],
    ['of an app that was suspended', { status: 'suspended' }],
  ] as const)('an address %s is left out of every ticket made before', async (_case, change) => {
    const metadata = { post_logout_redirect_uris: [REGISTERED_REDIRECT_URI] };
    const leaving = await anOpenIdClient(served, metadata);
    const somebody = await signedInTo(served, leaving);
    const own = await anIdToken(served, somebody);
    const asked = { id_token_hint: own, post_logout_redirect_uri: REGISTERED_REDIRECT_URI };
    const { location = '' } = await somebody.browser.post('/logout', asked, CROSS_SITE);
    const sealed = Buffer.from(
      JSON.stringify({ clientId: leaving.clientId, redirectUri: REGISTERED_REDIRECT_URI, proof: {} }),
    );
    const ticket = seal(served.settings.secretKeys, 'ticket for /logout/done', sealed);
    const done = `/logout/done?ticket=${encodeURIComponent(ticket)}`;
    expect((await new TestBrowser(served).get(done)).html).toContain(REGISTERED_REDIRECT_URI);
    await served.source.getRepository(Client).update({ id: leaving.rowId }, change);
    served.app.get(ClientService).forget(leaving.clientId);
    expect((await new TestBrowser(served).get(done)).html).not.toContain(REGISTERED_REDIRECT_URI);
    expect((await somebody.browser.get(location)).location).not.toBe(REGISTERED_REDIRECT_URI);
  });

  it('the registered address itself goes on', async () => {
    const somebody = await signedInTo(served, app);
    const own = await anIdToken(served, somebody);
    const url = logoutUrl({ id_token_hint: own, post_logout_redirect_uri: REGISTERED_REDIRECT_URI });
    expect((await somebody.browser.get(url)).location).toBe(REGISTERED_REDIRECT_URI);
  });
});

const signed = (claims: JWTPayload) => served.app.get(SigningKeys).sign(claims, { alg: 'RS256' });

describe('attack A46: other tokens as a hint', () => {
  const tokens: Record<string, () => Promise<string>> = {
    'an access token': async () => (await someTokens(served)).accessToken,
    'a refresh token': async () => (await someTokens(served)).refreshToken,
    'an access token that is a JWT': () => anIdToken(served, victim, {}, { typ: 'at+jwt' }),
    'a logout token': () => anIdToken(served, victim, { events: {} }, { typ: 'logout+jwt' }),
    'something signed without a session or user': () => signed({ iss: served.issuer, aud: app.clientId }),
    'a client id': async () => app.clientId,
  };

  it.each(Object.keys(tokens))('%s ends nothing', async (name) => {
    const page = await victim.browser.post('/logout', { id_token_hint: await tokens[name]?.() }, CROSS_SITE);
    expect([page.status, page.location]).toEqual([400, undefined]);
    expect(await isSignedIn(victim.browser)).toBe(true);
  });
});

describe('attack A28: a planted session', () => {
  it('an ID token of a session that the attacker planted ends that one only', async () => {
    const planted = new TestBrowser(served);
    planted.cookies.set('doorward_session', mallory.browser.cookie('session') ?? '');
    const page = await planted.get(logoutUrl({ id_token_hint: hint }));
    expect(page.html).toContain('id="logout-confirm"');
    expect(await isSignedIn(victim.browser)).toBe(true);
  });

  it('a session id that was never given out means nothing', async () => {
    const url = logoutUrl({ id_token_hint: await anIdToken(served, victim, { sid: v7() }) });
    expect((await victim.browser.get(url)).html).toContain('id="logout-confirm"');
  });
});

describe('attack A43: script in a parameter', () => {
  it.each(['"><script>alert(1)</script>', "javascript:alert('1')", '{{constructor}}', '\u2028</script>'])(
    '%j is data wherever it comes back',
    async (state) => {
      const asked = { client_id: app.clientId, post_logout_redirect_uri: REGISTERED_REDIRECT_URI, state };
      const page = await victim.browser.get(logoutUrl({ ...asked, logout_hint: state, ui_locales: state }));
      expect(page.status).toBe(200);
      expect(page.html).not.toContain('<script>alert');
      expect(page.links).toContain(`${REGISTERED_REDIRECT_URI}?${new URLSearchParams({ state }).toString()}`);
      expect(page.header('content-security-policy')).toContain("script-src 'self'");
    },
  );
});
