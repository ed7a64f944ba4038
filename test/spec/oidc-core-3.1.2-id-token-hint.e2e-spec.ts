import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import { ClientService } from '../../src/clients/client.service.js';
import { Subjects } from '../../src/token/subjects.service.js';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, signIn } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { aKey } from '../support/client-keys.js';

let served: TestApp;
let app: TestClient;
let ada: TestUser;
let bob: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  app = await aClient(served);
  [ada, bob] = [await aUser(served), await aUser(served)];
  browser = await aBrowserOf(served, ada);
  await allow(browser, await browser.open(anAttempt(app).url));
});
afterAll(() => served.close());

/** An ID token that the app got for this user, long ago. */
function hintFor(sub: string, changes: Record<string, unknown> = {}, typ = 'JWT'): Promise<string> {
  const claims = { iss: served.issuer, aud: app.clientId, sub, exp: 1_000_000_000, iat: 999_999_000, ...changes };
  return served.app.get(SigningKeys).sign(claims, { alg: 'RS256', typ });
}

const withHint = (hint: string, changes = {}) => anAttempt(app, { id_token_hint: hint, ...changes }).url;

describe('OpenID Connect Core §3.1.2.1 id_token_hint', () => {
  it('of who is signed in changes nothing, although the token has expired', async () => {
    for (const prompt of ['none', undefined]) {
      expect(answerAt(app, await browser.open(withHint(await hintFor(ada.id), { prompt })))).toHaveProperty('code');
    }
  });

  it('of somebody else is login_required with prompt=none', async () => {
    const page = await browser.get(withHint(await hintFor(bob.id), { prompt: 'none' }));
    expect(answerAt(app, page)).toMatchObject({ error: 'login_required' });
  });

  it('of nobody who is here asks a stranger to sign in, and goes on', async () => {
    const stranger = new TestBrowser(served);
    const login = await stranger.open(withHint(await hintFor(ada.id)));
    expect(answerAt(app, await signIn(stranger, login, ada))).toHaveProperty('code');
  });

  it('of somebody else asks that one to sign in', async () => {
    const own = await aBrowserOf(served, ada);
    const login = await own.open(withHint(await hintFor(bob.id)));
    expect(login.url).toContain('/login?');
    expect(login.form('/login').controls.find(({ name }) => name === 'username')?.value).toBe('');
    expect((await signIn(own, login, bob)).url).toContain('/consent?');
  });

  it('gives nothing to anybody else, whatever they allowed before and whichever page they go to', async () => {
    const own = await aBrowserOf(served, ada);
    const login = await own.open(withHint(await hintFor(bob.id)));
    const { search } = new URL(login.url);
    for (const path of ['/authorize/resume', '/select-account']) {
      expect((await own.open(path + search)).url).toBe(login.url);
    }
    expect(answerAt(app, await signIn(own, login, ada))).toMatchObject({ error: 'login_required' });
  });

  it('is compared with the subject that the client sees (§8)', async () => {
    const pairwise = await aClient(served, { row: { metadata: { subject_type: 'pairwise' } } });
    const registered = await served.app.get(ClientService).find(pairwise.clientId);
    const sub = await served.app.get(Subjects).of(registered!, ada.id);
    await allow(browser, await browser.open(anAttempt(pairwise).url));
    for (const [subject, expected] of [
      [sub, 'code'],
      [ada.id, 'error'],
    ] as const) {
      const hint = await hintFor(subject, { aud: pairwise.clientId });
      const { url } = anAttempt(pairwise, { id_token_hint: hint, prompt: 'none' });
      expect(answerAt(pairwise, await browser.get(url))).toHaveProperty(expected);
    }
  });

  it.each<[string, Record<string, unknown>, string?]>([
    ['of another issuer', { iss: 'https://other.example' }],
    ['of another app', { aud: 'client_other' }],
    ['given to another app', { azp: 'client_other' }],
    ['that is a logout token', {}, 'logout+jwt'],
  ])('%s is refused', async (_case, changes, typ) => {
    const page = await browser.get(withHint(await hintFor(ada.id, changes, typ)));
    expect(answerAt(app, page)).toMatchObject({ error: 'invalid_request' });
  });

  it('that this server did not sign is refused', async () => {
    const [header = '', payload = '', signature = ''] = (await hintFor(ada.id)).split('.');
    const { privateKey } = await aKey('RS256');
    const claims = { iss: served.issuer, aud: app.clientId, sub: ada.id };
    const kid = (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid;
    for (const forged of [
      await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
      `${header}.${Buffer.from(JSON.stringify({ ...claims, sub: bob.id })).toString('base64url')}.${signature}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
      'x',
    ]) {
      expect(answerAt(app, await browser.get(withHint(forged)))).toMatchObject({ error: 'invalid_request' });
    }
  });
});
