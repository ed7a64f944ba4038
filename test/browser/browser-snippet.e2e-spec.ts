import type { Browser } from 'playwright-core';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, register, shownOnce, signedIn } from '../support/apps-panel.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { textInside } from '../support/html-forms.js';

let served: TestApp;
let ada: Person;
let chromium: Browser;
let site: Server | undefined;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  ada = await signedIn(served, 'ada');
  chromium = await launchChromium();
});
afterAll(async () => {
  site?.close();
  await chromium.close();
  await served.close();
});

it('the browser snippet of an app signs a person in on a page of another origin, without a library', async () => {
  const port = await freePort();
  const redirectUri = `http://localhost:${port}/callback`;
  const created = await register(ada.browser, 'browser', { client_name: 'Single Page', redirect_uris: redirectUri });
  const html = textInside((await ada.browser.open(shownOnce(created).url)).html, 'snippet-html');
  site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await once(site.listen(port, 'localhost'), 'listening');

  const { page, context } = await newPage(chromium);
  await page.goto(redirectUri);
  await page.click('#login');
  await page.fill('input[name=username]', 'ada');
  await page.fill('input[name=password]', ada.password);
  await page.click('#login-submit');
  await page.click('#consent-allow');
  await page.waitForFunction("document.getElementById('user')?.textContent");
  expect(JSON.parse((await page.textContent('#user')) ?? '')).toMatchObject({ sub: ada.id, preferred_username: 'ada' });
  expect(page.url()).toBe(redirectUri);
  await context.close();
});
