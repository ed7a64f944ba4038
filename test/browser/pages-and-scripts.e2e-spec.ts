import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';

const PASSWORD = 'amber-window-sparrow-71';
const CREDENTIALS = ['#client-secret', '#registration-access-token', '#state-key'];
noteSecret(PASSWORD);

let doorward: TestApp;
let chromium: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  doorward = await startApp({}, await freePort());
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await doorward?.close();
});
afterEach(() => context.close());

async function open(path: string): Promise<void> {
  await page.goto(`${doorward.issuer}${path}`);
}

async function signUp(username: string): Promise<void> {
  await open('/signup');
  await page.fill('#username', username);
  await page.fill('#email', `${username}@example.com`);
  await page.fill('#password', PASSWORD);
  await page.click('#signup-submit');
  await page.waitForURL(`${doorward.issuer}/`);
}

async function registerApp(): Promise<void> {
  await open('/apps/new/server');
  await page.fill('#client_name', 'Acme Photos');
  await page.fill('#redirect_uris', 'https://photos.example/callback');
  await page.click('#app-submit');
  for (const id of CREDENTIALS) noteSecret(await page.locator(id).innerText());
}

function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

describe('pages whose scripts run', () => {
  beforeEach(async () => {
    ({ context, page } = await newPage(chromium));
  });

  it('show the password while it is typed, and hide it again before the form is sent', async () => {
    await open('/login');
    await page.fill('#username', 'nobody');
    await page.fill('#password', PASSWORD);
    await page.click('[data-reveal=password]');
    expect(await page.getAttribute('#password', 'type')).toBe('text');
    const typeWhenSent = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.querySelector('form')?.addEventListener('submit', (event) => {
            event.preventDefault();
            resolve(document.querySelector<HTMLInputElement>('#password')?.type ?? '');
          });
        }),
    );
    await page.click('#login-submit');
    expect(await typeWhenSent).toBe('password');
  });

  it('send a form once, however often its button is pressed, and again after the back button', async () => {
    await open('/login');
    await page.fill('#username', 'nobody');
    await page.fill('#password', PASSWORD);
    const sent = await page.evaluate(() => {
      let count = 0;
      document.addEventListener('submit', (event) => {
        if (!event.defaultPrevented) count += 1;
        event.preventDefault();
      });
      const button = document.querySelector<HTMLButtonElement>('#login-submit');
      button?.click();
      button?.click();
      const twice = count;
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      button?.click();
      return [twice, count];
    });
    expect(sent).toEqual([1, 2]);
  });

  it('judge callback URLs while they are typed and mark the wrong characters', async () => {
    await signUp('linting');
    await open('/apps/new/server');
    await page.fill('#redirect_uris', 'https://photos.example/callback\nhttps://photos.example/call back');
    const faults = page.locator('#redirect_uris-lint');
    await faults.locator('mark').waitFor();
    expect(await faults.locator('li').count()).toBe(1);
    expect(await faults.locator('mark').textContent()).toBe(' ');
    await page.fill('#redirect_uris', 'https://photos.example/callback');
    await faults.locator('.faults__ok').waitFor();
    await page.fill('#redirect_uris', '');
    await faults.waitFor({ state: 'hidden' });
  });

  it('copy a value, offer code in tabs that the arrow keys move through, and write times in the own zone', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signUp('copying');
    await registerApp();
    const clientId = await page.innerText('#client-id');
    await page.click('[data-copy=client-id]');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(clientId);
    await page.click('#credentials-continue');
    expect(await page.locator('[role=tabpanel]:visible').count()).toBe(1);
    const [first] = await page.locator('[role=tab]').allInnerTexts();
    await page.locator('[role=tab][aria-selected=true]').press('ArrowRight');
    expect(await page.innerText('[role=tab][aria-selected=true]')).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await page.innerText('[role=tab][aria-selected=true]')).toBe(first);
    const time = page.locator('time[title]').first();
    expect(await time.getAttribute('title')).toContain('UTC');
    expect(await time.innerText()).not.toContain('UTC');
  });

  it('leave times in the zone that the person chose, and speak their language at once', async () => {
    await signUp('zoning');
    await open('/account');
    await page.selectOption('#zoneinfo', 'Asia/Kolkata');
    await page.selectOption('#locale', 'de');
    await page.click('#profile-submit');
    await page.locator('.note--done', { hasText: 'Ihr Profil wurde gespeichert.' }).waitFor();
    await registerApp();
    await page.click('#credentials-continue');
    const times = await page.locator('time[datetime*="T"]').allInnerTexts();
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((time) => !time.endsWith('GMT+5:30'))).toEqual([]);
  });

  it('show a chosen picture before it is sent', async () => {
    await signUp('picturing');
    await open('/account');
    const buffer = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#a06030' } })
      .png()
      .toBuffer();
    await page.setInputFiles('#pic', { name: 'me.png', mimeType: 'image/png', buffer });
    const preview = page.locator('#pic-preview');
    await preview.waitFor({ state: 'visible' });
    expect(await preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  });
});

describe('pages without scripts', () => {
  beforeEach(async () => {
    ({ context, page } = await newPage(chromium, { javaScriptEnabled: false }));
  });

  it('offer nothing that only scripts can do, and hide nothing', async () => {
    await open('/login');
    expect(await page.locator('[data-reveal]:visible').count()).toBe(0);
    await signUp('scriptless');
    await registerApp();
    expect(await page.locator('[data-copy]:visible').count()).toBe(0);
    await page.click('#credentials-continue');
    const snippets = page.locator('[data-tabs] summary');
    for (const summary of (await snippets.all()).slice(1)) await summary.click();
    expect(await page.locator('[data-tabs] pre:visible').count()).toBe(await snippets.count());
  });
});

describe('forms that were filled in wrongly', () => {
  beforeEach(async () => {
    ({ context, page } = await newPage(chromium));
  });

  it('say so first, have the focus there, and lead from there to the field', async () => {
    await open('/signup');
    await page.fill('#username', 'x');
    await page.fill('#email', 'x@example.com');
    await page.fill('#password', PASSWORD);
    await page.click('#signup-submit');
    await page.waitForSelector('#error-summary');
    expect(await focused()).toBe('error-summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('username');
    const describedBy = (await page.getAttribute('#username', 'aria-describedby')) ?? '';
    expect(describedBy).toContain('username-error');
    expect(await page.inputValue('#email')).toBe('x@example.com');
    expect(await page.inputValue('#password')).toBe('');
  });
});
