import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientKind, StatisticKind } from '../../src/statistics/statistic-kinds.js';
import { Statistics } from '../../src/statistics/statistics.service.js';
import { StatisticsStore } from '../../src/statistics/statistics.store.js';
import { floorHour, HOUR_MS } from '../../src/statistics/time-buckets.js';
import type { UserRole } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { FORMS } from '../support/gallery/forms.js';
import { faultsInForms, faultsOf } from '../support/gallery/inspect.js';
import { aWebhook } from '../support/webhooks.js';

const HOURS = 200 * 24;

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

async function openDashboard(role: UserRole, options = {}) {
  const { username, password } = await aUser(served, { row: { role, zoneinfo: 'Europe/Paris' } });
  const { context, page } = await newPage(browser, options);
  await page.goto(`${served.issuer}/admin`);
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('#login-submit');
  return { context, page };
}

/** Some numbers in every hour: more at noon than at night, and more of late. */
async function someMonths(): Promise<void> {
  const now = floorHour(Date.now());
  const labels: [StatisticKind | ClientKind, string, number][] = [
    ['sign_in', 'succeeded', 40],
    ['sign_in', 'wrong_password', 5],
    ['sign_in', 'unknown_user', 2],
    ['token', 'authorization_code', 40],
    ['token', 'refresh_token', 300],
    ['token', 'client_credentials', 90],
    ['token_failure', 'invalid_grant', 6],
    ['token_failure', 'invalid_client', 2],
    ['new_user', 'users', 2],
    ['latency', 'token 10', 200],
    ['latency', 'token 25', 150],
    ['latency', 'token 100', 60],
    ['latency', 'token 250', 20],
  ];
  for (const client of [await aClient(served), await aClient(served)]) {
    labels.push(['client_token', client.clientId, 50 + labels.length * 10]);
  }
  const tallies = Array.from({ length: HOURS }, (_none, back) => now - back * HOUR_MS).flatMap((hour, back) =>
    labels.map(([kind, label, most]) => {
      const share = (1.2 + Math.sin((hour / HOUR_MS / 12) * Math.PI)) * (1 - back / HOURS / 2);
      return { kind, label, hour, amount: Math.ceil((most * share) / 2) };
    }),
  );
  await served.app.get(StatisticsStore).count(tallies, () => undefined);
  const people = await Promise.all(Array.from({ length: 12 }, () => aUser(served)));
  for (let back = 0; back < HOURS; back += 5) {
    const some = people.slice(0, 3 + (back % 9)).map(({ id }) => id);
    await served.app.get(StatisticsStore).noteActive(now - back * HOUR_MS, some);
  }
  await served.app.get(Statistics).flush();
}

const figure = (page: Page, label: string) => page.locator('.figure', { hasText: label });
const loaded = (page: Page) =>
  page.evaluate(() =>
    [...document.images].map(({ naturalWidth, currentSrc }) => [naturalWidth > 0, currentSrc] as const),
  );

describe('the dashboard', () => {
  it('says so where nothing has happened yet', async () => {
    const { context, page } = await openDashboard('auditor');
    await served.source.query('DELETE FROM statistics');
    await served.source.query('DELETE FROM user_activity');
    await page.goto(`${served.issuer}/admin?range=24h`);
    expect(await page.locator('.chart__empty').allInnerTexts()).toContain('No app has asked for a token yet.');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it('leads whoever may see no numbers to their first list', async () => {
    const { context, page } = await openDashboard('support');
    expect(new URL(page.url()).pathname).toBe('/admin/users');
    const answer = await page.request.get(`${served.issuer}/admin/charts/tokens.svg`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    await context.close();
  });

  describe('with some months of numbers', () => {
    beforeAll(someMonths, 60_000);

    it('keeps the time in its address, compares, and draws every chart that has a table of the same numbers', async () => {
      const { context, page } = await openDashboard('admin', { javaScriptEnabled: false });
      await page.getByRole('link', { name: '30 days' }).click();
      expect(new URL(page.url()).search).toBe('?range=30d');
      expect(await page.locator('.ranges [aria-current=page]').innerText()).toBe('30 days');
      expect(await figure(page, 'Failed sign-ins').innerText()).toMatch(/▲ \d+%, from [\d,]+ in the 30 days before/);
      expect(await page.locator('.chart details').count()).toBe(5);
      await page.locator('.chart details summary').first().click();
      expect(await page.locator('.chart details tbody tr:visible').count()).toBe(30);
      expect(await page.locator('.chart', { hasText: 'Busiest apps' }).locator('tbody tr').count()).toBe(2);
      await context.close();
    });

    it('tells what waits for somebody', async () => {
      const { webhook } = await aWebhook(served);
      await served.source.query('UPDATE webhooks SET failing_since = created_at WHERE id = ?', [webhook.id]);
      const { context, page } = await openDashboard('owner');
      const attention = await page.locator('.attention').innerText();
      expect(attention).toContain('nobody has vouched for');
      expect(attention).toContain(`Nothing arrives at the webhook “${webhook.name}”`);
      await page.getByRole('link', { name: 'Look at them' }).click();
      expect(await page.locator('main h1').innerText()).toBe('Apps');
      await context.close();
    });

    it('in each width and scheme: the right picture, and axe finds nothing (WCAG 2.2 AA)', async () => {
      const { context, page } = await openDashboard('owner', { reducedMotion: 'reduce' });
      const forms = FORMS.filter(({ isMirrored }) => isMirrored !== true);
      for (const range of ['24h', '90d']) {
        await page.goto(`${served.issuer}/admin?range=${range}`);
        const faults = await faultsInForms(page, forms, async ({ colorScheme, width }) => {
          const size = width < 768 ? 'narrow' : 'wide';
          const url = expect.stringContaining(`.svg?range=${range}&scheme=${colorScheme}&size=${size}`) as string;
          const pictures = Array.from({ length: 5 }, () => [true, url]);
          await expect.poll(() => loaded(page), { timeout: 15_000 }).toEqual(pictures);
        });
        expect(faults).toEqual([]);
      }
      await context.close();
    });

    it('its charts are files of their own, kept by nobody', async () => {
      const { context, page } = await openDashboard('owner');
      const answer = await page.request.get(`${served.issuer}/admin/charts/latency.svg?range=made-up&scheme=x&size=y`);
      expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'private, no-store']);
      expect(answer.headers()['content-type']).toBe('image/svg+xml; charset=utf-8');
      expect(await answer.text()).toMatch(/^<svg /);
      expect((await page.request.get(`${served.issuer}/admin/charts/secrets.svg`)).status()).toBe(404);
      const stranger = await newPage(browser);
      await stranger.page.goto(`${served.issuer}/admin/charts/latency.svg`);
      expect(new URL(stranger.page.url()).pathname).toBe('/login');
      await stranger.context.close();
      await context.close();
    });
  });
});
