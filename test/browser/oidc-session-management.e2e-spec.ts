import type { RequestListener } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { aUser, type TestClient, type TestUser } from '../support/builders.js';
import { type Canary, startCanary } from '../support/canary.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { anOpenIdClient } from '../support/logout.js';

let served: TestApp;
let chromium: Browser;
let host: Canary;
let other: Canary;
let app: TestClient;
let ada: TestUser;
let context: BrowserContext;
let page: Page;

/** On the same site as the server, as far as cookies are concerned: ports do not count. */
const originOf = ({ port }: Canary) => `http://localhost:${port}`;

const appPage: RequestListener = (_request, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>App</h1>');

beforeAll(async () => {
  served = await startApp({}, await freePort());
  chromium = await launchChromium();
  [host, other] = [await startCanary(appPage), await startCanary(appPage)];
  app = await anOpenIdClient(served, {}, { redirect_uris: [`${originOf(host)}/callback`] });
  ada = await aUser(served);
});
afterAll(async () => {
  await chromium.close();
  await host.close();
  await other.close();
  await served.close();
});
beforeEach(async () => {
  ({ context, page } = await newPage(chromium));
});
afterEach(() => context.close());

/** Signs in at the app; the browser ends at the app's page. @returns the session state that the app was given */
async function signIn(scope = 'openid profile'): Promise<string | null> {
  await page.goto(served.issuer + anAttempt(app, { scope, prompt: 'login consent' }).url);
  await page.fill('[name=username]', ada.username);
  await page.fill('[name=password]', ada.password);
  await page.click('#login-submit');
  await page.click('#consent-allow');
  await page.waitForURL(`${originOf(host)}/callback**`);
  return new URL(page.url()).searchParams.get('session_state');
}

/** What the page that the browser is at is told when it asks: the RP iframe of §3.1. */
function ask(message: string): Promise<unknown> {
  return page.evaluate(
    ([url, text]) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        frame.hidden = true;
        window.addEventListener('message', ({ data, origin }) => {
          if (origin === new URL(url).origin) resolve(data);
        });
        frame.addEventListener('load', () => frame.contentWindow?.postMessage(text, new URL(url).origin));
        document.body.append(frame);
      }),
    [`${served.issuer}/session/check`, message] as const,
  );
}

async function signOut(): Promise<void> {
  const tab = await context.newPage();
  await tab.goto(`${served.issuer}/logout`);
  await tab.click('#logout-confirm');
  await tab.waitForURL('**/logout/done');
  await tab.close();
}

describe('Session Management §3.2 the check session frame', () => {
  it('says unchanged while nothing has changed', async () => {
    const state = await signIn();
    expect(state).toMatch(/^[0-9a-f]{64}\.[\w-]+$/);
    expect(await ask(`${app.clientId} ${state}`)).toBe('unchanged');
    expect(await ask(`${app.clientId} ${state}`)).toBe('unchanged');
  });

  it('says changed after a logout', async () => {
    const state = await signIn();
    await signOut();
    expect(await ask(`${app.clientId} ${state}`)).toBe('changed');
  });

  it('says changed after another login, and unchanged for the state that came with it', async () => {
    const before = await signIn();
    const after = await signIn();
    expect(await ask(`${app.clientId} ${before}`)).toBe('changed');
    expect(await ask(`${app.clientId} ${after}`)).toBe('unchanged');
  });

  it('says changed to a page of another origin, and for another app', async () => {
    const state = await signIn();
    expect(await ask(`another-app ${state}`)).toBe('changed');
    await page.goto(originOf(other));
    expect(await ask(`${app.clientId} ${state}`)).toBe('changed');
  });

  it.each(['', 'x', 'app state', 'app  hash.salt', 'app hash.', '{"a":1}'])(
    'says error to a message that is none: %j',
    async (message) => {
      await signIn();
      expect(await ask(message)).toBe('error');
    },
  );

  it('says error when the browser keeps the cookie from frames of other sites', async () => {
    const state = await signIn();
    await page.goto(`http://127.0.0.1:${host.port}/`);
    expect(await ask(`${app.clientId} ${state}`)).toBe('error');
  });
});

describe('Session Management §2 session_state', () => {
  it('is for OpenID requests only', async () => {
    expect(await signIn('profile')).toBeNull();
  });

  it('and the cookie behind it tell nothing of the session', async () => {
    const state = await signIn();
    const cookies = await context.cookies(served.issuer);
    const behind = cookies.find(({ name }) => name === 'doorward_state');
    const session = cookies.find(({ name }) => name === 'doorward_session');
    expect(behind).toMatchObject({ httpOnly: false, sameSite: 'Lax' });
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(behind?.value).not.toBe(session?.value);
    expect(state).not.toContain(behind?.value);
  });
});
