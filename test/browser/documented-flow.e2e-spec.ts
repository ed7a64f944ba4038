import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { noteSecret } from '../support/leak-scan.js';
import { type RelyingParty, startRelyingParty } from '../support/relying-party.js';

const PASSWORD = 'quiet-harbour-lantern-42';
noteSecret(PASSWORD);

let doorward: TestApp;
let chromium: Browser;

beforeAll(async () => {
  doorward = await startApp({}, await freePort());
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await doorward?.close();
});

/** Every story is walked by a browser with JavaScript and by one without. */
describe.each([
  { javaScriptEnabled: true, suffix: 'js' },
  { javaScriptEnabled: false, suffix: 'nojs' },
])('the documented flow in Chromium, JavaScript $javaScriptEnabled', ({ javaScriptEnabled, suffix }) => {
  const owner = `owner-${suffix}`;
  const visitor = `visitor-${suffix}`;
  let relyingParty: RelyingParty;

  async function withPage(work: (page: Page) => Promise<void>): Promise<void> {
    const { context, page } = await newPage(chromium, { javaScriptEnabled });
    try {
      await work(page);
    } finally {
      await context.close();
    }
  }

  afterAll(() => relyingParty?.stop());

  it('a user signs up, registers an app and gets its credentials once', async () => {
    const port = await freePort();
    await withPage(async (page) => {
      await page.goto(`${doorward.issuer}/signup`);
      await page.fill('[name=username]', owner);
      await page.fill('[name=email]', `${owner}@example.com`);
      await page.fill('[name=password]', PASSWORD);
      await page.click('#signup-submit');
      await page.goto(`${doorward.issuer}/apps/new/server`);
      await page.fill('[name=client_name]', `Acme Photos ${suffix}`);
      await page.fill('[name=redirect_uris]', `http://localhost:${port}/callback`);
      for (const scope of await page.locator('[name=scope]').all()) await scope.check();
      await page.click('#app-submit');
      const [clientId, clientSecret, stateKey] = await Promise.all(
        ['#client-id', '#client-secret', '#state-key'].map((id) => page.locator(id).innerText()),
      );
      noteSecret(clientSecret);
      noteSecret(stateKey);
      noteSecret(await page.locator('#registration-access-token').innerText());
      relyingParty = await startRelyingParty({
        issuer: doorward.issuer,
        clientId: clientId!,
        clientSecret: clientSecret!,
        stateKey: stateKey!,
        port,
      });
      await page.click('#credentials-continue');
      expect(await page.content()).not.toContain(clientSecret);
      expect(page.url()).not.toContain(clientSecret);
    });
  });

  it('a visitor without an account signs up on the way, allows, and the app shows their data', async () => {
    await withPage(async (page) => {
      await startAtApp(page);
      await page.click('a[href^="/signup"]');
      await page.fill('[name=username]', visitor);
      await page.fill('[name=email]', `${visitor}@example.com`);
      await page.fill('[name=password]', PASSWORD);
      await page.click('#signup-submit');
      expect(await page.locator('h1').innerText()).toBe(`Do you really want to give Acme Photos ${suffix} permission?`);
      await page.click('#consent-allow');
      await page.waitForURL(`${relyingParty.url}/**`);
      expect(await page.locator('body').innerText()).toContain(`${visitor}@example.com`);
    });
  });

  it('the second time the remembered consent leads straight back to the app', async () => {
    await withPage(async (page) => {
      await startAtApp(page);
      await login(page, visitor);
      await page.waitForURL(`${relyingParty.url}/**`);
      expect(await page.locator('body').innerText()).toContain(visitor);
    });
  });

  it('an unticked permission is not given', async () => {
    await withPage(async (page) => {
      await startAtApp(page);
      await login(page, owner);
      await page.locator('[name=scope][value=email]').uncheck();
      await page.click('#consent-allow');
      await page.waitForURL(`${relyingParty.url}/**`);
      const shown = await page.locator('body').innerText();
      expect(shown).toContain(owner);
      expect(shown).not.toContain(`${owner}@example.com`);
    });
  });

  it('a denial and a cancelled login come back to the app as access_denied, without data', async () => {
    await signUp(`denier-${suffix}`);
    await withPage(async (page) => {
      await startAtApp(page);
      await login(page, `denier-${suffix}`);
      await page.click('#consent-deny');
      await page.waitForURL(/error=access_denied|\/denied|callback/);
      expect(page.url().startsWith(relyingParty.url)).toBe(true);
      expect(await page.locator('body').innerText()).not.toContain(`denier-${suffix}@example.com`);
    });
    await withPage(async (page) => {
      await startAtApp(page);
      await page.click('#login-cancel');
      await page.waitForURL(`${relyingParty.url}/**`);
      expect(page.url()).toContain('access_denied');
    });
  });

  it('a wrong password says so, keeps the name, and the right one goes on', async () => {
    await withPage(async (page) => {
      await startAtApp(page);
      await page.fill('[name=username]', visitor);
      await page.fill('[name=password]', 'not the password');
      await page.click('#login-submit');
      expect(await page.locator('[name=username]').inputValue()).toBe(visitor);
      expect(await page.locator('[name=password]').inputValue()).toBe('');
      expect(await page.locator('[role=alert]').innerText()).not.toBe('');
      await page.fill('[name=password]', PASSWORD);
      await page.click('#login-submit');
      await page.waitForURL(`${relyingParty.url}/**`);
    });
  });

  it('consent sent twice at once ends at the app, signed in', async () => {
    await signUp(`double-${suffix}`);
    await withPage(async (page) => {
      await startAtApp(page);
      await login(page, `double-${suffix}`);
      await page
        .locator('#consent-allow')
        .dblclick({ delay: 5, noWaitAfter: true })
        .catch(() => {});
      // The second press ends the first one's navigation, so there is no single navigation to wait for.
      const shown = () =>
        page
          .locator('body')
          .innerText()
          .catch(() => '');
      await expect.poll(shown, { timeout: 15_000 }).toContain(`Hello, double-${suffix}`);
      expect(page.url().startsWith(relyingParty.url)).toBe(true);
    });
  });

  it('a code that expired before the app came for it is refused, and the app says so', async () => {
    await withPage(async (page) => {
      await startAtApp(page);
      await doorward.source.query(`CREATE TRIGGER late AFTER INSERT ON oauth_grants
        BEGIN UPDATE oauth_grants SET code_expires_at = 1 WHERE id = NEW.id; END`);
      try {
        await login(page, visitor);
        await page.waitForURL(`${relyingParty.url}/**`);
        const shown = await page.locator('body').innerText();
        expect(shown).not.toContain(`${visitor}@example.com`);
        expect(shown).toContain('Try again');
      } finally {
        await doorward.source.query('DROP TRIGGER late');
      }
    });
  });

  it('the back button after a finished sign-in explains itself and can start again', async () => {
    await signUp(`back-${suffix}`);
    await withPage(async (page) => {
      await startAtApp(page);
      await login(page, `back-${suffix}`);
      const consentUrl = page.url();
      await page.click('#consent-allow');
      await page.waitForURL(`${relyingParty.url}/**`);
      await page.goto(consentUrl);
      expect(await page.locator('body').innerText()).toContain('already');
    });
  });

  it('a removed app loses its access and asks again', async () => {
    await withPage(async (page) => {
      await page.goto(`${doorward.issuer}/account/apps`);
      await login(page, visitor);
      await page.click('a[href$="/remove"]');
      await page.click('form[action$="/remove"] button');
      expect(await page.locator('main').innerText()).not.toContain(`Acme Photos ${suffix}`);
      await startAtApp(page);
      expect(await page.locator('h1').innerText()).toContain('Do you really want');
    });
  });

  async function startAtApp(page: Page): Promise<void> {
    await page.goto(relyingParty.url);
    await page.click('a[href="/authLogin"]');
  }

  async function signUp(username: string): Promise<void> {
    await withPage(async (page) => {
      await page.goto(`${doorward.issuer}/signup`);
      await page.fill('[name=username]', username);
      await page.fill('[name=email]', `${username}@example.com`);
      await page.fill('[name=password]', PASSWORD);
      await page.click('#signup-submit');
      await page.waitForURL((url) => url.pathname !== '/signup');
    });
  }
});

async function login(page: Page, username: string): Promise<void> {
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', PASSWORD);
  await page.click('#login-submit');
}
