import type { Browser } from 'playwright-core';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser, type TestUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';

/** The library as a page loads it from its package. */
const LIBRARY = readFileSync(
  createRequire(import.meta.url)
    .resolve('oidc-client-ts')
    .replace(/dist.*/, 'dist/browser/oidc-client-ts.min.js'),
  'utf8',
);

let served: TestApp;
let user: TestUser;
let chromium: Browser;
let site: Server | undefined;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
  chromium = await launchChromium();
});
afterAll(async () => {
  site?.close();
  await chromium.close();
  await served.close();
});

/** A single-page app as the library's README shows it: sign in, come back, show who it is. */
function page(clientId: string, origin: string): string {
  return `<!doctype html><title>Single-page app</title><button id="login">Log in</button><pre id="user"></pre>
<script src="/library.js"></script>
<script>
  const manager = new oidc.UserManager({
    authority: ${JSON.stringify(served.issuer)},
    client_id: ${JSON.stringify(clientId)},
    redirect_uri: ${JSON.stringify(`${origin}/callback`)},
    scope: 'openid profile email offline_access',
    loadUserInfo: true,
  });
  const show = (value) => { document.getElementById('user').textContent = JSON.stringify(value); };
  document.getElementById('login').onclick = () => manager.signinRedirect();
  if (location.pathname === '/callback') {
    manager.signinCallback()
      .then(async (user) => show({ profile: user.profile, refreshed: (await manager.signinSilent()).profile }))
      .catch((error) => show({ error: String(error) }));
  }
</script>`;
}

it('oidc-client-ts in a page of another origin signs in by redirect, reads userinfo over CORS, and refreshes', async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const client = await aClient(served, {
    kind: 'browser',
    redirect_uris: [`${origin}/callback`],
    scope: ['openid', 'profile', 'email', 'offline_access'],
  });
  site = createServer((request, response) => {
    const isLibrary = request.url === '/library.js';
    response.setHeader('content-type', isLibrary ? 'text/javascript' : 'text/html');
    response.end(isLibrary ? LIBRARY : page(client.clientId, origin));
  });
  await once(site.listen(port, 'localhost'), 'listening');

  const { page: tab, context } = await newPage(chromium);
  await tab.goto(origin);
  await tab.click('#login');
  await tab.fill('input[name=username]', user.username);
  await tab.fill('input[name=password]', user.password);
  await tab.click('#login-submit');
  await tab.click('#consent-allow');
  await tab.waitForFunction("document.getElementById('user')?.textContent");
  const shown = JSON.parse((await tab.textContent('#user')) ?? '') as Record<string, unknown>;
  expect(shown).toMatchObject({
    profile: { sub: user.id, email: user.email, preferred_username: user.username },
    refreshed: { sub: user.id },
  });
  await context.close();
});
