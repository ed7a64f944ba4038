import { randomToken } from '../../src/crypto/random-token.js';
import { expect } from 'vitest';
import type { TestApp } from '../support/app.js';
import type { TestUser } from '../support/builders.js';
import type { Page } from '../support/browser.js';
import type { Changes } from '../support/tokens.js';
import { type DynamicClient, registerDynamically } from './dynamic-client.js';
import type { SuiteSite } from './suite-site.js';
import { isAt, type Outcome, Suite } from './suite.js';

/** The suite of a client that takes part in logouts. */
export class LogoutSuite extends Suite {
  private constructor(
    served: TestApp,
    client: DynamicClient,
    user: TestUser,
    private readonly site: SuiteSite,
  ) {
    super(served, client, user);
  }

  static async create(
    served: TestApp,
    { user, site, ...registration }: { user: TestUser; site: SuiteSite; token: string } & Record<string, unknown>,
  ): Promise<LogoutSuite> {
    const post_logout_redirect_uris = [`${site.url}/post_logout_redirect`];
    const client = await registerDynamically(served, { site, post_logout_redirect_uris, ...registration });
    return new LogoutSuite(served, client, user, site);
  }

  /** The end session request as the suite makes it: hint, redirect URI and a long state. */
  logoutRequest({ idToken }: Outcome, changes: Changes = {}): Record<string, string> {
    const wanted: Changes = {
      id_token_hint: idToken.raw,
      post_logout_redirect_uri: `${this.site.url}/post_logout_redirect`,
      state: randomToken(96),
      ...changes,
    };
    return Object.fromEntries(
      Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  }

  /** Opens the end session endpoint. @returns where the browser stopped, a question of ours not yet answered */
  openLogout(request: Readonly<Record<string, string>>): Promise<Page> {
    return this.browser.open(`/logout?${new URLSearchParams(request).toString()}`);
  }

  /** The same, saying yes where it is asked. */
  async logout(request: Readonly<Record<string, string>>): Promise<Page> {
    return this.confirm(await this.openLogout(request));
  }

  async confirm(page: Page): Promise<Page> {
    if (!isAt(page, '/logout') || !page.html.includes('id="logout-confirm"')) return page;
    return this.browser.submitAndFollow(page, {}, { form: '/logout', button: 'logout-confirm' });
  }

  /** Back at the app with the state and nothing else. Pages with frames go on by a link. */
  expectRedirect(page: Page, { state, post_logout_redirect_uri: target = '' }: Readonly<Record<string, string>>): void {
    const link = page.links.find((href) => href.startsWith(target));
    const back = new URL(page.location ?? link ?? 'about:blank');
    expect(back.href.split('?')[0]).toBe(target);
    expect(Object.fromEntries(back.searchParams)).toEqual(state === undefined ? {} : { state });
  }

  /** The suite's last step: `prompt=none` must find nobody signed in. */
  async expectLoggedOut(): Promise<void> {
    const request = this.request({ prompt: 'none' });
    const required = ['login_required', 'interaction_required', 'account_selection_required', 'consent_required'];
    await this.expectError(await this.authorize(request), required, request['state']);
  }

  /** Whether this browser is still signed in. */
  async expectSignedIn(): Promise<void> {
    await this.complete({ prompt: 'none' });
  }
}
