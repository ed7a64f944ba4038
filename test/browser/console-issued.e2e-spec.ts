import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserRole } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';
import { aDocument, callRegistration } from '../support/registration.js';
import { aScope } from '../support/scopes.js';
import { isAlive, someTokens } from '../support/tokens.js';

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

/** A browser in which somebody of this role is signed in, on the console. */
async function openConsole(role: UserRole, options = {}) {
  const user = await aUser(served, { row: { role } });
  const { context, page } = await newPage(browser, options);
  await page.goto(`${served.issuer}/admin`);
  await page.fill('[name=username]', user.username);
  await page.fill('[name=password]', user.password);
  await page.click('#login-submit');
  return { context, page };
}

const heading = (page: Page) => page.locator('main h1').first().innerText();
const open = (page: Page, path: string) => page.goto(`${served.issuer}/admin/${path}`);

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'what was issued, in the console, JavaScript $javaScriptEnabled',
  (options) => {
    it('is found from the page of a user, and disconnected with a question that says what happens', async () => {
      const { context, page } = await openConsole('support', options);
      const { user, client, accessToken } = await someTokens(served, {
        client: await aClient(served, { client_name: 'Acme Photos' }),
      });
      await open(page, `users/${user.id}`);
      await page.getByRole('link', { name: 'All connected apps of this user' }).click();
      expect(await page.locator('tbody tr').innerText()).toContain(client.clientId);
      await page.getByRole('link', { name: 'Disconnect' }).click();
      expect(await heading(page)).toBe(`Disconnect Acme Photos from ${user.username}?`);
      expect(await isAlive(served, accessToken)).toBe(true);
      await page.click('#console-submit');
      expect(await isAlive(served, accessToken)).toBe(false);
      await open(page, `consents?user_id=${user.id}`);
      expect(await page.locator('.empty').innerText()).toContain('Nobody is connected with an app');
      await context.close();
    });

    it('ends one by one, and all of an app at once', async () => {
      const { context, page } = await openConsole('admin', options);
      const client = await aClient(served);
      const [one, two, three] = [
        await someTokens(served, { client }),
        await someTokens(served, { client }),
        await someTokens(served, { client }),
      ];
      const alive = () => Promise.all([one, two, three].map(({ accessToken }) => isAlive(served, accessToken)));
      await open(page, `tokens?user_id=${one.user.id}`);
      await page.getByRole('link', { name: 'Revoke', exact: true }).click();
      await page.click('#console-submit');
      expect(await alive()).toEqual([false, true, true]);
      await open(page, `grants?user_id=${two.user.id}`);
      await page.getByRole('link', { name: 'Revoke', exact: true }).click();
      await page.click('#console-submit');
      expect(await alive()).toEqual([false, false, true]);
      await open(page, `apps/${client.clientId}`);
      expect(await page.locator('main').innerText()).toContain(three.user.username);
      await page.getByRole('link', { name: 'Revoke all of its tokens' }).click();
      expect(await page.inputValue('[name=client_id]')).toBe(client.clientId);
      await page.fill('[name=client_id]', '');
      await page.click('#console-submit');
      expect(await page.locator('#user_id-error').innerText()).toContain('Say whose');
      await page.fill('[name=client_id]', client.clientId);
      await page.click('#console-submit');
      expect(await page.locator('.note--done').innerText()).toBe('Ended.');
      expect(await alive()).toEqual([false, false, false]);
      await context.close();
    });

    it('registration tokens are made, shown once, and revoked', async () => {
      const { context, page } = await openConsole('admin', options);
      const scope = await aScope(served);
      const [sensitive, box] = [await aScope(served, { sensitivity: 'sensitive' }), '[name=allowed_scopes]'];
      await open(page, 'initial-access-tokens');
      await page.getByRole('link', { name: 'New registration token' }).first().click();
      await page.fill('[name=label]', 'Deployment');
      await page.fill('[name=owner]', 'nobody');
      await page.check('[name=allowed_scopes][value=email]');
      await page.check(`${box}[value="${scope.name}"]`);
      expect(await page.locator(`${box}[value="${sensitive.name}"]`).count()).toBe(0);
      await page.click('#console-submit');
      expect(await page.locator('#owner-error').innerText()).toContain('no user');
      expect(await page.isChecked('[name=allowed_scopes][value=email]')).toBe(true);
      expect(await page.isChecked(`${box}[value="${scope.name}"]`)).toBe(true);
      expect(await page.inputValue('[name=label]')).toBe('Deployment');
      await page.fill('[name=owner]', '');
      await page.click('#console-submit');
      expect(await heading(page)).toBe('Copy the token now');
      const [token = ''] = /dwi_[\w-]{43}/.exec(await page.content()) ?? [];
      noteSecret(token);
      const register = async () =>
        (await callRegistration(served, '/connect/register', { token, document: aDocument({ scope: 'email' }) }))
          .status;
      await page.getByRole('link', { name: 'I have copied it' }).click();
      expect(await page.content()).not.toContain(token);
      const row = page.locator('tbody tr', { hasText: 'Deployment' }).first();
      expect(await row.innerText()).toContain('0 of 1');
      await row.getByRole('link', { name: 'Revoke' }).click();
      expect(await heading(page)).toBe('Revoke the token “Deployment”?');
      await page.click('#console-submit');
      expect(await register()).toBe(401);
      await context.close();
    });
  },
);
