import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientService } from '../../src/clients/client.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';

let served: TestApp;
let browser: Browser;
beforeAll(async () => {
  served = await startApp({}, await freePort());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const heading = (page: Page) => page.locator('main h1').first().innerText();
const main = (page: Page) => page.locator('main').innerText();

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'scopes and resource servers in the console, JavaScript $javaScriptEnabled',
  (options) => {
    it('are defined, given to an app, changed and deleted', async () => {
      const user = await aUser(served, { row: { role: 'admin' } });
      const { context, page } = await newPage(browser, options);
      await page.goto(`${served.issuer}/admin/resources/new`);
      await page.fill('[name=username]', user.username);
      await page.fill('[name=password]', user.password);
      await page.click('#login-submit');

      await page.fill('[name=identifier]', 'not a URI');
      await page.fill('[name=name]', 'Photos API');
      await page.click('#console-submit');
      expect(await main(page)).toContain('An absolute URI without fragment is needed');
      await page.fill('[name=identifier]', 'https://photos.example.com');
      await page.fill('[name=access_token_lifetime]', '600');
      await page.click('#console-submit');
      expect(await heading(page)).toContain('Photos API');

      await page.getByRole('link', { name: 'New scope' }).click();
      await page.fill('[name=name]', 'photos:purge');
      await page.fill('[name=descriptions]', 'de: Fotos löschen');
      await page.selectOption('[name=sensitivity]', 'sensitive');
      await page.uncheck('[name=needs_user]');
      await page.click('#console-submit');
      expect(await main(page)).toContain('Give the sentence in English');
      expect(await page.isChecked('[name=needs_user]')).toBe(false);
      await page.fill('[name=descriptions]', 'en: Delete photos: all of them\nde: Fotos löschen');
      await page.click('#console-submit');
      expect(await main(page)).toContain('Delete photos: all of them');
      expect(await main(page)).toContain('https://photos.example.com');

      const { clientId } = await aClient(served, { kind: 'machine' });
      await page.getByRole('link', { name: 'Apps', exact: true }).last().click();
      await page.fill('[name=client_id]', clientId);
      await page.click('#console-submit');
      expect(await served.app.get(ClientService).stored(clientId)).toMatchObject({ scopes: ['photos:purge'] });

      await page.getByRole('link', { name: 'Edit' }).click();
      await page.check('[name=needs_user]');
      await page.click('#console-submit');
      expect(await main(page)).not.toContain('People and machines');

      await page.goto(`${served.issuer}/admin/resources?search=https://photos`);
      await page.getByRole('link', { name: 'Photos API' }).click();
      await page.getByRole('link', { name: 'Delete' }).click();
      expect(await main(page)).toContain('Its scopes go as well: photos:purge.');
      expect(await main(page)).toContain('No app can ask for anything of it any more (1 app can now).');
      await page.fill('[name=confirmation]', 'photos');
      await page.click('#console-submit');
      expect(await main(page)).toContain('That is not the name.');
      await page.fill('[name=confirmation]', 'Photos API');
      await page.click('#console-submit');
      expect(await page.locator('.empty').innerText()).toContain('No resource server fits');
      expect(await served.app.get(ClientService).stored(clientId)).toMatchObject({ scopes: [] });
      await context.close();
    });
  },
);
