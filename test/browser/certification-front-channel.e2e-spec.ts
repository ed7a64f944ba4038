import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialAccessToken, registerDynamically } from '../certification/dynamic-client.js';
import { SuiteSite } from '../certification/suite-site.js';
import { Suite } from '../certification/suite.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser, type TestUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';

let served: TestApp;
let user: TestUser;
let site: SuiteSite;
let chromium: Browser;
let suite: Suite;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
  site = await SuiteSite.start();
  chromium = await launchChromium();
  const client = await registerDynamically(served, {
    token: await initialAccessToken(served),
    site,
    post_logout_redirect_uris: [`${site.url}/post_logout_redirect`],
    frontchannel_logout_uri: `${site.url}/frontchannel_logout`,
    frontchannel_logout_session_required: true,
  });
  suite = new Suite(served, client, user);
});
afterAll(async () => {
  await chromium.close();
  site.close();
  await served.close();
});

describe('oidcc-frontchannel-rp-initiated-logout-certification-test-plan', () => {
  it('oidcc-frontchannel-logout-discovery-endpoint-verification', async () => {
    expect(await suite.provider()).toMatchObject({
      end_session_endpoint: `${served.issuer}/logout`,
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
    });
  });

  it('oidcc-frontchannel-rp-initiated-logout', async () => {
    const { page, context } = await newPage(chromium);
    const request = suite.request();
    await page.goto(`${served.issuer}/authorize?${new URLSearchParams(request).toString()}`);
    await page.fill('#username', user.username);
    await page.fill('#password', user.password);
    await page.click('#login-submit');
    await page.click('#consent-allow');
    await page.waitForURL(`${site.url}/callback?*`);
    const { code = '' } = Object.fromEntries(new URL(page.url()).searchParams);
    const { body } = await suite.exchange(code);
    const idToken = await suite.checkIdToken(String(body['id_token']), { nonce: request['nonce'] });

    const logout = {
      id_token_hint: idToken.raw,
      post_logout_redirect_uri: `${site.url}/post_logout_redirect`,
      state: 'bye',
    };
    await page.goto(`${served.issuer}/logout?${new URLSearchParams(logout).toString()}`);
    await page.waitForURL(`${site.url}/post_logout_redirect?state=bye`);
    const [told, ...more] = site.at('/frontchannel_logout');
    expect(more).toEqual([]);
    expect(Object.fromEntries(told?.url.searchParams ?? [])).toEqual({
      iss: served.issuer,
      sid: idToken.claims['sid'],
    });

    await page.goto(`${served.issuer}/authorize?${new URLSearchParams(suite.request({ prompt: 'none' })).toString()}`);
    expect(new URL(page.url()).searchParams.get('error')).toBe('login_required');
    await context.close();
  });
});
