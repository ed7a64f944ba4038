import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserRole } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser, type TestUser } from '../support/builders.js';
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

async function fillLogin(page: Page, { username, password }: TestUser): Promise<void> {
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('#login-submit');
}

/** A browser in which somebody of this role is signed in, on the console. */
async function openConsole(role: UserRole, options = {}) {
  const user = await aUser(served, { row: { role } });
  const { context, page } = await newPage(browser, options);
  await page.goto(`${served.issuer}/admin`);
  await fillLogin(page, user);
  return { user, context, page };
}

const heading = (page: Page) => page.locator('main h1').first().innerText();

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'the console in Chromium, JavaScript $javaScriptEnabled',
  ({ javaScriptEnabled }) => {
    it('makes a user, finds, changes, disables and deletes them, and shows what happened', async () => {
      const { context, page } = await openConsole('owner', { javaScriptEnabled });
      const name = `grace${javaScriptEnabled ? 1 : 2}`;
      await page.goto(`${served.issuer}/admin/users/new`);
      await page.fill('[name=username]', name);
      await page.fill('[name=email]', `${name}@example.com`);
      await page.fill('[name=password]', 'short');
      await page.click('#console-submit');
      expect(await page.locator('#password-error').innerText()).not.toBe('');
      expect(await page.locator('[name=username]').inputValue()).toBe(name);
      await page.fill('[name=password]', 'a long pass phrase of somebody');
      await page.fill('[name=name]', 'Grace Hopper');
      await page.click('#console-submit');
      expect(await heading(page)).toContain(name);
      expect(await page.locator('.note--done').innerText()).toBe('Created.');

      await page.goto(`${served.issuer}/admin/users`);
      await page.fill('[name=search]', name);
      await page.press('[name=search]', 'Enter');
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('link', { name: 'Edit' }).click();
      await page.fill('[name=name]', '');
      await page.selectOption('[name=role]', 'support');
      await page.click('#console-submit');
      expect(await page.locator('.page-head').first().innerText()).toContain('Support');

      await page.getByRole('link', { name: 'Disable' }).click();
      expect(await heading(page)).toBe(`Disable ${name}?`);
      await page.click('#console-submit');
      expect(await page.locator('.page-head').first().innerText()).toContain('Disabled');

      await page.getByRole('link', { name: 'Delete' }).click();
      await page.fill('[name=confirmation]', 'somebody else');
      await page.click('#console-submit');
      expect(await page.locator('#confirmation-error').innerText()).toContain('Nothing was done');
      await page.fill('[name=confirmation]', name);
      await page.click('#console-submit');
      expect(await heading(page)).toBe('Users');
      await page.fill('[name=search]', name);
      await page.press('[name=search]', 'Enter');
      expect(await page.locator('.empty').innerText()).toContain('Nobody here');

      await page.goto(`${served.issuer}/admin/audit?action=user.deleted`);
      expect(await page.locator('tbody tr').first().innerText()).toContain('user.deleted');
      await context.close();
    });
  },
);

