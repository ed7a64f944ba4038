import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { expect } from 'vitest';
import { SigningKeys } from '../../../src/keys/signing-keys.service.js';
import type { SigningAlg } from '../../../src/protocol/jose-algs.js';
import { SCOPE_NAMES } from '../../../src/protocol/scope.js';
import { anAttempt } from '../authorization.js';
import { TestBrowser } from '../browser.js';
import { aSignedToken } from '../signing-keys.js';
import { getJson, someTokens } from '../tokens.js';
import { listOf, type Probes, type Provider } from './provider.js';
import { idTokenClaims } from './token-probes.js';

/** Of the registry of RFC 7518 §7.1. */
const KNOWN_SIGNING_ALGS =
  'none HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 ES256K EdDSA Ed25519 Ed448'.split(' ');

/** What OpenID Connect adds. */
export const OPENID_PROBES: Probes = {
  jwks_uri: async (value, provider) => {
    expect(value).toBe(`${provider.served.issuer}/jwks`);
    await jwtVerify(await aSignedToken(provider.served), createLocalJWKSet(await keySetOf(provider)));
  },

  id_token_signing_alg_values_supported: async (value, provider) => {
    const advertised = listOf(value);
    // OpenID Connect Discovery §3: "The algorithm RS256 MUST be included."
    expect(advertised).toContain('RS256');
    const keySet = createLocalJWKSet(await keySetOf(provider));
    for (const alg of advertised) {
      const token = await aSignedToken(provider.served, alg as SigningAlg);
      expect((await jwtVerify(token, keySet)).protectedHeader.alg).toBe(alg);
    }
    const published = (await keySetOf(provider)).keys.map(({ alg }) => alg);
    expect(new Set(published)).toEqual(new Set(advertised));
    for (const alg of KNOWN_SIGNING_ALGS.filter((one) => !advertised.includes(one))) {
      const signed = provider.served.app.get(SigningKeys).sign({}, { alg: alg as SigningAlg });
      await expect(signed).rejects.toThrow('no active signing key');
    }
  },

  claim_types_supported: async (value, provider) => {
    expect(value).toEqual(['normal']);
    // OpenID Connect Core §5.6.2: what aggregated and distributed claims come in.
    expect(await claims(provider)).not.toHaveProperty('_claim_names');
  },

  claims_supported: async (value, provider) => {
    const advertised = listOf(value);
    const told = { ...(await claims(provider)), ...(await idTokenClaims(provider)), nonce: 'when it was sent' };
    expect(new Set(Object.keys(told))).toEqual(new Set(advertised));
  },

  claims_locales_supported: async (value, provider) => {
    expect(value).toEqual(['en']);
    expect(await claims(provider)).toMatchObject({ address: { country: 'United Kingdom' } });
  },

  ui_locales_supported: async (value, provider) => {
    for (const language of listOf(value)) expect(await pageLanguage(provider, language)).toBe(language);
    expect(await pageLanguage(provider, 'tlh')).toBe('en');
  },
};

/** The language of the login page for a request with this wish. */
async function pageLanguage({ served, client }: Provider, language: string): Promise<string | undefined> {
  const { html } = await new TestBrowser(served).open(anAttempt(client, { ui_locales: language }).url);
  return /<html[^>]* lang="([^"]+)"/.exec(html)?.[1];
}

async function keySetOf({ served, document }: Provider): Promise<JSONWebKeySet> {
  const { body } = await getJson(served, new URL(String(document['jwks_uri'])).pathname);
  return body as unknown as JSONWebKeySet;
}

/** What userinfo tells an app that was allowed everything. */
async function claims({ served, user }: Provider): Promise<Readonly<Record<string, unknown>>> {
  const { accessToken } = await someTokens(served, { user, scopes: SCOPE_NAMES });
  return (await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` })).body;
}
