import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { type Canary, startCanary } from '../support/canary.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';

let served: TestApp;
let browser: Browser;
let server: Canary;
let app: TestClient;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  browser = await launchChromium();
  server = await startCanary((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
  );
  app = await aClient(served, { redirect_uris: [`http://127.0.0.1:${server.port}/callback`] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await served.close();
});

async function login(page: Page, { username, password }: TestUser): Promise<void> {
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('#login-submit');
}

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'choosing an account in Chromium, JavaScript $javaScriptEnabled',
  ({ javaScriptEnabled }) => {
    it('goes on by keyboard alone, or with somebody else', async () => {
      const [ada, bob] = [await aUser(served), await aUser(served)];
      const { context, page } = await newPage(browser, { javaScriptEnabled });
      await page.goto(served.issuer + anAttempt(app).url);
      await login(page, ada);
      await page.click('#consent-allow');
      await page.getByRole('heading', { name: 'Welcome' }).waitFor();

      await page.goto(served.issuer + anAttempt(app, { prompt: 'select_account' }).url);
      expect(await page.locator('#select-account').innerText()).toContain(ada.email);
      await page.locator('#select-continue').focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('select-other');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Welcome' }).waitFor();
      expect(page.url()).toContain('code=');

      await page.goto(served.issuer + anAttempt(app, { prompt: 'select_account' }).url);
      await page.click('#select-other');
      expect(await page.locator('[name=username]').inputValue()).toBe('');
      await login(page, bob);
      expect(await page.locator('.consent__account').innerText()).toContain(bob.email);
      await page.click('#consent-allow');
      await page.getByRole('heading', { name: 'Welcome' }).waitFor();
      await context.close();
    });
  },
);
