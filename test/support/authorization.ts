import { expect } from 'vitest';
import { randomToken } from '../../src/crypto/random-token.js';
import { challengeOf } from '../../src/protocol/pkce.js';
import type { Page, TestBrowser } from './browser.js';
import { noteSecret } from './leak-scan.js';

/** Parameters of an authorization request; `undefined` leaves one out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** An authorization request as an app makes it, with what the app keeps for the exchange. */
export interface Attempt {
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly state: string;
  readonly codeVerifier: string;
}

interface App {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
}

/** A valid request of this app, with PKCE and a random `state`, with the given changes. */
export function anAttempt(app: App, changes: Changes = {}): Attempt {
  const codeVerifier = randomToken();
  noteSecret(codeVerifier);
  const state = randomToken(16);
  const wanted: Changes = {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: app.redirectUris[0],
    scope: 'profile email',
    state,
    code_challenge: challengeOf(codeVerifier),
    code_challenge_method: 'S256',
    ...changes,
  };
  const params = Object.fromEntries(
    Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { url: `/authorize?${new URLSearchParams(params).toString()}`, params, state, codeVerifier };
}

/** What an answer tells the app at its redirect URI; fails when the browser was not sent there. */
export function answerAt(app: App, page: Page): Record<string, string> {
  const { location = '' } = page;
  const [redirectUri = ''] = app.redirectUris;
  expect(page.status).toBe(303);
  expect(location.startsWith(redirectUri)).toBe(true);
  return Object.fromEntries(new URL(location).searchParams);
}

/** Allows what the consent page asks, with the boxes as they are or as given. Stops where the browser leaves the server. */
export function allow(browser: TestBrowser, page: Page, scope?: readonly string[]): Promise<Page> {
  const fields = scope === undefined ? {} : { scope };
  return browser.submitAndFollow(page, fields, { form: '/consent', button: 'consent-allow' });
}

/** Denies what the consent page asks. */
export function deny(browser: TestBrowser, page: Page): Promise<Page> {
  return browser.submitAndFollow(page, {}, { form: '/consent', button: 'consent-deny' });
}

interface Person {
  readonly username: string;
  readonly password: string;
}

/** Signs in on a login page, and follows where that leads. */
export function signIn(browser: TestBrowser, page: Page, { username, password }: Person): Promise<Page> {
  return browser.submitAndFollow(page, { username, password }, { form: '/login', button: 'login-submit' });
}

/** What an answer by form tells the app; fails when the page would not post it to the redirect URI. */
export function formPostAt(app: App, page: Page): Record<string, string> {
  const { action, method, controls } = page.form('form-post');
  expect([page.status, method, action]).toEqual([200, 'POST', app.redirectUris[0]]);
  return Object.fromEntries(controls.filter(({ isSent }) => isSent).map(({ name, value }) => [name, value]));
}
