import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserRole } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';
import { aDelivery, type Consumer, deliverAll, startConsumer, verifies } from '../support/webhooks.js';

let served: TestApp;
let browser: Browser;
let consumer: Consumer;
beforeAll(async () => {
  served = await startApp({}, await freePort());
  browser = await launchChromium();
  consumer = await startConsumer();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await consumer?.close();
});

async function open(role: UserRole, path = ''): Promise<Page> {
  const { username, password } = await aUser(served, { row: { role } });
  const { page } = await newPage(browser);
  await page.goto(`${served.issuer}/admin/webhooks${path}`);
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('#login-submit');
  return page;
}

const heading = (page: Page) => page.locator('main h1').innerText();
const act = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('webhooks in the console', () => {
  it('are made, shown their secret once, tested, rotated, disabled and deleted', async () => {
    const page = await open('owner');
    await page.getByRole('link', { name: 'New webhook' }).first().click();
    await page.fill('[name=name]', 'Directory');
    await page.fill('[name=url]', 'https://10.0.0.1/hook');
    await page.click('#console-submit');
    expect(await page.locator('#events-error').innerText()).toContain('at least one');
    await page.locator('[name=events][value="user.*"]').check();
    await page.click('#console-submit');
    expect(await page.locator('#url-error').innerText()).toContain('public Internet');
    expect(await page.locator('[name=events][value="user.*"]').isChecked()).toBe(true);
    await page.fill('[name=single]', 'client.nothing');
    await page.fill('[name=url]', consumer.url);
    await page.click('#console-submit');
    expect(await page.locator('#events-error').innerText()).toContain('no such event');
    await page.fill('[name=single]', 'client.deleted\nkey.rotated');
    await page.click('#console-submit');
    const secret = /whsec_[\w+/=]+/.exec(await page.content())?.[0] ?? '';
    noteSecret(secret);
    expect(page.url()).not.toContain('whsec');
    await page.getByRole('link', { name: 'I have kept it' }).click();
    expect(await page.content()).not.toContain('whsec_');
    await press(page, 'Send a test');
    await deliverAll(served);
    await page.reload();
    expect(await page.locator('main').innerText()).toMatch(/webhook\.test[^]*Delivered[^]*204/);
    const received = consumer.received.at(-1);
    expect(received !== undefined && verifies(secret, received)).toBe(true);
    await act(page, 'Directory');
    expect(await page.locator('main').innerText()).toContain('user.*, client.deleted, key.rotated');
    await act(page, 'Edit');
    expect(await page.inputValue('[name=single]')).toBe('client.deleted\nkey.rotated');
    await page.click('#console-submit');
    await act(page, 'Rotate the secret');
    await page.selectOption('[name=overlap_seconds]', '0');
    await page.click('#console-submit');
    expect(/whsec_[\w+/=]+/.exec(await page.content())?.[0]).not.toBe(secret);
    await page.getByRole('link', { name: 'I have kept it' }).click();
    await act(page, 'Disable');
    expect(await page.locator('.consequences').innerText()).toContain('held for 30 days');
    await page.click('#console-submit');
    expect(await page.locator('main').innerText()).toContain('Somebody disabled it.');
    await act(page, 'Delete');
    await page.fill('[name=confirmation]', 'Another');
    await page.click('#console-submit');
    expect(await page.locator('#confirmation-error').innerText()).toContain('Nothing was done');
    await page.fill('[name=confirmation]', 'Directory');
    await page.click('#console-submit');
    expect(await heading(page)).toBe('Webhooks');
    expect(await page.locator('main').innerText()).toContain('Nobody is told yet');
  }, 60_000);

  it('show dead deliveries with their reason, and send them again', async () => {
    const { webhookId } = await aDelivery(served);
    const page = await open('admin', `/${webhookId}/deliveries?state=dead`);
    expect(await page.locator('tbody').innerText()).toMatch(/user\.created[^]*Dead[^]*held for a test/);
    await page.locator('tbody a').first().click();
    expect(await page.locator('main').innerText()).toContain('not tried again by itself');
    await press(page, 'Send again');
    await deliverAll(served);
    await page.reload();
    expect(await page.locator('main').innerText()).toContain('no connection could be made');
  });
});
