import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserImportStore } from '../../src/import/user-imports.store.js';
import { User, type UserRole } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { faultsOf } from '../support/gallery/inspect.js';

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

async function openImports(role: UserRole, options = {}) {
  const { username, password } = await aUser(served, { row: { role } });
  const { context, page } = await newPage(browser, options);
  await page.goto(`${served.issuer}/admin/user-imports`);
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('#login-submit');
  return { context, page };
}

const heading = (page: Page) => page.locator('main h1').first().innerText();
const aFile = (lines: readonly string[]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'imports in the console, JavaScript $javaScriptEnabled',
  ({ javaScriptEnabled }) => {
    it('upload a file, show how far it is, say which rows were refused, and forget it', async () => {
      const { context, page } = await openImports('admin', { javaScriptEnabled });
      // axe itself is a script.
      const faults = (on: Page) => (javaScriptEnabled ? faultsOf(on) : []);
      const name = `brought${javaScriptEnabled ? 1 : 2}`;
      await page.getByRole('link', { name: 'Import users' }).first().click();
      await page.fill('[name=name]', 'People of before');
      await page.setInputFiles('[name=data]', { name: 'x', mimeType: 'text/csv', buffer: Buffer.from([0xff]) });
      await page.click('#console-submit');
      expect(await page.locator('#data-error').innerText()).toContain('UTF-8');
      expect(await page.locator('[name=name]').inputValue()).toBe('People of before');
      expect(await faults(page)).toEqual([]);

      await page.setInputFiles('[name=data]', aFile(['username,email', `${name},${name}@example.com`, 'x,nowhere']));
      await page.uncheck('[name=dry_run]');
      await page.click('#console-submit');
      expect(await heading(page)).toContain('People of before');
      // The page loads itself anew until it is over.
      await page.locator('.badge', { hasText: 'Done' }).waitFor();
      expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
        expect.stringMatching(/3\s+username/),
        expect.stringMatching(/3\s+email/),
      ]);
      expect(await faults(page)).toEqual([]);
      expect(await served.source.getRepository(User).countBy({ username: name })).toBe(1);

      await page.getByRole('link', { name: 'Forget' }).click();
      expect(await page.locator('.consequences').innerText()).toContain('The users that it has made stay: 1.');
      await page.click('#console-submit');
      expect(await heading(page)).toBe('Imports');
      expect(await faults(page)).toEqual([]);
      await context.close();
    });
  },
);

describe('imports in the console', () => {
  it('have a bar while they go on', async () => {
    const { context, page } = await openImports('owner');
    const store = served.app.get(UserImportStore);
    const { id } = await store.insert({
      actorType: 'operator',
      actorId: 'ada',
      name: 'many.csv',
      format: 'csv',
      isUploaded: false,
      isDryRun: true,
      state: 'running',
      digest: Buffer.alloc(32),
      bytes: 1_000,
    });
    const claimed = await store.claim(id);
    if (claimed === undefined) throw new Error('somebody works on it');
    await store.checkpoint(claimed, { bytesDone: 400, lastRow: 40, imported: 38, refused: 1 });
    const answer = await page.goto(`${served.issuer}/admin/user-imports/${id}`);
    expect(answer?.headers()['refresh']).toBe('2');
    expect(await page.locator('progress').getAttribute('value')).toBe('400');
    await store.finish(claimed, null);
    await page.locator('.badge', { hasText: 'Done' }).waitFor();
    expect((await page.goto(page.url()))?.headers()['refresh']).toBeUndefined();
    await context.close();
  });
});
