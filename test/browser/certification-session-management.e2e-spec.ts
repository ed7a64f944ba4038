import type { Browser, Page } from 'playwright-core';
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
  const token = await initialAccessToken(served);
  const post_logout_redirect_uris = [`${site.url}/post_logout_redirect`];
  suite = new Suite(served, await registerDynamically(served, { token, site, post_logout_redirect_uris }), user);
});
afterAll(async () => {
  await chromium.close();
  site.close();
  await served.close();
});

/** Asks the server's frame as the suite's page does (Session Management §3.1). */
async function sessionResult(page: Page, sessionState: string): Promise<string> {
  const { check_session_iframe: iframe } = await suite.provider();
  const html = `<!doctype html><title>RP</title><iframe id="op" src="${String(iframe)}"></iframe><p id="result"></p><script>
    addEventListener('message', (event) => {
      if (event.origin === ${JSON.stringify(served.issuer)}) document.getElementById('result').textContent = event.data;
    });
    document.getElementById('op').onload = () => document.getElementById('op').contentWindow.postMessage(
      ${JSON.stringify(`${suite.client.clientId} ${sessionState}`)}, ${JSON.stringify(served.issuer)});
  </script>`;
  await page.goto(site.serve('/session_verify', 'text/html', html));
  await page.waitForFunction("document.getElementById('result')?.textContent");
  return (await page.textContent('#result')) ?? '';
}

describe('oidcc-session-management-certification-test-plan', () => {
  it('oidcc-session-management-discovery-endpoint-verification', async () => {
    const { check_session_iframe: iframe } = await suite.provider();
    expect(String(iframe).startsWith(`${served.issuer}/`)).toBe(true);
  });

  it('oidcc-session-management-rp-initiated-logout', async () => {
    const { page, context } = await newPage(chromium);
    const request = suite.request();
    await page.goto(`${served.issuer}/authorize?${new URLSearchParams(request).toString()}`);
    await page.fill('#username', user.username);
    await page.fill('#password', user.password);
    await page.click('#login-submit');
    await page.click('#consent-allow');
    await page.waitForURL(`${site.url}/callback?*`);
    const { code = '', session_state: state = '' } = Object.fromEntries(new URL(page.url()).searchParams);
    const { body } = await suite.exchange(code);
    expect(await sessionResult(page, state)).toBe('unchanged');

    const logout = {
      id_token_hint: String(body['id_token']),
      post_logout_redirect_uri: `${site.url}/post_logout_redirect`,
    };
    await page.goto(`${served.issuer}/logout?${new URLSearchParams(logout).toString()}`);
    await page.waitForURL(`${site.url}/post_logout_redirect`);
    expect(await sessionResult(page, state)).toBe('changed');
    await context.close();
  });
});
