import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { aClient, aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';

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

/** A server of the app: a page, or a redirect to another one of its hosts. */
async function aHost(address: string, next?: string): Promise<string> {
  const server = createServer((_request, response) => {
    if (next === undefined) response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
    else response.writeHead(302, { location: next }).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, address, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Signs in and allows the app; where the browser ends. */
async function endOf(redirectUri: string): Promise<string> {
  const user = await aUser(served);
  const app = await aClient(served, { redirect_uris: [redirectUri] });
  const { context, page } = await newPage(browser);
  await page.goto(served.issuer + anAttempt(app).url);
  await page.fill('[name=username]', user.username);
  await page.fill('[name=password]', user.password);
  await page.click('#login-submit');
  await page.click('#consent-allow');
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  const url = page.url();
  // Remembered now: this time the login form itself ends at the app.
  await context.clearCookies();
  await page.goto(served.issuer + anAttempt(app).url);
  await page.fill('[name=username]', user.username);
  await page.fill('[name=password]', user.password);
  await page.click('#login-submit');
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  expect(new URL(page.url()).origin).toBe(new URL(url).origin);
  await context.close();
  return url;
}

describe('the way back to the app (CSP form-action)', () => {
  it('may go on from its callback to another of its hosts', async () => {
    const home = await aHost('127.0.0.1');
    expect(await endOf(`${await aHost('127.0.0.1', `${home}/home`)}/callback`)).toBe(`${home}/home`);
  });

  it('may be an IPv6 loopback address (RFC 8252 §7.3)', async () => {
    const home = await aHost('::1');
    expect(await endOf(`${home}/callback`)).toContain(`${home}/callback?code=`);
  });
});
