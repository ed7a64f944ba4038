import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeEnvironment } from '../../src/config/env.js';
import type { UserRole } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';

const ENVIRONMENT = { APP_REGISTRATION: 'closed', SMTP_URL: 'smtp://doorward:hunter22@mail.example.com' };

let served: TestApp;
let browser: Browser;
beforeAll(async () => {
  served = await startApp({ variables: describeEnvironment(ENVIRONMENT) }, await freePort());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function openSettings(role: UserRole): Promise<Page> {
  const { username, password } = await aUser(served, { row: { role } });
  const { page } = await newPage(browser);
  await page.goto(`${served.issuer}/admin/settings`);
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('#login-submit');
  return page;
}

const row = (page: Page, name: string) => page.locator('tbody tr', { hasText: name }).first();
const change = (page: Page, name: string) => row(page, name).getByRole('link', { name: 'Change' }).click();

describe('the settings in the console', () => {
  it('are changed in a form with faults beside the field, and return to the default after a question', async () => {
    const page = await openSettings('owner');
    await change(page, 'AUDIT_DAYS');
    await page.fill('[name=value]', '0');
    await page
      .locator('form')
      .last()
      .evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.click('#console-submit');
    expect(await page.locator('#value-error').innerText()).toContain('from 1 to 36500');
    expect(await page.locator('[name=value]').inputValue()).toBe('0');
    await page.fill('[name=value]', '400');
    await page.click('#console-submit');
    expect(await page.locator('.note--done').innerText()).toBe('Saved.');
    expect(await row(page, 'AUDIT_DAYS').innerText()).toMatch(/400[^]*Stored/);
    await row(page, 'AUDIT_DAYS').getByRole('link', { name: 'Return to the default' }).click();
    expect(await page.locator('main h1').innerText()).toBe('Return AUDIT_DAYS to its default?');
    expect(await page.locator('.consequences').innerText()).toContain('400');
    await page.click('#console-submit');
    expect(await row(page, 'AUDIT_DAYS').innerText()).toMatch(/365[^]*Default/);
  });

  it('close sign-up at once', async () => {
    const page = await openSettings('admin');
    await change(page, 'REGISTRATION');
    await page.selectOption('[name=value]', 'closed');
    await page.click('#console-submit');
    expect(await row(page, 'REGISTRATION').innerText()).toContain('closed');
    const { page: visitor } = await newPage(browser);
    expect((await visitor.goto(`${served.issuer}/signup`))?.status()).toBe(403);
  });

  it('explain why one is locked, and show no secret', async () => {
    const page = await openSettings('admin');
    expect(await row(page, 'APP_REGISTRATION').innerText()).toContain('Take it out there');
    expect(await page.content()).not.toContain('hunter22');
    await page.goto(`${served.issuer}/admin/settings/SMTP_URL`);
    expect(await page.locator('main').innerText()).toContain('restart');
    expect(await page.content()).not.toContain('hunter22');
  });

  it('tell who changes what somebody else has just changed', async () => {
    const page = await openSettings('owner');
    await change(page, 'MAIL_FROM');
    const values = "'MAIL_FROM', '\"desk@example.com\"', 1";
    await served.source.query(`INSERT INTO settings (name, value, updated_at) VALUES (${values})`);
    await page.fill('[name=value]', 'other@example.com');
    await page.click('#console-submit');
    expect(await page.locator('#error-summary').innerText()).toContain('look at what has changed');
  });
});
