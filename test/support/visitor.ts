import { parseSetCookie } from 'cookie';
import { allow, signIn } from './authorization.js';
import { Page, TestBrowser } from './browser.js';
import type { TestApp } from './app.js';
import type { TestUser } from './builders.js';
import { noteLine } from './leak-scan.js';

const MOST_HOPS = 20;

/**
 * A person with one browser who moves between apps and the server, following every redirect: apps over real HTTP, the
 * server through the test browser, each with its own cookies.
 */
export class Visitor {
  readonly browser: TestBrowser;
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(
    private readonly served: TestApp,
    private readonly user: TestUser,
  ) {
    this.browser = new TestBrowser(served);
  }

  /** Opens an app's address, signs in and allows what the server asks on the way. @returns the app's last answer */
  async open(url: string): Promise<Response> {
    let next = new URL(url);
    for (let hops = 0; hops < MOST_HOPS; hops += 1) {
      const isServer = next.origin === this.served.issuer;
      const response = await this.visit(isServer ? await this.throughServer(next.href) : next.href);
      const location = response.headers.get('location');
      if (location === null) return response;
      next = new URL(location, response.url);
    }
    throw new Error(`the app at ${url} sends a browser round in circles`);
  }

  /** One request to an app, with its cookies, redirects not followed. */
  async visit(url: string, init: RequestInit = {}): Promise<Response> {
    noteLine(`url ${url}`);
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const text of response.headers.getSetCookie()) keep(jar, text);
    return response;
  }

  /** Does what the server asks. @returns the address at which the browser leaves it */
  private async throughServer(url: string): Promise<string> {
    let page: Page = await this.browser.open(url);
    if (page.location === undefined && page.url.includes('/login')) page = await signIn(this.browser, page, this.user);
    if (page.location === undefined && page.url.includes('/consent')) page = await allow(this.browser, page);
    if (page.location !== undefined) return page.location;
    throw new Error(`the server stopped at ${page.url} (${page.status}): ${page.text.slice(0, 300)}`);
  }
}

function keep(jar: Map<string, string>, header: string): void {
  const cookie = parseSetCookie(header);
  if (cookie === undefined) return;
  if (!cookie.value || cookie.maxAge === 0) jar.delete(cookie.name);
  else jar.set(cookie.name, cookie.value);
}
