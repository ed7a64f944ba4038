import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { askForRegistration, initialAccessToken, registerDynamically } from './dynamic-client.js';
import { SuiteSite } from './suite-site.js';

const LOGIN_URI = 'https://suite.example/initiate_login';

let served: TestApp;
let site: SuiteSite;
let token: string;

beforeAll(async () => {
  served = await startApp();
  site = await SuiteSite.start();
  token = await initialAccessToken(served);
});
afterAll(async () => {
  site.close();
  await served.close();
});

describe('oidcc-3rdparty-init-login-certification-test-plan', () => {
  it('oidcc-3rd_party-init-login', async () => {
    const { registered } = await registerDynamically(served, { token, site, initiate_login_uri: LOGIN_URI });
    expect(registered['initiate_login_uri']).toBe(LOGIN_URI);
    const configuration = await served.app.inject({
      url: new URL(String(registered['registration_client_uri'])).pathname,
      headers: {
        host: new URL(served.issuer).host,
        authorization: `Bearer ${String(registered['registration_access_token'])}`,
      },
    });
    expect(configuration.headers['content-type']).toMatch(/^application\/json/);
    expect([configuration.statusCode, configuration.json<Record<string, unknown>>()['initiate_login_uri']]).toEqual([
      200,
      LOGIN_URI,
    ]);
  });

  it('oidcc-3rd_party-init-login-nohttps', async () => {
    const { status, body } = await askForRegistration(served, token, {
      redirect_uris: [`${site.url}/callback`],
      initiate_login_uri: 'http://suite.example/initiate_login',
    });
    expect([status, body['error']]).toEqual([400, 'invalid_client_metadata']);
  });
});
