import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';

const HOSTILE = '"><script>document.title=1</script>';

let served: TestApp;
let browser: Browser;
const servers: Server[] = [];

beforeAll(async () => {
  served = await startApp({}, await freePort());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) server.close();
  await served.close();
});

interface Received {
  readonly method: string | undefined;
  readonly referrer: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** An app that takes answers by form; it welcomes the person itself, or sends them on to another of its hosts. */
async function anApp(next?: string): Promise<{ origin: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      const fields = Object.fromEntries(new URLSearchParams(body));
      if (url === '/callback') received.push({ method, referrer: headers.referer, fields });
      if (next === undefined) response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
      else response.writeHead(303, { location: next }).end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

async function login(page: Page, { username, password }: TestUser): Promise<void> {
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('#login-submit');
}

const attempt = (client: TestClient) => anAttempt(client, { response_mode: 'form_post', state: HOSTILE });

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'Form Post Response Mode 1.0 in Chromium, JavaScript $javaScriptEnabled',
  ({ javaScriptEnabled }) => {
    const goOn = async (page: Page) => {
      if (!javaScriptEnabled) await page.click('#form-post-continue');
      await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    };

    it('brings the answer after login and consent, and after a login alone, once', async () => {
      const app = await anApp();
      const client = await aClient(served, { redirect_uris: [`${app.origin}/callback`] });
      const user = await aUser(served);
      const { context, page } = await newPage(browser, { javaScriptEnabled });
      await page.goto(served.issuer + attempt(client).url);
      await login(page, user);
      await page.click('#consent-allow');
      await goOn(page);
      await context.clearCookies();
      await page.goto(served.issuer + attempt(client).url);
      await login(page, user);
      await goOn(page);
      await context.close();
      const expected = {
        method: 'POST',
        referrer: undefined,
        fields: { code: expect.any(String), state: HOSTILE, iss: served.issuer },
      };
      expect(app.received).toEqual([expected, expected]);
    });

    it('may go on from the callback to another host of the app', async () => {
      const home = await anApp();
      const app = await anApp(`${home.origin}/home`);
      const client = await aClient(served, { redirect_uris: [`${app.origin}/callback`] });
      const { context, page } = await newPage(browser, { javaScriptEnabled });
      await page.goto(served.issuer + attempt(client).url);
      await login(page, await aUser(served));
      await page.click('#consent-allow');
      await goOn(page);
      expect(page.url()).toBe(`${home.origin}/home`);
      await context.close();
    });

    it('brings an error too', async () => {
      const app = await anApp();
      const client = await aClient(served, { redirect_uris: [`${app.origin}/callback`] });
      const { context, page } = await newPage(browser, { javaScriptEnabled });
      await page.goto(served.issuer + attempt(client).url);
      await page.click('#login-cancel');
      await goOn(page);
      await context.close();
      expect(app.received[0]?.fields).toMatchObject({ error: 'access_denied', state: HOSTILE });
    });
  },
);
