import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { text } from '../../src/pages/texts.js';
import { LOGOUT_TOKEN_TYPE } from '../../src/protocol/logout-token.js';
import { type TestApp, startApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, type TestClient } from '../support/builders.js';
import { anIdToken, anOpenIdClient, isSignedIn, logoutUrl, signedInTo, type SignedIn } from '../support/logout.js';
import { getJson } from '../support/tokens.js';

const BYE = 'https://app.example/bye?from=doorward';

let served: TestApp;
let app: TestClient;
let other: TestClient;
let ada: SignedIn;
let hint: string;

beforeAll(async () => {
  served = await startApp();
  app = await anOpenIdClient(served, { post_logout_redirect_uris: [BYE] }, { client_name: 'Acme Photos' });
  other = await anOpenIdClient(served);
});
afterAll(() => served.close());
beforeEach(async () => {
  ada = await signedInTo(served, app);
  hint = await anIdToken(served, ada);
});

const byApp = (changes: Readonly<Record<string, string | undefined>> = {}) =>
  logoutUrl({ id_token_hint: hint, post_logout_redirect_uri: BYE, state: 'a b&c', ...changes });

/** A POST from the app's own page: the browser sends no SameSite cookie with it, but does when it comes again by GET. */
async function postFromApp(fields: Readonly<Record<string, string>>) {
  const headers = { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' };
  const { status, location = '' } = await new TestBrowser(served).post('/logout', fields, headers);
  return { status, location };
}

describe('RP-Initiated Logout §2 with an ID token of this session', () => {
  it('ends the session without a question and goes back with state (§3)', async () => {
    const page = await ada.browser.get(byApp());
    expect([page.status, page.location]).toEqual([303, `${BYE}&state=a+b%26c`]);
    expect(await isSignedIn(ada.browser)).toBe(false);
  });

  it('does so by POST too, and keeps the ID token out of the address', async () => {
    const { status, location } = await postFromApp({ id_token_hint: hint, post_logout_redirect_uri: BYE, state: 'x' });
    expect([status, location.startsWith('/logout?ticket=')]).toEqual([303, true]);
    expect(location).not.toContain(hint.split('.')[2]);
    expect((await ada.browser.get(location)).location).toBe(`${BYE}&state=x`);
    expect(await isSignedIn(ada.browser)).toBe(false);
  });

  it('accepts one that has expired', async () => {
    hint = await anIdToken(served, ada, { exp: 1, iat: 0 });
    expect((await ada.browser.get(byApp())).location).toContain(BYE);
  });

  it('knows the app by azp when there are several audiences (Core §2)', async () => {
    hint = await anIdToken(served, ada, { aud: ['https://api.example', app.clientId], azp: app.clientId });
    expect((await ada.browser.get(byApp())).location).toContain(BYE);
  });

  it('knows a pairwise subject', async () => {
    const pairwise = await anOpenIdClient(served, { subject_type: 'pairwise', post_logout_redirect_uris: [BYE] });
    const signedIn = await signedInTo(served, pairwise, ada.user);
    hint = await anIdToken(served, signedIn);
    expect((await signedIn.browser.get(byApp())).location).toContain(BYE);
    expect(await isSignedIn(signedIn.browser)).toBe(false);
  });

  it('shows that it is done when no address was given, state or not', async () => {
    const done = await ada.browser.open(byApp({ post_logout_redirect_uri: undefined }));
    expect(done.text).toContain(text('logout-done.title'));
    expect(done.url).not.toContain('state');
    expect(await isSignedIn(ada.browser)).toBe(false);
  });

  it('goes back without state when none was sent', async () => {
    expect((await ada.browser.get(byApp({ state: undefined }))).location).toBe(BYE);
  });

  it('goes back the same way when it is asked twice, or when nobody is signed in any more', async () => {
    await ada.browser.get(byApp());
    for (const browser of [ada.browser, new TestBrowser(served)]) {
      expect((await browser.get(byApp())).location).toBe(`${BYE}&state=a+b%26c`);
    }
  });

  it('makes the session useless also to who has kept its cookie', async () => {
    const raw = ada.browser.cookie('session') ?? '';
    await ada.browser.get(byApp());
    ada.browser.cookies.set('doorward_session', raw);
    expect(await isSignedIn(ada.browser)).toBe(false);
  });

  it("leaves the user's other browsers signed in", async () => {
    const there = await aBrowserOf(served, ada.user);
    await ada.browser.get(byApp());
    expect(await isSignedIn(there)).toBe(true);
  });
});

describe('RP-Initiated Logout §2 without proof that this session is meant', () => {
  const wantsQuestion: Record<string, () => Promise<string> | string> = {
    'no ID token': () => byApp({ id_token_hint: undefined, client_id: app.clientId }),
    'an ID token of an earlier session': async () => {
      hint = await anIdToken(served, ada, { sid: '019ab4a2-7c1e-7d7a-9a53-0d6f6f2f8b11' });
      return byApp();
    },
    'an ID token of another user': async () => {
      hint = await anIdToken(served, await signedInTo(served, app));
      return byApp();
    },
    "an ID token with this session and another user's subject": async () => {
      hint = await anIdToken(served, ada, { sub: 'somebody else' });
      return byApp();
    },
    'an ID token that names no session': async () => {
      hint = await anIdToken(served, ada, { sid: undefined });
      return byApp();
    },
  };

  it.each(Object.keys(wantsQuestion))('%s: asks, naming user and app', async (name) => {
    const url = await wantsQuestion[name]?.();
    const page = await ada.browser.get(url ?? '');
    expect(page.status).toBe(200);
    expect(page.text).toContain(text('logout.title'));
    expect(page.text).toContain(ada.user.username);
    expect(page.text).toContain('Acme Photos');
    expect(page.html).toContain('id="logout-confirm"');
    expect(await isSignedIn(ada.browser)).toBe(true);
  });

  it('"sign out" ends the session and goes back to the app', async () => {
    const page = await ada.browser.get(byApp({ id_token_hint: undefined, client_id: app.clientId }));
    const end = await ada.browser.submitAndFollow(page, {}, { form: 'logout', button: 'logout-confirm' });
    expect(end.location).toBe(`${BYE}&state=a+b%26c`);
    expect(await isSignedIn(ada.browser)).toBe(false);
  });

  it('"stay signed in" goes back to the app and ends nothing', async () => {
    const page = await ada.browser.get(byApp({ id_token_hint: undefined, client_id: app.clientId }));
    expect(page.links).toContain(`${BYE}&state=a+b%26c`);
  });

  it.each([
    ['no parameters at all', {}],
    ['only state', { state: 'x' }],
    ['an address, but no word about whose it is', { post_logout_redirect_uri: BYE, state: 'x' }],
    ['a logout_hint', { logout_hint: 'ada' }],
  ])('%s: asks, and stays here afterwards', async (_name, params) => {
    const page = await ada.browser.get(logoutUrl(params));
    expect(page.text).toContain(text('logout.title'));
    const end = await ada.browser.submitAndFollow(page, {}, { form: 'logout' });
    expect([end.status, end.text.includes(text('logout-done.title'))]).toEqual([200, true]);
    expect(end.html).not.toContain('app.example');
  });

  it('nobody signed in, and only client_id: offers the way back instead of taking it', async () => {
    const page = await new TestBrowser(served).get(byApp({ id_token_hint: undefined, client_id: app.clientId }));
    expect([page.status, page.location]).toEqual([200, undefined]);
    expect(page.links).toContain(`${BYE}&state=a+b%26c`);
    expect(page.html).not.toContain('<script type="module" src="/assets/logout-done.js');
  });

  it('the answer counts for the session that was asked about, and for no later one', async () => {
    const page = await ada.browser.get('/logout');
    await ada.browser.submitAndFollow(page, {}, { form: 'logout' });
    const again = await signedInTo(served, app, ada.user);
    const ticket = page.form('logout').controls.find(({ name }) => name === 'ticket')?.value ?? '';
    const asked = await again.browser.follow(await again.browser.post('/logout', { ticket }));
    expect(asked.text).toContain(text('logout.title'));
    expect(await isSignedIn(again.browser)).toBe(true);
  });

  it('keeps the language that the app asked for on its way', async () => {
    const { location } = await postFromApp({ client_id: app.clientId, ui_locales: 'de fr' });
    expect(new URL(location, served.issuer).searchParams.get('ui_locales')).toBe('de fr');
  });
});

const claimsOfApp = () => ({ iss: served.issuer, aud: app.clientId, sub: ada.user.id, sid: ada.sid });
const signedBySecret = () =>
  new SignJWT(claimsOfApp()).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(app.clientSecret));

