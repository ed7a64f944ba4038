import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { initialAccessToken } from './dynamic-client.js';
import { LogoutSuite } from './logout-suite.js';
import { SuiteSite } from './suite-site.js';

let served: TestApp;
let site: SuiteSite;
let suite: LogoutSuite;

beforeAll(async () => {
  served = await startApp();
  site = await SuiteSite.start();
  suite = await LogoutSuite.create(served, {
    user: await aUser(served),
    site,
    token: await initialAccessToken(served),
    backchannel_logout_uri: `${site.url}/backchannel_logout`,
    backchannel_logout_session_required: true,
  });
});
afterAll(async () => {
  site.close();
  await served.close();
});

describe('oidcc-backchannel-rp-initiated-logout-certification-test-plan', () => {
  it('oidcc-backchannel-logout-discovery-endpoint-verification', async () => {
    expect(await suite.provider()).toMatchObject({
      end_session_endpoint: `${served.issuer}/logout`,
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    });
  });

  it('oidcc-backchannel-rp-initiated-logout', async () => {
    const { idToken, ...outcome } = await suite.complete();
    const request = suite.logoutRequest({ idToken, ...outcome });
    suite.expectRedirect(await suite.logout(request), request);
    await served.app.get(Outbox).drain();
    const [received, ...more] = site.at('/backchannel_logout');
    expect([received?.method, received?.headers['content-type'], more]).toEqual([
      'POST',
      expect.stringContaining('application/x-www-form-urlencoded'),
      [],
    ]);
    const form = new URLSearchParams(received?.body);
    expect([...form.keys()]).toEqual(['logout_token']);
    const { payload, protectedHeader } = await jwtVerify(
      form.get('logout_token') ?? '',
      createLocalJWKSet(await suite.keys()),
      { issuer: served.issuer, audience: suite.client.clientId, requiredClaims: ['iat', 'exp', 'jti'] },
    );
    expect(protectedHeader.alg).toBe(idToken.header.alg);
    expect(payload).toMatchObject({
      sub: idToken.claims.sub,
      sid: idToken.claims['sid'],
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
    expect(payload).not.toHaveProperty('nonce');
    await suite.expectLoggedOut();
  });
});
