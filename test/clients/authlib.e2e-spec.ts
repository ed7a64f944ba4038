import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { allow } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser, type TestUser } from '../support/builders.js';
import { freePort } from '../support/free-port.js';
import { Program } from '../support/programs.js';

const APP = join(import.meta.dirname, 'apps/authlib-app.py');
/** Debian's package python3-authlib, with the Python that it belongs to. */
const PYTHON = '/usr/bin/python3';
const isThere = spawnSync(PYTHON, ['-c', 'import authlib, requests'], { stdio: 'ignore' }).status === 0;

let served: TestApp;
let user: TestUser;
beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
});
afterAll(() => served.close());

it.skipIf(!isThere)(
  'Authlib (Python) signs in, verifies the ID token with its own code, and reads userinfo',
  async () => {
    const client = await aClient(served, {
      scope: ['openid', 'profile', 'email'],
      token_endpoint_auth_method: 'client_secret_basic',
    });
    const [redirectUri = ''] = client.redirectUris;
    const program = new Program(
      spawn(PYTHON, [APP], {
        env: {
          ISSUER: served.issuer,
          CLIENT_ID: client.clientId,
          CLIENT_SECRET: client.clientSecret,
          REDIRECT_URI: redirectUri,
        },
        stdio: 'pipe',
      }),
    );
    const [address] = await program.says(/^http\S+$/m);
    const browser = await aBrowserOf(served, user);
    const { location = '' } = await allow(browser, await browser.open(address));
    program.type(location);
    const output = await program.end();
    const result = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect(result).toMatchObject({
      verified: { iss: served.issuer, sub: user.id, aud: client.clientId },
      userinfo: { sub: user.id, email: user.email },
    });
  },
);
