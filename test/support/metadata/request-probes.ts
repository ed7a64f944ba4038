import { UnsecuredJWT } from 'jose';
import { expect } from 'vitest';
import { anAttempt, answerAt, formPostAt } from '../authorization.js';
import { TestBrowser } from '../browser.js';
import { startCanary } from '../canary.js';
import { aKey, type TestKey } from '../client-keys.js';
import { aSigningApp, signedAttempt } from '../request-objects.js';
import { expectRefused, listOf, type Probe, type Probes, type Provider } from './provider.js';

/** Whom nothing is asked, so that the answer comes at once: a stranger who may not be shown a page. */
const SILENT = { prompt: 'none' };

/** What the app is told by `/authorize` when a stranger comes with a signed request. */
async function answerToSigned({ served }: Provider, alg: string): Promise<string | undefined> {
  const app = await aSigningApp(served, {}, await aKeyFor(alg));
  const outside = { redirect_uri: app.redirectUris[0] };
  const attempt = await signedAttempt(served, app, { claims: SILENT, outside });
  const unsigned = new UnsecuredJWT(SILENT).encode();
  const { params } = alg === 'none' ? anAttempt(app, { scope: 'openid', request: unsigned }) : attempt;
  const page = await new TestBrowser(served).get(`/authorize?${new URLSearchParams(params).toString()}`);
  return answerAt(app, page)['error'];
}

/** A key pair, or for the algorithms of secrets the secret of the app would be one. */
async function aKeyFor(alg: string): Promise<TestKey> {
  const pair = await aKey(alg === 'none' || alg.startsWith('HS') ? 'ES256' : alg);
  return alg.startsWith('HS') ? ({ ...pair, alg, privateKey: Buffer.alloc(64, 'x') } as unknown as TestKey) : pair;
}

const requestUris: Probe = async (value, { served }) => {
  expect(value).toBe(true);
  let object = '';
  const server = await startCanary((_request, response) => response.end(object));
  const uri = `http://127.0.0.1:${server.port}/jar`;
  const app = await aSigningApp(served, { request_uris: [uri] });
  ({ object } = await signedAttempt(served, app, { claims: SILENT }));
  const errorFor = async (requestUri: string) => {
    const { url } = anAttempt(app, { scope: 'openid', request_uri: requestUri });
    return answerAt(app, await new TestBrowser(served).get(url))['error'];
  };
  expect([await errorFor(uri), await errorFor(`${uri}/other`)]).toEqual(['login_required', 'invalid_request_uri']);
  expect(server.hits).toEqual(['GET /jar']);
  await server.close();
};

/** How an authorization request may come, be shown and be answered. */
export const REQUEST_PROBES: Probes = {
  response_modes_supported: async (value, provider) => {
    const { client, served } = provider;
    const advertised = listOf(value);
    const stranger = new TestBrowser(served);
    for (const mode of advertised) {
      const page = await stranger.get(anAttempt(client, { ...SILENT, response_mode: mode }).url);
      const answer = mode === 'form_post' ? formPostAt(client, page) : answerAt(client, page);
      expect(answer).toMatchObject({ error: 'login_required' });
    }
    const values = ['fragment', 'form_post', 'jwt', 'query.jwt', 'form_post.jwt', 'web_message'];
    await expectRefused(provider, 'response_mode', { values, advertised, error: 'invalid_request' });
  },

  display_values_supported: async (value, provider) => {
    const advertised = listOf(value);
    for (const display of advertised) {
      const page = await new TestBrowser(provider.served).open(anAttempt(provider.client, { display }).url);
      expect([display, page.url.includes('/login?')]).toEqual([display, true]);
    }
    const values = ['embedded', 'Page', 'page popup'];
    await expectRefused(provider, 'display', { values, advertised, error: 'invalid_request' });
  },

  prompt_values_supported: async (value, provider) => {
    const advertised = listOf(value);
    const pages: Record<string, string> = {
      login: '/login',
      consent: '/consent',
      select_account: '/select-account',
      create: '/signup',
    };
    expect(new Set(advertised)).toEqual(new Set(['none', ...Object.keys(pages)]));
    for (const [prompt, path] of Object.entries(pages)) {
      const page = await provider.browser.open(anAttempt(provider.client, { prompt }).url);
      expect([prompt, new URL(page.url).pathname]).toEqual([prompt, path]);
    }
    const values = ['silent', 'Login', 'none login'];
    await expectRefused(provider, 'prompt', { values, advertised, error: 'invalid_request' });
  },

  request_parameter_supported: async (value, provider) => {
    expect(value).toBe(true);
    expect(await answerToSigned(provider, 'ES256')).toBe('login_required');
  },

  request_uri_parameter_supported: requestUris,
  require_request_uri_registration: requestUris,

  request_object_signing_alg_values_supported: async (value, provider) => {
    const advertised = listOf(value);
    for (const alg of advertised) expect([alg, await answerToSigned(provider, alg)]).toEqual([alg, 'login_required']);
    for (const alg of ['HS256', 'HS512', 'RS384', 'PS512'].filter((one) => !advertised.includes(one))) {
      expect([alg, await answerToSigned(provider, alg)]).toEqual([alg, 'invalid_request_object']);
    }
  },
};
