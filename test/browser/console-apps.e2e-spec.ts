import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientService } from '../../src/clients/client.service.js';
import type { UserRole } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';
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

/** A browser in which somebody of this role is signed in. */
async function openConsole(role: UserRole, options = {}) {
  const user = await aUser(served, { row: { role } });
  const { context, page } = await newPage(browser, options);
  await page.goto(`${served.issuer}/login`);
  await page.fill('[name=username]', user.username);
  await page.fill('[name=password]', user.password);
  await page.click('#login-submit');
  return { user, context, page, to: (path: string) => page.goto(`${served.issuer}/admin/apps${path}`) };
}

const heading = (page: Page) => page.locator('main h1').first().innerText();
const badges = (page: Page) => page.locator('main h1 .badge').allInnerTexts();

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'apps in the console in Chromium, JavaScript $javaScriptEnabled',
  ({ javaScriptEnabled }) => {
    it('an app is registered, changed, verified, suspended, reinstated and deleted', async () => {
      const { context, page, to } = await openConsole('admin', { javaScriptEnabled });
      const name = javaScriptEnabled ? 'Walked Photos' : 'Plain Photos';
      await to('/new');
      await page.fill('[name=client_name]', name);
      await page.fill('[name=redirect_uris]', 'http://photos.example/callback');
      await page.fill('[name=more]', '{"default_max_age": "never"}');
      await page.click('#console-submit');
      expect(await page.locator('#redirect_uris-error').innerText()).toContain('https');
      expect(await page.locator('#more-error').innerText()).toContain('default_max_age');
      expect(await page.locator('[name=client_name]').inputValue()).toBe(name);
      await page.fill('[name=redirect_uris]', 'https://photos.example/callback\nhttps://photos.example/other');
      await page.fill('[name=more]', '{"default_max_age": 600, "localized": {"client_name#de": "Fotos"}}');
      await page.click('#console-submit');
      const secret = await page.locator('#client-secret').innerText();
      expect(secret).toMatch(/^dws_/);
      noteSecret(secret);
      await page.getByRole('link', { name: 'I have copied it' }).click();
      expect(await heading(page)).toContain(name);
      expect(await page.locator('main').innerText()).toContain('default_max_age');
      expect(await page.content()).not.toContain(secret);

      await page.getByRole('link', { name: 'Verify' }).click();
      expect(await page.locator('.consequences').innerText()).toContain('photos.example');
      await page.click('#console-submit');
      expect(await badges(page)).toEqual(['Active', 'Verified']);

      await page.getByRole('link', { name: 'Edit' }).click();
      await page.fill('[name=client_name]', `${name} 2`);
      await page.fill('[name=more]', '');
      await page.click('#console-submit');
      expect(await badges(page)).toEqual(['Active']);
      expect(await page.locator('main').innerText()).not.toContain('default_max_age');

      await page.getByRole('link', { name: 'Suspend' }).click();
      await page.fill('[name=suspended_reason]', 'It sends mail that nobody asked for');
      await page.click('#console-submit');
      expect(await badges(page)).toEqual(['Suspended']);
      expect(await page.locator('.note--caution').innerText()).toContain('mail that nobody asked for');
      await page.getByRole('link', { name: 'Reinstate' }).click();
      await page.click('#console-submit');
      expect(await badges(page)).toEqual(['Active']);

      await page.getByRole('link', { name: 'Delete' }).click();
      expect(await page.locator('.consequences').innerText()).toContain('every token that it has');
      await page.fill('[name=confirmation]', 'Another app');
      await page.click('#console-submit');
      expect(await page.locator('#confirmation-error').innerText()).toContain('Nothing was done');
      await page.fill('[name=confirmation]', `${name} 2`);
      await page.click('#console-submit');
      expect(await heading(page)).toBe('Apps');
      await page.fill('[name=search]', name);
      await page.press('[name=search]', 'Enter');
      expect(await page.locator('.empty').innerText()).toContain('No app here');
      await context.close();
    });
  },
);