describe('the console', () => {
  it('finds a search by the / key, and keeps search, order and page through a reload', async () => {
    for (let made = 0; made < 30; made += 1) await aUser(served);
    const { context, page } = await openConsole('auditor');
    await page.goto(`${served.issuer}/admin/users`);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.selectOption('[name=role]', 'user');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('link', { name: 'User name' }).click();
    const first = await page.locator('tbody tr').allInnerTexts();
    await page.getByRole('link', { name: 'Next page' }).click();
    const second = await page.locator('tbody tr').allInnerTexts();
    expect(second.filter((row) => first.includes(row))).toEqual([]);
    await page.reload();
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual(second);
    expect(await page.locator('[name=role]').inputValue()).toBe('user');
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toBe('User name');
    await context.close();
  });

  it('invites somebody, mails the link again, and takes the invitation back', async () => {
    const { context, page } = await openConsole('admin');
    await page.goto(`${served.issuer}/admin/invitations/new`);
    await page.fill('[name=email]', 'not an address');
    await page.evaluate(() => document.querySelector('form[method=post]')?.setAttribute('novalidate', ''));
    await page.click('#console-submit');
    expect(await page.locator('#email-error').innerText()).not.toBe('');
    await page.fill('[name=email]', 'invited@example.com');
    await page.click('#console-submit');
    const row = page.locator('tbody tr', { hasText: 'invited@example.com' });
    expect(await row.innerText()).toContain('Pending');
    await row.getByRole('link', { name: 'Mail it again' }).click();
    await page.click('#console-submit');
    await row.getByRole('link', { name: 'Withdraw' }).click();
    await page.click('#console-submit');
    expect(await row.innerText()).toContain('Withdrawn');
    await context.close();
  });

  it('does the same to all that are ticked, and shows how far it is', async () => {
    const { context, page } = await openConsole('owner', { javaScriptEnabled: false });
    const several = [await aUser(served), await aUser(served)];
    await page.goto(`${served.issuer}/admin/users`);
    for (const { id } of several) await page.check(`[name=ids][value="${id}"]`);
    await page.selectOption('#bulk-action', 'delete');
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await heading(page)).toBe('Delete 2 users?');
    await page.fill('[name=confirmation]', 'yes');
    await page.click('#console-submit');
    expect(await page.locator('#confirmation-error').innerText()).toContain('Nothing was done');
    await page.fill('[name=confirmation]', 'delete');
    await page.click('#console-submit');
    await page.getByText('2 of 2', { exact: true }).waitFor();
    await page.getByText('Done', { exact: true }).first().waitFor();
    for (const { id } of several) {
      expect((await page.goto(`${served.issuer}/admin/users/${id}`))?.status()).toBe(404);
    }
    await context.close();
  });

  it('asks for a fresh login before what cannot be undone, and comes back to the question', async () => {
    const { user, context, page } = await openConsole('owner');
    const other = await aUser(served);
    const longAgo = String(Date.now() - 3_600_000);
    await served.source.query(`UPDATE sessions SET auth_time = ${longAgo} WHERE user_id = '${user.id}'`);
    await page.goto(`${served.issuer}/admin/users/${other.id}/sign-out`);
    await page.click('#console-submit');
    expect(new URL(page.url()).pathname).toBe('/login');
    await fillLogin(page, user);
    expect(await heading(page)).toBe(`Sign ${other.username} out everywhere?`);
    await page.click('#console-submit');
    expect(await page.locator('.note--done').innerText()).toBe('Done.');
    await context.close();
  });

  it('shows who changes what somebody else has just changed both, and lets them go on', async () => {
    const { context, page } = await openConsole('admin');
    const other = await aUser(served);
    await page.goto(`${served.issuer}/admin/users/${other.id}/edit`);
    await served.source.query(
      `UPDATE users SET updated_at = updated_at + 1, given_name = 'Grace' WHERE id = '${other.id}'`,
    );
    await page.fill('[name=given_name]', 'Ada');
    await page.click('#console-submit');
    expect(await page.locator('#error-summary').innerText()).toContain('look at what has changed');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
    expect(await page.locator('#given_name-error').innerText()).toBe('It is “Grace” now.');
    expect(await page.locator('.field__error').count()).toBe(1);
    await page.click('#console-submit');
    expect(await page.locator('.note--done').innerText()).toBe('Saved.');
    expect(await page.locator('main').innerText()).toContain('Ada');
    await context.close();
  });

  it('shows a role what it may see, and nobody else anything (attack A44)', async () => {
    const support = await openConsole('support');
    const links = await support.page.locator('.console__nav a').allInnerTexts();
    expect(links).toContain('Users');
    expect(links).not.toContain('Keys');
    expect((await support.page.goto(`${served.issuer}/admin/keys`))?.status()).toBe(403);
    await support.context.close();
    const user = await openConsole('user');
    expect(await heading(user.page)).not.toBe('Users');
    expect((await user.page.goto(`${served.issuer}/admin/users`))?.status()).toBe(403);
    await user.page.goto(`${served.issuer}/account`);
    expect(await user.page.locator('.bar').innerText()).not.toContain('Admin');
    await user.context.close();
  });

  it('rotates keys, ends sessions and exports the audit log', async () => {
    const { context, page } = await openConsole('owner');
    await page.goto(`${served.issuer}/admin/keys/rotate`);
    await page.check('[name=alg][value=ES256]');
    await page.check('[name=now]');
    await page.click('#console-submit');
    expect(await page.locator('main').innerText()).toContain('Retired');

    const other = await openConsole('support');
    await page.goto(`${served.issuer}/admin/sessions?user_id=${other.user.id}`);
    await page.getByRole('link', { name: 'Sign out', exact: true }).last().click();
    await page.click('#console-submit');
    await other.page.goto(`${served.issuer}/admin/users`);
    expect(new URL(other.page.url()).pathname).toBe('/login');

    const answer = await page.request.get(`${served.issuer}/admin/audit/export?action=key.rotated`);
    const lines = (await answer.text()).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toContain('key.rotated');
    await context.close();
    await other.context.close();
  });
});
