import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/session/session.entity.js';
import { Grant } from '../../src/token/grant.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestUser } from '../support/builders.js';
import { aCode, exchange, isAlive, refresh, someTokens } from '../support/tokens.js';

/*
 * What was on its way while the password changed (attack A16): its row is written after the clean-up has passed. The
 * tests leave behind what such a request leaves, so that nothing hangs on timing.
 */

const NEW_PASSWORD = 'seven green-bicycles asleep';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

async function changePassword(browser: TestBrowser, { password }: TestUser): Promise<void> {
  const fields = { current_password: password, new_password: NEW_PASSWORD };
  const { status, location } = await browser.post('/account/password', fields);
  expect([status, location]).toEqual([303, '/account']);
}

const isSignedIn = async (browser: TestBrowser) => (await browser.get('/account')).status === 200;

describe('a login by the old password that ends after the change', () => {
  it('signs nobody in, whenever its session was written', async () => {
    const ada = await aUser(served);
    const sessions = served.source.getRepository(Session);
    const late = await aBrowserOf(served, ada);
    const row = await sessions.findOneByOrFail({ userId: ada.id });
    const here = await aBrowserOf(served, ada);
    await changePassword(here, ada);
    expect(await sessions.countBy({ userId: ada.id })).toBe(1);
    await sessions.insert(row);
    expect(await isSignedIn(late)).toBe(false);
    expect(await isSignedIn(here)).toBe(true);
  });

  it('leaves nobody signed in when eight of them run beside the change', async () => {
    const ada = await aUser(served);
    const here = await aBrowserOf(served, ada);
    const others = Array.from({ length: 8 }, () => new TestBrowser(served));
    const { username, password } = ada;
    await Promise.all([
      changePassword(here, ada),
      ...others.map((browser) => browser.post('/login', { username, password })),
    ]);
    expect(await Promise.all(others.map(isSignedIn))).not.toContain(true);
    expect(await isSignedIn(here)).toBe(true);
  });
});

describe('an authorization that was running during the change', () => {
  it('gives a code that is worth nothing', async () => {
    const ada = await aUser(served);
    await changePassword(await aBrowserOf(served, ada), ada);
    const late = await aCode(served, { user: ada, credentialsVersion: 1 });
    expect(await exchange(served, late)).toMatchObject({ status: 400, error: 'invalid_grant' });
    const afterwards = await aCode(served, { user: ada });
    expect((await exchange(served, afterwards)).status).toBe(200);
  });

  it('gives tokens that are dead, though nothing has revoked their grant', async () => {
    const ada = await aUser(served);
    const { client, accessToken, refreshToken } = await someTokens(served, { user: ada });
    await changePassword(await aBrowserOf(served, ada), ada);
    await served.source.getRepository(Grant).update({ userId: ada.id }, { revokedAt: null });
    expect(await isAlive(served, accessToken)).toBe(false);
    expect((await refresh(served, client, refreshToken)).error).toBe('invalid_grant');
  });

  it('is bound to the credentials of its session', async () => {
    const ada = await aUser(served);
    const here = await aBrowserOf(served, ada);
    const versions = async () => {
      await allow(here, await here.open(anAttempt(await aClient(served)).url));
      const grants = await served.source.getRepository(Grant).findBy({ userId: ada.id });
      return grants.map(({ credentialsVersion }) => credentialsVersion).toSorted((a, b) => a - b);
    };
    expect(await versions()).toEqual([1]);
    await changePassword(here, ada);
    expect(await versions()).toEqual([1, 2]);
  });
});