describe('apps in the console', () => {
  it('a secret is replaced, shown once however often the form is sent, and the old one ended', async () => {
    const { clientId, clientSecret } = await aClient(served);
    const { context, page, to } = await openConsole('owner');
    await to(`/${clientId}`);
    expect(await page.locator('tbody tr').first().innerText()).toContain('Never');
    await page.getByRole('link', { name: 'Make another secret' }).click();
    await page.selectOption('[name=overlap]', '3600');
    await page.click('#console-submit');
    const secret = await page.locator('#client-secret').innerText();
    noteSecret(secret);
    expect(secret).not.toBe(clientSecret);
    await page.reload();
    expect(await page.locator('#client-secret').innerText()).toBe(secret);
    await page.getByRole('link', { name: 'I have copied it' }).click();
    await page.getByRole('link', { name: 'End it now' }).click();
    expect(await heading(page)).toContain(`…${clientSecret.slice(-4)}`);
    await page.click('#console-submit');
    const stored = await served.app.get(ClientService).stored(clientId);
    expect(stored?.secrets?.map(({ hint }) => hint)).toEqual([secret.slice(-4)]);
    await context.close();
  });

  it('are found by what they are, in an order that a reload keeps', async () => {
    const owner = await aUser(served);
    await aClient(served, { owner, client_name: 'Beta', kind: 'browser' });
    await aClient(served, { owner, client_name: 'Alpha', row: { isVerified: true } });
    const { context, page, to } = await openConsole('auditor');
    await to('');
    await page.fill('[name=owner]', owner.employeeId);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('link', { name: 'Name', exact: true }).click();
    const names = () => page.locator('tbody tr td:first-child a').allInnerTexts();
    expect(await names()).toEqual(['Alpha', 'Beta']);
    await page.reload();
    expect(await names()).toEqual(['Alpha', 'Beta']);
    await page.selectOption('[name=is_verified]', 'true');
    await page.getByRole('button', { name: 'Apply' }).click();
    expect(await names()).toEqual(['Alpha']);
    await context.close();
  });

  it('that are ticked lose their tokens, once it was said what that means', async () => {
    const several = [await someTokens(served), await someTokens(served)];
    const { context, page, to } = await openConsole('admin', { javaScriptEnabled: false });
    await to('');
    for (const { client } of several) await page.check(`[name=ids][value="${client.clientId}"]`);
    await page.selectOption('#bulk-action', 'revoke_tokens');
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await heading(page)).toBe('Revoke all tokens of 2 apps?');
    const consequences = await page.locator('.consequences').innerText();
    for (const part of ['refresh tokens', 'end at once', 'no consent is forgotten'])
      expect(consequences).toContain(part);
    await page.click('#console-submit');
    await page.getByText('2 of 2', { exact: true }).waitFor();
    expect(await heading(page)).toContain('Revoke all tokens of 2 apps');
    for (const { accessToken } of several) expect(await isAlive(served, accessToken)).toBe(false);
    await context.close();
  });

  it('what was typed stays while somebody who signed in long ago signs in again (RFC 9470)', async () => {
    const { user, context, page, to } = await openConsole('admin');
    await to('/new');
    await page.fill('[name=client_name]', 'Long thought about');
    await page.fill('[name=redirect_uris]', 'https://slow.example/callback');
    await served.source.query('UPDATE sessions SET auth_time = auth_time - 601000 WHERE user_id = ?', [user.id]);
    await page.click('#console-submit');
    expect(await page.locator('#error-summary').innerText()).toContain('more than ten minutes ago');
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Sign in again in a new tab' }).click();
    const tab = await opened;
    await tab.fill('[name=username]', user.username);
    await tab.fill('[name=password]', user.password);
    await tab.click('#login-submit');
    await tab.waitForURL(`${served.issuer}/admin`);
    expect(await page.locator('[name=redirect_uris]').inputValue()).toBe('https://slow.example/callback');
    await page.click('#console-submit');
    expect(await heading(page)).toContain('Long thought about is registered');
    noteSecret(await page.locator('#client-secret').innerText());
    await context.close();
  });

  it('rights of the admin API are offered to owners only; a program that has them is out of reach of who has not', async () => {
    const admin = await openConsole('admin');
    await admin.to('/new');
    expect(await admin.page.locator('[name=admin_scopes]').count()).toBe(0);
    const { context, page, to } = await openConsole('owner');
    await to('/new');
    await page.selectOption('[name=kind]', 'machine');
    await page.fill('[name=client_name]', 'Key robot');
    await page.fill('[name=scope]', '');
    await page.check('[name=admin_scopes][value="admin:keys:write"]');
    await page.click('#console-submit');
    noteSecret(await page.locator('#client-secret').innerText());
    await page.getByRole('link', { name: 'I have copied it' }).click();
    const robot = page.url().split('/').at(-1) ?? '';
    expect(await page.locator('main').innerText()).toContain('admin:keys:write');
    expect((await admin.to(`/${robot}/suspend`))?.status()).toBe(200);
    await admin.page.fill('[name=suspended_reason]', 'Mine now');
    await admin.page.click('#console-submit');
    expect(await admin.page.locator('main').innerText()).toContain('rights that you do not have');
    await admin.context.close();
    await context.close();
  });
});
