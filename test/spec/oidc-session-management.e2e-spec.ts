import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser } from '../support/builders.js';
import { anOpenIdClient, signInToApp } from '../support/logout.js';
import { getJson } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp({ issuer: 'https://op.example', isHttps: true });
});
afterAll(() => served.close());

describe('Session Management §3.2 check_session_iframe', () => {
  it('may be framed by anyone, unlike every other page, and runs our script alone', async () => {
    const browser = new TestBrowser(served);
    const frame = await browser.get('/session/check');
    expect(frame.status).toBe(200);
    expect(frame.header('x-frame-options')).toBe('');
    expect(frame.header('content-security-policy')).toContain('frame-ancestors *');
    expect(frame.header('content-security-policy')).toContain("script-src 'self'");
    expect(frame.html).toMatch(/<script type="module" src="\/assets\/session-check\.js\?v=\w+"><\/script>/);
    for (const path of ['/login', '/logout', '/logout/done', '/']) {
      const page = await browser.get(path);
      expect(page.header('x-frame-options').toLowerCase()).toBe('deny');
      expect(page.header('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('is published', async () => {
    const { body } = await getJson(served, '/.well-known/openid-configuration');
    expect(body['check_session_iframe']).toBe('https://op.example/session/check');
  });
});

describe('Session Management §2 session_state', () => {
  it('is the hash that the standard gives as an example: client, origin, browser state, salt', async () => {
    const app = await anOpenIdClient(served, {}, { redirect_uris: ['https://app.example/callback'] });
    const browser = await aBrowserOf(served, await aUser(served));
    const { searchParams } = await signInToApp(browser, app);
    const [hash, salt] = (searchParams.get('session_state') ?? '').split('.');
    const text = [app.clientId, 'https://app.example', browser.cookie('state'), salt].join(' ');
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('has a new salt each time, so that apps cannot compare theirs', async () => {
    const app = await anOpenIdClient(served);
    const browser = await aBrowserOf(served, await aUser(served));
    const states = [await signInToApp(browser, app), await signInToApp(browser, app)];
    expect(new Set(states.map(({ searchParams }) => searchParams.get('session_state'))).size).toBe(2);
  });

  it('stays away from an app without an origin, and from plain OAuth', async () => {
    const native = await anOpenIdClient(served, {}, { kind: 'native', redirect_uris: ['com.example.app:/callback'] });
    const browser = await aBrowserOf(served, await aUser(served));
    expect((await signInToApp(browser, native)).searchParams.has('session_state')).toBe(false);
    const app = await anOpenIdClient(served);
    expect((await signInToApp(browser, app, 'profile')).searchParams.has('session_state')).toBe(false);
  });

  it('comes from a cookie that frames of other sites may have: SameSite=None; Secure; no other cookie is', async () => {
    const user = await aUser(served);
    const { headers } = await new TestBrowser(served).post('/login', {
      username: user.username,
      password: user.password,
    });
    const cookies = [headers['set-cookie'] ?? []].flat();
    const shared = cookies.filter((cookie) => cookie.includes('SameSite=None'));
    expect(shared).toHaveLength(1);
    expect(shared[0]).toMatch(/^__Host-doorward_state=[\w-]{22};.*Secure/);
    for (const cookie of cookies) expect(cookie.includes('HttpOnly')).toBe(cookie !== shared[0]);
  });
});
