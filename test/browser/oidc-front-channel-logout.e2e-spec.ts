import type { RequestListener } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { aUser, type TestClient, type TestUser } from '../support/builders.js';
import { type Canary, startCanary } from '../support/canary.js';
import { launchChromium, newPage } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { anIdToken, anOpenIdClient, logoutUrl, newestSidOf } from '../support/logout.js';

let served: TestApp;
let chromium: Browser;
let context: BrowserContext;
let page: Page;
let violations: string[];
let user: TestUser;
const hosts: Canary[] = [];

beforeAll(async () => {
  served = await startApp({}, await freePort());
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium.close();
  for (const host of hosts) await host.close();
  await served.close();
});
beforeEach(async () => {
  user = await aUser(served);
  await openBrowser();
});
afterEach(() => context.close());

async function openBrowser(options: { javaScriptEnabled?: boolean } = {}): Promise<void> {
  ({ context, page } = await newPage(chromium, options));
  violations = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
}

const welcome: RequestListener = (_request, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>App</h1>');

interface App {
  readonly client: TestClient;
  readonly host: Canary;
  readonly origin: string;
}

/** An app on another site, which wants to be told by a frame. */
async function anApp(onFrame: RequestListener = welcome, isSessionRequired = true): Promise<App> {
  const host = await startCanary((request, response) =>
    request.url?.startsWith('/frontchannel') === true ? onFrame(request, response) : welcome(request, response),
  );
  hosts.push(host);
  const origin = `http://127.0.0.1:${host.port}`;
  const metadata = {
    frontchannel_logout_uri: `${origin}/frontchannel?tenant=1`,
    frontchannel_logout_session_required: isSessionRequired,
    post_logout_redirect_uris: [`${origin}/bye`],
  };
  const client = await anOpenIdClient(served, metadata, { redirect_uris: [`${origin}/callback`] });
  return { client, host, origin };
}

async function signIn({ client, origin }: App, isFirst = true): Promise<void> {
  await page.goto(served.issuer + anAttempt(client, { scope: 'openid profile' }).url);
  if (isFirst) {
    await page.fill('[name=username]', user.username);
    await page.fill('[name=password]', user.password);
    await page.click('#login-submit');
  }
  await page.click('#consent-allow');
  await page.waitForURL(`${origin}/callback**`);
}

const framesOf = ({ host }: App) => host.hits.filter((hit) => hit.startsWith('GET /frontchannel'));

describe('Front-Channel Logout §2', () => {
  it('loads a frame of every app of the session, then goes on to the app that asked', async () => {
    const [one, two, stranger] = [await anApp(), await anApp(welcome, false), await anApp()];
    await signIn(one);
    await signIn(two, false);
    const sid = await newestSidOf(served, user);
    const session = new URLSearchParams({ iss: served.issuer, sid }).toString();
    const hint = await anIdToken(served, { client: one.client, user, sid });
    const url = logoutUrl({ id_token_hint: hint, post_logout_redirect_uri: `${one.origin}/bye`, state: 'x' });
    await page.goto(served.issuer + url);
    await page.waitForURL(`${one.origin}/bye?state=x`);
    expect(framesOf(one)).toEqual([`GET /frontchannel?tenant=1&${session}`]);
    expect(framesOf(two)).toEqual(['GET /frontchannel?tenant=1']);
    expect(framesOf(stranger)).toEqual([]);
    expect(violations).toEqual([]);
  });

  it('allows frames of exactly these origins, on this page alone', async () => {
    const [one, two] = [await anApp(), await anApp()];
    await signIn(one);
    await signIn(two, false);
    await page.goto(`${served.issuer}/logout`);
    const response = page.waitForResponse((answer) => answer.url().includes('/logout/done'));
    await page.click('#logout-confirm');
    const policy = (await (await response).allHeaders())['content-security-policy'];
    expect(policy).toMatch(new RegExp(`frame-src (?:${one.origin} ${two.origin}|${two.origin} ${one.origin})(?:;|$)`));
    await page.goto(`${served.issuer}/logout/done`);
    expect(violations).toEqual([]);
  });

  it('does not wait for an app that hangs', async () => {
    const one = await anApp(() => undefined);
    await signIn(one);
    const url = logoutUrl({ client_id: one.client.clientId, post_logout_redirect_uri: `${one.origin}/bye` });
    await page.goto(served.issuer + url);
    await page.click('#logout-confirm');
    await page.waitForURL(`${one.origin}/bye`);
    expect(framesOf(one)).toHaveLength(1);
  });

  it('keeps a frame from taking the page elsewhere', async () => {
    const thief = await anApp((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<script>top.location = "/stolen"; alert(1);</script>'),
    );
    const honest = await anApp();
    await signIn(thief);
    const url = logoutUrl({ client_id: honest.client.clientId, post_logout_redirect_uri: `${honest.origin}/bye` });
    await page.goto(served.issuer + url);
    await page.click('#logout-confirm');
    await page.waitForURL(`${honest.origin}/bye`);
    expect(thief.host.hits.filter((hit) => hit.includes('stolen'))).toEqual([]);
  });

  it('works without JavaScript: frames load, and a link goes on', async () => {
    await context.close();
    await openBrowser({ javaScriptEnabled: false });
    const one = await anApp();
    await signIn(one);
    const url = logoutUrl({ client_id: one.client.clientId, post_logout_redirect_uri: `${one.origin}/bye` });
    await page.goto(served.issuer + url);
    await page.click('#logout-confirm');
    await page.waitForLoadState('load');
    expect(framesOf(one)).toHaveLength(1);
    await page.click('#logout-continue');
    await page.waitForURL(`${one.origin}/bye`);
  });
});

describe('attack A10 in a real browser: another site signs nobody out', () => {
  const hostile: Record<string, (target: string) => string> = {
    'a form that sends itself': (target) =>
      `<form method="post" action="${target}"><input name="state" value="x"></form><script>document.forms[0].submit()</script>`,
    'an image': (target) => `<img src="${target}"><img src="${target}?state=x">`,
    'a frame with a form': (target) =>
      `<iframe name="f"></iframe><form method="post" action="${target}" target="f"></form><script>document.forms[0].submit()</script>`,
    'a script that posts': (target) =>
      `<script>fetch(${JSON.stringify(target)}, { method: 'POST', mode: 'no-cors', credentials: 'include',
        headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'state=x' })</script>`,
  };

  it.each(Object.keys(hostile))('%s', async (name) => {
    const app = await anApp();
    await signIn(app);
    const html = hostile[name]?.(`${served.issuer}/logout`) ?? '';
    const evil = await startCanary((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(html),
    );
    hosts.push(evil);
    await page.goto(`http://127.0.0.1:${evil.port}/`);
    await page.waitForLoadState('networkidle');
    await page.goto(`${served.issuer}/account`);
    expect(page.url()).toBe(`${served.issuer}/account`);
    expect(framesOf(app)).toEqual([]);
  });
});
