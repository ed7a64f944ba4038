import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { challengeOf } from '../../src/protocol/pkce.js';
import { randomToken } from '../../src/crypto/random-token.js';
import { startApp, type TestApp } from '../support/app.js';
import type { TestUser } from '../support/builders.js';
import { noteSecret } from '../support/leak-scan.js';
import { letTimePass, postForm } from '../support/tokens.js';
import { expectErrorPage, isAt, type ResponseMode, Suite, suiteClient, suitePerson } from './suite.js';

/** The claims that a scope opens, as the suite expects them when the person has them. */
const SCOPE_CLAIMS: Readonly<Record<string, readonly string[]>> = {
  profile: ['preferred_username', 'birthdate', 'updated_at'],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
};

/** The modules of the Basic plan, which the Form Post plan repeats with `response_mode=form_post`. */
export function basicModules(plan: string, mode: ResponseMode): void {
  describe(plan, () => {
    let served: TestApp;
    let user: TestUser;
    let suite: Suite;

    beforeAll(async () => {
      served = await startApp();
      user = await suitePerson(served);
      await served.source.query("UPDATE users SET name = 'Ada Lovelace', address = ? WHERE id = ?", [
        JSON.stringify({ locality: 'Anytown', country: 'US' }),
        user.id,
      ]);
    });
    afterAll(() => served.close());
    /** Every module begins with a client of its own and a browser without cookies. */
    const aSuite = async () => new Suite(served, await suiteClient(served), user, mode);

    it('oidcc-server', async () => {
      const { idToken } = await (await aSuite()).complete();
      expect(idToken.header.alg).toBe('RS256');
    });

    it('oidcc-response-type-missing', async () => {
      suite = await aSuite();
      const request = suite.request({ response_type: undefined });
      await suite.expectError(
        await suite.authorize(request),
        ['invalid_request', 'unsupported_response_type'],
        request['state'],
      );
    });

    it('oidcc-idtoken-signature', async () => {
      suite = await aSuite();
      const { idToken } = await suite.complete();
      const kids = (await suite.keys()).keys.map(({ kid }) => kid);
      expect(new Set(kids).size).toBe(kids.length);
      expect(kids).toContain(idToken.header.kid);
    });

    it('oidcc-idtoken-unsigned: skipped by the suite, since no unsigned ID token is offered', async () => {
      const { id_token_signing_alg_values_supported: algs } = await (await aSuite()).provider();
      expect(algs).not.toContain('none');
    });

    it('oidcc-userinfo-get', async () => {
      const { userinfo, idToken } = await (await aSuite()).complete();
      expect(userinfo['sub']).toBe(idToken.claims.sub);
    });

    it('oidcc-userinfo-post-header', async () => {
      suite = await aSuite();
      const { tokens, idToken } = await suite.complete();
      const headers = { authorization: `Bearer ${String(tokens['access_token'])}` };
      expect(await postForm(served, '/userinfo', {}, headers)).toMatchObject({
        status: 200,
        body: { sub: idToken.claims.sub },
      });
    });

    it('oidcc-userinfo-post-body', async () => {
      suite = await aSuite();
      const { tokens, idToken } = await suite.complete();
      const answer = await postForm(served, '/userinfo', { access_token: String(tokens['access_token']) });
      expect(answer).toMatchObject({ status: 200, body: { sub: idToken.claims.sub } });
    });

    it('oidcc-ensure-request-without-nonce-succeeds-for-code-flow', async () => {
      const { idToken } = await (await aSuite()).complete({ nonce: undefined });
      expect(idToken.claims).not.toHaveProperty('nonce');
    });

    it.each(['profile', 'email', 'address', 'phone'])('oidcc-scope-%s', async (scope) => {
      const { userinfo, idToken } = await (await aSuite()).complete({ scope: `openid ${scope}` });
      for (const claim of SCOPE_CLAIMS[scope] ?? []) expect(userinfo).toHaveProperty(claim);
      const others = Object.entries(SCOPE_CLAIMS)
        .filter(([name]) => name !== scope)
        .flatMap(([, claims]) => claims);
      for (const claim of others) expect({ ...userinfo, ...idToken.claims }).not.toHaveProperty(claim);
    });

    it('oidcc-scope-all', async () => {
      const { userinfo } = await (await aSuite()).complete({ scope: 'openid profile email address phone' });
      for (const claim of Object.values(SCOPE_CLAIMS).flat()) expect(userinfo).toHaveProperty(claim);
    });

    it('oidcc-alternate-happy-flow', async () => {
      suite = await aSuite();
      const request = suite.request({ scope: 'email openid' });
      const reordered = Object.fromEntries(Object.entries(request).toReversed());
      await suite.finish(request, await suite.authorize(reordered));
    });

    it.each(['page', 'popup'])('oidcc-display-%s', async (display) => {
      await (await aSuite()).complete({ display });
    });

    it('oidcc-prompt-login', async () => {
      suite = await aSuite();
      const first = await suite.complete();
      const request = suite.request({ prompt: 'login' });
      const page = await suite.browser.open(`/authorize?${new URLSearchParams(request).toString()}`);
      expect(isAt(page, '/login')).toBe(true);
      await letASecondPass();
      const second = await suite.finish(request, await suite.walk(page));
      expect(second.idToken.claims.sub).toBe(first.idToken.claims.sub);
      expect(Number(second.idToken.claims['auth_time'])).toBeGreaterThan(Number(first.idToken.claims['auth_time']));
    });

    it('oidcc-prompt-none-not-logged-in', async () => {
      suite = await aSuite();
      const request = suite.request({ prompt: 'none' });
      const required = ['login_required', 'interaction_required', 'account_selection_required', 'consent_required'];
      await suite.expectError(await suite.authorize(request), required, request['state']);
    });

    it('oidcc-prompt-none-logged-in', async () => {
      suite = await aSuite();
      const first = await suite.complete();
      const second = await suite.complete({ prompt: 'none' });
      expect(second.idToken.claims).toMatchObject({
        sub: first.idToken.claims.sub,
        auth_time: first.idToken.claims['auth_time'],
      });
    });

    it('oidcc-max-age-1', async () => {
      suite = await aSuite();
      const first = await suite.complete();
      await letASecondPass();
      await letASecondPass();
      const request = suite.request({ max_age: '1' });
      const page = await suite.browser.open(`/authorize?${new URLSearchParams(request).toString()}`);
      expect(isAt(page, '/login')).toBe(true);
      const second = await suite.finish(request, await suite.walk(page));
      expect(Number(second.idToken.claims['auth_time'])).toBeGreaterThan(Number(first.idToken.claims['auth_time']));
    });

    it('oidcc-max-age-10000', async () => {
      suite = await aSuite();
      const first = await suite.complete();
      const second = await suite.complete({ max_age: '10000' });
      expect(second.idToken.claims['auth_time']).toBe(first.idToken.claims['auth_time']);
    });

    it('oidcc-ensure-request-with-unknown-parameter-succeeds', async () => {
      await (await aSuite()).complete({ extra: 'foobar' });
    });

    it('oidcc-id-token-hint', async () => {
      suite = await aSuite();
      const first = await suite.complete();
      const second = await suite.complete({ prompt: 'none', id_token_hint: first.idToken.raw });
      expect(second.idToken.claims).toMatchObject({
        sub: first.idToken.claims.sub,
        auth_time: first.idToken.claims['auth_time'],
      });
    });

    it('oidcc-login-hint', async () => {
      await (await aSuite()).complete({ login_hint: user.username });
    });

    it('oidcc-ui-locales', async () => {
      await (await aSuite()).complete({ ui_locales: 'se' });
    });

    it('oidcc-claims-locales', async () => {
      await (await aSuite()).complete({ claims_locales: 'se' });
    });

    it('oidcc-ensure-request-with-acr-values-succeeds', async () => {
      suite = await aSuite();
      const { acr_values_supported: supported } = await suite.provider();
      const asked = (supported as string[]).join(' ');
      const { idToken } = await suite.complete({ acr_values: asked });
      expect(supported).toContain(idToken.claims['acr']);
    });

    it('oidcc-codereuse', async () => {
      suite = await aSuite();
      const { response } = await suite.complete();
      expect(await suite.exchange(response['code'] ?? '')).toMatchObject({ status: 400, error: 'invalid_grant' });
    });

    it('oidcc-codereuse-30seconds', async () => {
      suite = await aSuite();
      const { response, tokens } = await suite.complete();
      await letTimePass(served, 30);
      expect(await suite.exchange(response['code'] ?? '')).toMatchObject({ status: 400, error: 'invalid_grant' });
      expect((await suite.userinfo(tokens['access_token'])).status).toBe(401);
    });

    it('oidcc-ensure-registered-redirect-uri', async () => {
      suite = await aSuite();
      const redirectUri = `${suite.client.redirectUris[0]}/${randomToken(6)}`;
      expectErrorPage(await suite.authorize(suite.request({ redirect_uri: redirectUri })));
    });

    it('oidcc-ensure-post-request-succeeds', async () => {
      suite = await aSuite();
      const request = suite.request();
      const crossSite = { origin: 'https://suite.example', 'sec-fetch-site': 'cross-site' };
      const page = await suite.browser.follow(await suite.browser.post('/authorize', request, crossSite));
      await suite.finish(request, await suite.walk(page));
    });

    it('oidcc-server-client-secret-post', async () => {
      const client = await suiteClient(served, { token_endpoint_auth_method: 'client_secret_post' });
      suite = new Suite(served, client, user, mode);
      const { code = '' } = suite.answer(await suite.authorize(suite.request()));
      const credentials = { client_id: client.clientId, client_secret: client.clientSecret };
      const { status, body } = await suite.exchange(code, credentials, {});
      expect([status, body['token_type']]).toEqual([200, 'Bearer']);
    });

    it('oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported', async () => {
      suite = await aSuite();
      // A static client registers no request_uris, and nothing is fetched that was not registered.
      const request = suite.request({ request_uri: 'https://suite.example/request.jwt' });
      await suite.expectError(
        await suite.authorize(request),
        ['request_uri_not_supported', 'invalid_request_uri'],
        request['state'],
      );
    });

    it('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported', async () => {
      suite = await aSuite();
      const request = suite.request();
      const { client_id, response_type, scope } = request as Record<'client_id' | 'response_type' | 'scope', string>;
      const object = new UnsecuredJWT({ ...request, aud: served.issuer, iss: client_id }).encode();
      await suite.finish(request, await suite.authorize({ client_id, response_type, scope, request: object }));
    });

    it('oidcc-claims-essential', async () => {
      const claims = JSON.stringify({ userinfo: { name: { essential: true } } });
      const { userinfo, idToken } = await (await aSuite()).complete({ claims });
      expect(userinfo['name']).toBe('Ada Lovelace');
      expect(idToken.claims).not.toHaveProperty('name');
    });

    it('oidcc-ensure-request-object-with-redirect-uri', async () => {
      suite = await aSuite();
      const request = suite.request();
      const object = new UnsecuredJWT({ ...request, aud: served.issuer, iss: suite.client.clientId }).encode();
      const outer = { ...request, redirect_uri: `${request['redirect_uri']}/invalid`, request: object };
      await suite.finish(request, await suite.authorize(outer));
    });

    it('oidcc-refresh-token', async () => {
      suite = await aSuite();
      const { tokens, idToken } = await suite.complete({ scope: 'openid offline_access', prompt: 'consent' });
      const refreshToken = String(tokens['refresh_token']);
      noteSecret(refreshToken);
      expect(refreshToken).toMatch(/^[\x20-\x7e]+$/);
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const refreshed = await postForm(served, '/token', form, suite.basic());
      expect(refreshed.status).toBe(200);
      const again = await suite.checkIdToken(String(refreshed.body['id_token']), { nonce: undefined });
      const { iss, sub, aud } = idToken.claims;
      expect(again.claims).toMatchObject({ iss, sub, aud, auth_time: idToken.claims['auth_time'] });
      expect(Number(again.claims.iat)).toBeGreaterThanOrEqual(Number(idToken.claims.iat));
      expect((await suite.userinfo(refreshed.body['access_token'])).status).toBe(200);
      const other = await suiteClient(served);
      expect(await postForm(served, '/token', form, suite.basic(other))).toMatchObject({
        status: 400,
        error: 'invalid_grant',
      });
    });

    it('oidcc-ensure-request-with-valid-pkce-succeeds', async () => {
      suite = await aSuite();
      const verifier = randomToken();
      noteSecret(verifier);
      const pkce = { code_challenge: challengeOf(verifier), code_challenge_method: 'S256' };
      const { code = '' } = suite.answer(await suite.authorize(suite.request(pkce)));
      expect(await suite.exchange(code, { code_verifier: verifier })).toMatchObject({ status: 200 });
    });
  });
}

/** `auth_time` counts whole seconds. */
function letASecondPass(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_100));
}
