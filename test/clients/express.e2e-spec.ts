import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser, type ClientChanges, type TestUser } from '../support/builders.js';
import { freePort } from '../support/free-port.js';
import { Visitor } from '../support/visitor.js';
import { authJsApp } from './apps/auth-js-app.js';
import { expressOpenidConnectApp } from './apps/express-openid-connect-app.js';
import { listening, type Registered, type RunningApp } from './apps/listening.js';
import { passportApp } from './apps/passport-app.js';

/*
 * Relying parties made with the libraries that most Node.js apps use, unmodified and told nothing but the issuer and
 * their own registration. A person walks through each.
 */

const BASIC = { token_endpoint_auth_method: 'client_secret_basic' };

let served: TestApp;
let user: TestUser;
const running: RunningApp[] = [];

beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
});
afterAll(async () => {
  for (const app of running) app.close();
  await served.close();
});

type Make = (url: string, registered: Registered) => RequestListener | Promise<RequestListener>;

/** An app of its own with its registration, listening at the address that its callback URL names. */
async function anApp(make: Make, callback: string, changes: ClientChanges): Promise<RunningApp> {
  const app = await listening(async (url) => {
    const scope = ['openid', 'profile', 'email', 'offline_access'];
    const client = await aClient(served, { redirect_uris: [`${url}${callback}`], scope, ...changes });
    return make(url, { issuer: served.issuer, ...client });
  });
  running.push(app);
  return app;
}

describe('real apps', () => {
  it('passport-openidconnect signs a person in and reads the profile', async () => {
    const { url } = await anApp(passportApp, '/callback', { row: { pkceRequired: false } });
    const me = (await (await new Visitor(served, user).open(`${url}/login`)).json()) as Record<string, unknown>;
    expect(me).toMatchObject({ id: user.id, username: user.username, emails: [{ value: user.email }] });
  });

  it('express-openid-connect signs in with PKCE and nonce, verifies the ID token, reads userinfo, and signs out', async () => {
    const { url } = await anApp(expressOpenidConnectApp, '/callback', BASIC);
    const visitor = new Visitor(served, user);
    const me = (await (await visitor.open(`${url}/login`)).json()) as Record<string, unknown>;
    expect(me).toMatchObject({ sub: user.id, sid: expect.any(String) });
    const claims = (await (await visitor.visit(`${url}/userinfo`)).json()) as Record<string, unknown>;
    expect(claims).toMatchObject({ sub: user.id, email: user.email });
    const out = await visitor.visit(`${url}/logout`);
    expect(new URL(out.headers.get('location') ?? '').origin).toBe(served.issuer);
  });

  it('Auth.js (@auth/core) signs in by its oidc provider type', async () => {
    const { url } = await anApp(authJsApp, '/auth/callback/doorward', BASIC);
    const visitor = new Visitor(served, user);
    const { csrfToken } = (await (await visitor.visit(`${url}/auth/csrf`)).json()) as { csrfToken: string };
    const started = await visitor.visit(`${url}/auth/signin/doorward`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, callbackUrl: `${url}/auth/session` }).toString(),
    });
    const session = await (await visitor.open(started.headers.get('location') ?? '')).json();
    expect(session).toMatchObject({ user: { email: user.email } });
  });
});
