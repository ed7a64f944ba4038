import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aUser, type TestUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { CONSOLE_VISITS, NO_PAGES } from '../support/console-visits.js';
import { freePort } from '../support/free-port.js';
import { FEW_FORMS, type Form, FORMS } from '../support/gallery/forms.js';
import { faultsInForms } from '../support/gallery/inspect.js';
import { routesOf } from '../support/routes.js';

/** With `SCREENSHOTS=<folder>` every page is photographed in every form. */
const folder = process.env['SCREENSHOTS'];
const forms = folder === undefined ? FEW_FORMS.filter(({ isMirrored }) => isMirrored !== true) : FORMS;

/** What stands in place of the parameters of a route. */
const NOBODY = '01999999-0000-7000-8000-000000000000';

let served: TestApp;
let browser: Browser;
let owner: TestUser;
beforeAll(async () => {
  served = await startApp({}, await freePort());
  browser = await launchChromium();
  owner = await aUser(served, { row: { role: 'owner' } });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Routes as `routesOf` tells them. */
function withIds(routes: readonly string[]): string[] {
  return routes.map((route) => route.replaceAll(/:\w+/g, NOBODY));
}

describe('every page of the console', () => {
  it('is on the list of pages that are looked at', () => {
    const pages = routesOf(served).filter(({ method, path }) => method === 'GET' && /^\/admin(?:\/|$)/.test(path));
    const noPages = withIds(NO_PAGES);
    const paths = [...new Set(pages.map(({ path }) => path))].filter((path) => !noPages.includes(path));
    const visited = withIds(Object.keys(CONSOLE_VISITS));
    expect(paths.toSorted((a, b) => a.localeCompare(b))).toEqual(visited.toSorted((a, b) => a.localeCompare(b)));
  });

  it('on a desk in light, on a phone in dark: axe finds nothing, nothing scrolls sideways (WCAG 2.2 AA)', async () => {
    const { context, page } = await newPage(browser, { reducedMotion: 'reduce' });
    // Pages of work that goes on load themselves anew: not while they are looked at.
    await page.route('**/admin/**', async (route) => {
      const response = await route.fetch();
      const { refresh: _refresh, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await page.goto(`${served.issuer}/login`);
    await page.fill('[name=username]', owner.username);
    await page.fill('[name=password]', owner.password);
    await page.click('#login-submit');
    const faults: string[] = [];
    for (const [route, visits] of Object.entries(CONSOLE_VISITS)) {
      for (const [index, visit] of visits.entries()) {
        const url = await visit(served);
        const answer = await page.goto(served.issuer + url);
        if (answer?.ok() !== true) faults.push(`${url}: ${answer?.status()}`);
        const name = `${route.slice(1).replaceAll(/[/:]+/g, '-')}-${index}.png`;
        const found = await faultsInForms(page, forms, (form) => photograph(page, form, name));
        faults.push(...found.map((fault) => `${url}, ${fault}`));
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  }, 600_000);
});

async function photograph(page: Page, form: Form, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(join(folder, form.name), { recursive: true });
  await page.screenshot({ path: join(folder, form.name, name), fullPage: true });
}
