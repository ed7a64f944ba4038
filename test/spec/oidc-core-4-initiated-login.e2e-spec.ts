import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenIdClientMetadata } from '../../src/protocol/openid-client-metadata.js';
import { type TestApp, startApp } from '../support/app.js';
import { allow, anAttempt } from '../support/authorization.js';
import type { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestUser } from '../support/builders.js';

let served: TestApp;
let ada: TestUser;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});
afterAll(() => served.close());

/** What the link to open the app says, after it was allowed these scopes. */
async function linkTo(path: string, scopes: readonly string[], metadata: OpenIdClientMetadata, client_uri?: string) {
  const client = await aClient(served, { row: { metadata }, ...(client_uri && { client_uri }) });
  await allow(browser, await browser.open(anAttempt(client, { scope: scopes.join(' ') }).url), scopes);
  const { links } = await browser.open('/account/apps');
  const link = links.find((candidate) => candidate.includes(path));
  return link === undefined ? undefined : Object.fromEntries(new URL(link).searchParams);
}

describe('OpenID Connect Core §4 an app that can begin a login itself', () => {
  it('can be opened from the connected apps, and learns who asks, who comes and where to', async () => {
    const metadata = { initiate_login_uri: 'https://one.example/begin?tenant=7' };
    expect(await linkTo('one.example/begin', ['profile', 'email'], metadata, 'https://one.example/home')).toEqual({
      tenant: '7',
      iss: served.issuer,
      login_hint: ada.username,
      target_link_uri: 'https://one.example/home',
    });
  });

  it.each([
    [['email'], 'email' as const],
    [['phone'], undefined],
  ])('learns of the person only what it may know: %j', async (scopes, member) => {
    const path = `only-${scopes.join('')}.example`;
    const link = await linkTo(path, scopes, { initiate_login_uri: `https://${path}/begin` });
    expect(link).toEqual({ iss: served.issuer, ...(member && { login_hint: ada[member] }) });
  });

  it('is opened at https only', async () => {
    expect(
      await linkTo('plain.example', ['email'], { initiate_login_uri: 'http://plain.example/begin' }),
    ).toBeUndefined();
  });
});
