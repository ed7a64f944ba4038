import { expect } from 'vitest';
import { type JWTPayload, decodeJwt } from 'jose';
import type { KeyManagementAlg } from '../../../src/protocol/jose-algs.js';
import type { OpenIdClientMetadata } from '../../../src/protocol/openid-client-metadata.js';
import { SCOPE_NAMES } from '../../../src/protocol/scope.js';
import { askForRegistration, initialAccessToken } from '../../certification/dynamic-client.js';
import { aClient } from '../builders.js';
import { anEncryptionKey, headerOf, idTokenOf } from '../id-tokens.js';
import { aCode, exchange, tokensOf } from '../tokens.js';
import { authorize, listOf, type Probe, type Probes, type Provider } from './provider.js';

/** Of the registry of RFC 7518 §4.1 and §5.1. */
const KNOWN_ALGS = 'RSA1_5 RSA-OAEP RSA-OAEP-256 A128KW dir ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW PBES2-HS256+A128KW';
const KNOWN_ENCS = 'A128CBC-HS256 A192CBC-HS384 A256CBC-HS512 A128GCM A192GCM A256GCM none';
const KNOWN_SIGNING_ALGS = 'none HS256 RS256 RS384 PS256 PS384 ES256 ES384 ES512 EdDSA';

type Answer = 'id_token' | 'userinfo';

/** What ID tokens and userinfo answers come in, and whom they are about. */
export const TOKEN_PROBES: Probes = {
  subject_types_supported: async (value, provider) => {
    expect(value).toEqual(['public', 'pairwise']);
    const subjectFor = async (metadata: OpenIdClientMetadata) => (await idTokenClaims(provider, metadata)).sub;
    expect(await subjectFor({ subject_type: 'public' })).toBe(provider.user.id);
    const pairwise = await subjectFor({ subject_type: 'pairwise' });
    expect(pairwise).not.toBe(provider.user.id);
    expect(await registration(provider, { subject_type: 'ephemeral' })).toBe(400);
  },

  id_token_encryption_alg_values_supported: encryptionAlgs('id_token'),
  id_token_encryption_enc_values_supported: encryptionEncs('id_token'),
  userinfo_encryption_alg_values_supported: encryptionAlgs('userinfo'),
  userinfo_encryption_enc_values_supported: encryptionEncs('userinfo'),

  userinfo_signing_alg_values_supported: async (value, provider) => {
    const advertised = listOf(value);
    for (const alg of advertised) {
      const metadata = { userinfo_signed_response_alg: alg } as OpenIdClientMetadata;
      expect(headerOf(await answer('userinfo', provider, metadata)).alg).toBe(alg);
    }
    await expectUnregistrable(provider, 'userinfo_signed_response_alg', othersOf(KNOWN_SIGNING_ALGS, advertised));
  },

  acr_values_supported: async (value, provider) => {
    expect(listOf(value)).toContain((await idTokenClaims(provider))['acr']);
    for (const acr of listOf(value)) expect(await authorize(provider, asking(acr))).toHaveProperty('code');
    const unknown = await authorize(provider, asking('urn:example:passport'));
    expect(unknown['error']).toBe('unmet_authentication_requirements');
  },

  claims_parameter_supported: async (value, provider) => {
    expect(value).toBe(true);
    const claims = JSON.stringify({ id_token: { email: { essential: true } } });
    expect(await authorize(provider, { scope: 'openid email', claims })).toHaveProperty('code');
    expect((await authorize(provider, { scope: 'openid', claims: '{' }))['error']).toBe('invalid_request');
  },
};

/** A request that is no good without this class (OpenID Connect Core §5.5.1.1). */
function asking(acr: string) {
  const claims = JSON.stringify({ id_token: { acr: { essential: true, values: [acr] } } });
  return { scope: 'openid', claims };
}

function encryptionAlgs(which: Answer): Probe {
  return async (value, provider) => {
    const advertised = listOf(value);
    for (const alg of advertised) expect((await encrypted(which, provider, { alg })).alg).toBe(alg);
    await expectUnregistrable(provider, `${which}_encrypted_response_alg`, othersOf(KNOWN_ALGS, advertised));
  };
}

function encryptionEncs(which: Answer): Probe {
  return async (value, provider) => {
    const advertised = listOf(value);
    for (const enc of advertised) expect((await encrypted(which, provider, { enc })).enc).toBe(enc);
    for (const enc of othersOf(KNOWN_ENCS, advertised)) {
      const { jwk } = await anEncryptionKey('RSA-OAEP-256');
      const metadata = {
        jwks: { keys: [jwk] },
        [`${which}_encrypted_response_alg`]: 'RSA-OAEP-256',
        [`${which}_encrypted_response_enc`]: enc,
      };
      expect([enc, await registration(provider, metadata)]).toEqual([enc, 400]);
    }
  };
}

/** The header of an answer for an app that has it encrypted. */
async function encrypted(
  which: Answer,
  provider: Provider,
  { alg = 'RSA-OAEP-256', enc }: { alg?: string; enc?: string },
) {
  const { jwk } = await anEncryptionKey(alg as KeyManagementAlg);
  const metadata = {
    jwks: { keys: [jwk] },
    [`${which}_encrypted_response_alg`]: alg,
    ...(enc !== undefined && { [`${which}_encrypted_response_enc`]: enc }),
  };
  return headerOf(await answer(which, provider, metadata));
}

async function answer(which: Answer, { served, user }: Provider, metadata: OpenIdClientMetadata = {}): Promise<string> {
  const client = await aClient(served, { scope: [...SCOPE_NAMES], row: { metadata } });
  const exchanged = await exchange(served, await aCode(served, { client, user, scopes: ['openid', 'profile'] }));
  if (which === 'id_token') return idTokenOf(exchanged);
  const { accessToken } = tokensOf(exchanged);
  const headers = { host: new URL(served.issuer).host, authorization: `Bearer ${accessToken}` };
  return (await served.app.inject({ url: '/userinfo', headers })).body;
}

/** What the ID token of an app with these members says. */
export async function idTokenClaims(provider: Provider, metadata?: OpenIdClientMetadata): Promise<JWTPayload> {
  return decodeJwt(await answer('id_token', provider, metadata));
}

async function expectUnregistrable(provider: Provider, member: string, values: readonly string[]): Promise<void> {
  const { jwk } = await anEncryptionKey('RSA-OAEP-256');
  for (const value of values) {
    const status = await registration(provider, { jwks: { keys: [jwk] }, [member]: value });
    expect([value, status]).toEqual([value, 400]);
  }
}

/** The status of a registration with these members (RFC 7591 §3.2). */
export async function registration({ served }: Provider, metadata: Record<string, unknown>): Promise<number> {
  const token = await initialAccessToken(served);
  const usual = { redirect_uris: ['https://app.example/callback'] };
  return (await askForRegistration(served, token, { ...usual, ...metadata })).status;
}

function othersOf(known: string, advertised: readonly string[]): string[] {
  return known.split(' ').filter((one) => !advertised.includes(one));
}