describe('RP-Initiated Logout §4 a faulty request is a page here, never a redirect, and ends nothing', () => {
  const faulty: Record<string, () => Promise<string> | string> = {
    'an ID token that is none': () => byApp({ id_token_hint: 'x.y.z' }),
    'a modified ID token': () => byApp({ id_token_hint: `${hint.slice(0, -8)}AAAAAAAA` }),
    'an unsigned one': () => byApp({ id_token_hint: new UnsecuredJWT(claimsOfApp()).encode() }),
    'one signed with the client secret': async () => byApp({ id_token_hint: await signedBySecret() }),
    'one of another issuer': async () =>
      byApp({ id_token_hint: await anIdToken(served, ada, { iss: 'https://evil.example' }) }),
    'a logout token (attack A46)': async () =>
      byApp({ id_token_hint: await anIdToken(served, ada, {}, { typ: LOGOUT_TOKEN_TYPE }) }),
    'one with events, like a logout token without its typ': async () =>
      byApp({ id_token_hint: await anIdToken(served, ada, { events: {} }) }),
    'an access token (attack A46)': async () =>
      byApp({ id_token_hint: await anIdToken(served, ada, {}, { typ: 'at+jwt' }) }),
    'an ID token of another app than client_id': () =>
      byApp({ client_id: other.clientId, post_logout_redirect_uri: undefined }),
    'several audiences and no azp': async () =>
      byApp({ id_token_hint: await anIdToken(served, ada, { aud: [app.clientId, other.clientId] }) }),
    'an unknown client_id': () => byApp({ id_token_hint: undefined, client_id: 'nobody' }),
    "another app's address": () => byApp({ id_token_hint: undefined, client_id: other.clientId }),
    'an address with a query added': () => byApp({ post_logout_redirect_uri: `${BYE}&more=1` }),
    'an address that is not registered': () => byApp({ post_logout_redirect_uri: 'https://app.example/' }),
    'a parameter that stands twice': () => `${byApp()}&state=y`,
    'a state that is too long': () => byApp({ state: 'x'.repeat(2_001) }),
    'a ticket of somebody else': () => logoutUrl({ ticket: 'v1.AAAAAAAA.AAAA' }),
  };

  it.each(Object.keys(faulty))('%s', async (name) => {
    const url = (await faulty[name]?.()) ?? '';
    const page = await ada.browser.get(url);
    expect([page.status, page.location]).toEqual([400, undefined]);
    expect(page.text).toContain(text('logout-error.title'));
    const posted = await ada.browser.postBody('/logout', url.slice(url.indexOf('?') + 1), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([posted.status, posted.location]).toEqual([400, undefined]);
    expect(await isSignedIn(ada.browser)).toBe(true);
  });

  it('a suspended app', async () => {
    const gone = await anOpenIdClient(served, { post_logout_redirect_uris: [BYE] });
    await served.source.getRepository(Client).update({ id: gone.rowId }, { status: 'suspended' });
    const page = await ada.browser.get(byApp({ id_token_hint: undefined, client_id: gone.clientId }));
    expect([page.status, page.location]).toEqual([400, undefined]);
  });

  it('offers to sign out all the same', async () => {
    const page = await ada.browser.get(byApp({ post_logout_redirect_uri: 'https://evil.example/' }));
    expect(page.links).toContain('/logout');
  });
});

describe('RP-Initiated Logout §3 a native app on a loopback address', () => {
  it('may have any port, like its redirect URI (RFC 8252 §7.3)', async () => {
    const native = await anOpenIdClient(
      served,
      { post_logout_redirect_uris: ['http://127.0.0.1/bye', 'com.example.app:/bye'] },
      { kind: 'native', redirect_uris: ['com.example.app:/callback'] },
    );
    const signedIn = await signedInTo(served, native);
    hint = await anIdToken(served, signedIn);
    const url = byApp({ post_logout_redirect_uri: 'http://127.0.0.1:4711/bye', state: undefined });
    expect((await signedIn.browser.get(url)).location).toBe('http://127.0.0.1:4711/bye');
    const page = await (
      await signedInTo(served, native)
    ).browser.get(logoutUrl({ client_id: native.clientId, post_logout_redirect_uri: 'com.example.app:/bye' }));
    expect(page.header('content-security-policy')).toContain("form-action 'self' https: com.example.app:");
  });
});

describe('RP-Initiated Logout §2.1 discovery', () => {
  it('publishes the endpoint', async () => {
    const { body } = await getJson(served, '/.well-known/openid-configuration');
    expect(body['end_session_endpoint']).toBe(`${served.issuer}/logout`);
  });
});
