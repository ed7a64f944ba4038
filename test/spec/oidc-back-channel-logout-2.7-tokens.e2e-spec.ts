import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { allow, anAttempt, answerAt, type Attempt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { anIdToken, anOpenIdClient, logoutUrl, newestSidOf } from '../support/logout.js';
import { credentials, isAlive, postForm, refresh, tokensOf } from '../support/tokens.js';

let served: TestApp;
let app: TestClient;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  app = await anOpenIdClient(served);
});
afterAll(() => served.close());
beforeEach(async () => {
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});

/** The code that the app gets for this sign-in. */
async function codeFor(scope: string): Promise<{ attempt: Attempt; code: string }> {
  const attempt = anAttempt(app, { scope, prompt: 'consent' });
  const { code = '' } = answerAt(app, await allow(browser, await browser.open(attempt.url)));
  return { attempt, code };
}

const redeem = ({ attempt, code }: { attempt: Attempt; code: string }) =>
  postForm(served, '/token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: app.redirectUris[0],
    code_verifier: attempt.codeVerifier,
    ...credentials(app),
  });

async function signOut(): Promise<void> {
  const sid = await newestSidOf(served, ada);
  await browser.get(logoutUrl({ id_token_hint: await anIdToken(served, { client: app, user: ada, sid }) }));
}

describe('Back-Channel Logout §2.7 what a logout ends', () => {
  it('the access tokens of the session', async () => {
    const { accessToken } = tokensOf(await redeem(await codeFor('openid profile')));
    expect(await isAlive(served, accessToken)).toBe(true);
    await signOut();
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('a code of the session that is still on its way', async () => {
    const code = await codeFor('openid profile');
    await signOut();
    expect((await redeem(code)).error).toBe('invalid_grant');
  });

  it('not what was allowed with offline_access: "issued with the offline_access … SHOULD NOT be revoked"', async () => {
    const { accessToken, refreshToken } = tokensOf(await redeem(await codeFor('openid profile offline_access')));
    await signOut();
    expect(await isAlive(served, accessToken)).toBe(true);
    expect((await refresh(served, app, refreshToken)).status).toBe(200);
  });

  it("nothing of the user's other sessions", async () => {
    const { accessToken } = tokensOf(await redeem(await codeFor('openid profile')));
    browser = await aBrowserOf(served, ada);
    await signOut();
    expect(await isAlive(served, accessToken)).toBe(true);
  });
});
