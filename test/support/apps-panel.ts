import type { TestApp } from './app.js';
import type { Fields, Page, TestBrowser } from './browser.js';
import { aBrowserOf, aUser, type TestUser } from './builders.js';
import { noteSecret } from './leak-scan.js';

/** Someone with the browser in which they are signed in. */
export interface Person extends TestUser {
  readonly browser: TestBrowser;
}

/** A new user of this name, signed in. */
export async function signedIn(served: TestApp, username: string): Promise<Person> {
  const user = await aUser(served, { username, email: `${username}@example.com` });
  return { ...user, browser: await aBrowserOf(served, user) };
}

/** The fields of a new app with one callback URL. */
export function aNewApp(changes: Fields = {}): Fields {
  return { client_name: 'Acme', redirect_uris: 'https://acme.example/callback', ...changes };
}

/** Fills and sends the form for a new app of the kind. `form_id` overrides the form's own. */
export async function register(browser: TestBrowser, kind: string, fields: Fields): Promise<Page> {
  return browser.submit(await browser.open(`/apps/new/${kind}`), fields, { form: `/apps/new/${kind}` });
}

export interface ShownOnce {
  readonly id: string;
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly registrationAccessToken: string;
  readonly stateKey: string;
}

/** What the credentials page shows; empty what it does not. */
export function shownOnce(page: Page): ShownOnce {
  const url = page.links.find((link) => /^\/apps\/[0-9a-f-]{36}$/.test(link));
  if (url === undefined) throw new Error(`no credentials on ${page.url} (${page.status}): ${page.text.slice(0, 300)}`);
  const words = page.text.split(' ');
  const find = (pattern: RegExp) => words.find((word) => pattern.test(word)) ?? '';
  const shown = {
    id: url.slice('/apps/'.length),
    url,
    clientId: find(/^client_/),
    clientSecret: find(/^dws_/),
    registrationAccessToken: find(/^dwr_/),
    stateKey: find(/^[\w-]{43}$/),
  };
  for (const secret of [shown.clientSecret, shown.registrationAccessToken, shown.stateKey]) noteSecret(secret);
  return shown;
}
