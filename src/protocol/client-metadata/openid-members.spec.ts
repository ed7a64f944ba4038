import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkClientMetadata, type ClientMetadataInput } from '../client-metadata.js';

const CALLBACK = 'https://app.example/callback';

const publicJwk = (key: KeyObject) => key.export({ format: 'jwk' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');
const RSA = { ...publicJwk(rsa.publicKey), kid: 'rsa' };
const EC = { ...publicJwk(p256.publicKey), kid: 'ec' };
const OKP = { ...publicJwk(ed25519.publicKey), kid: 'okp' };
const long = (name: string) => Array.from({ length: 20 }, (_, n) => `https://app.example/${n}${name.repeat(1900)}`);
const anApp = (changes: Partial<Record<string, unknown>> = {}): ClientMetadataInput => ({
  kind: 'server',
  client_name: 'Acme',
  redirect_uris: [CALLBACK],
  scope: ['profile'],
  ...changes,
});

function faultsOf(changes: Partial<Record<string, unknown>>) {
  return checkClientMetadata(anApp(changes)).faults;
}

function kept(changes: Partial<Record<string, unknown>>) {
  const { metadata, faults } = checkClientMetadata(anApp(changes));
  expect(faults).toEqual([]);
  return metadata?.openid;
}

describe('OpenID Connect Registration §2 members that are fine', () => {
  it.each([
    { application_type: 'web' },
    { contacts: ['dev@app.example', 'Ops+1@app.example'] },
    { logo_uri: 'https://app.example/logo.png' },
    { policy_uri: 'https://app.example/privacy?lang=en', tos_uri: 'https://app.example/terms' },
    { sector_identifier_uri: 'https://app.example/sector.json', subject_type: 'pairwise' },
    { subject_type: 'pairwise' },
    { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'EdDSA' },
    { request_object_signing_alg: 'PS256', jwks_uri: 'https://app.example/jwks' },
    { default_max_age: 0, require_auth_time: false },
    { default_max_age: 3600, require_auth_time: true, default_acr_values: ['urn:doorward:acr:password'] },
    { initiate_login_uri: 'https://app.example/login' },
    { initiate_login_uri: 'http://localhost:8080/login' },
    { request_uris: [`https://app.example/request#${'A'.repeat(43)}`, 'https://app.example/other'] },
    { post_logout_redirect_uris: ['https://app.example/bye?from=doorward'] },
    { backchannel_logout_uri: 'https://app.example/logout', backchannel_logout_session_required: true },
    { frontchannel_logout_uri: 'https://app.example/out', frontchannel_logout_session_required: true },
    { response_modes: ['query', 'form_post'] },
    { software_id: '4NRB1-0XZABZI9E6-5SM3R', software_version: '2.2' },
  ])('%j', (members) => {
    expect(kept(members)).toEqual(members);
  });

  it('an unknown member and one that says nothing are ignored (RFC 7591 §2)', () => {
    expect(kept({ favourite_colour: 'red', tos_uri: null, policy_uri: undefined, 'x#de': 1 })).toEqual({});
  });

  it('encryption without a content algorithm gets the default (…_enc)', () => {
    const asked = { jwks: { keys: [RSA] }, id_token_encrypted_response_alg: 'RSA-OAEP-256' };
    expect(kept(asked)).toEqual({ ...asked, id_token_encrypted_response_enc: 'A128CBC-HS256' });
    const chosen = { ...asked, id_token_encrypted_response_enc: 'A256GCM' };
    expect(kept(chosen)).toEqual(chosen);
  });
});

describe('OpenID Connect Registration §2 members that are refused, each with a sentence at its field', () => {
  it.each([
    ['application_type', { application_type: 'native' }],
    ['application_type', { application_type: 'service' }],
    ['contacts', { contacts: 'dev@app.example' }],
    ['contacts', { contacts: ['<script>@app.example'] }],
    ['contacts', { contacts: Array.from({ length: 11 }, (_, n) => `dev${n}@app.example`) }],
    ['logo_uri', { logo_uri: 'javascript:alert(1)' }],
    ['logo_uri', { logo_uri: 'data:image/png;base64,AAAA' }],
    ['logo_uri', { logo_uri: ['https://app.example/logo.png'] }],
    ['policy_uri', { policy_uri: 'JaVaScRiPt:alert(1)//https://app.example' }],
    ['policy_uri', { policy_uri: 'http://app.example/' }],
    ['tos_uri', { tos_uri: 'https://app.example@evil.example/' }],
    ['tos_uri', { tos_uri: 'https://app.example/"onmouseover=alert(1)' }],
    ['jwks_uri', { jwks_uri: 'file:///etc/passwd' }],
    ['jwks_uri', { jwks_uri: 'http://10.0.0.1/jwks' }],
    ['sector_identifier_uri', { sector_identifier_uri: 'gopher://app.example/' }],
    ['subject_type', { subject_type: 'private' }],
    ['id_token_signed_response_alg', { id_token_signed_response_alg: 'none' }],
    ['id_token_signed_response_alg', { id_token_signed_response_alg: 'HS256' }],
    ['id_token_signed_response_alg', { id_token_signed_response_alg: ['RS256'] }],
    ['userinfo_signed_response_alg', { userinfo_signed_response_alg: 'none' }],
    ['request_object_signing_alg', { request_object_signing_alg: 'none' }],
    ['request_object_signing_alg', { request_object_signing_alg: 'RS256' }],
    ['request_object_signing_alg', { request_object_signing_alg: 'RS256', jwks: { keys: [EC] } }],
    ['id_token_encrypted_response_alg', { id_token_encrypted_response_alg: 'RSA1_5' }],
    ['id_token_encrypted_response_alg', { id_token_encrypted_response_alg: 'dir' }],
    ['id_token_encrypted_response_alg', { id_token_encrypted_response_alg: 'RSA-OAEP' }],
    ['id_token_encrypted_response_alg', { id_token_encrypted_response_alg: 'RSA-OAEP', jwks: { keys: [EC] } }],
    [
      'id_token_encrypted_response_alg',
      { id_token_encrypted_response_alg: 'RSA-OAEP', jwks: { keys: [{ ...RSA, use: 'sig' }] } },
    ],
    ['id_token_encrypted_response_enc', { id_token_encrypted_response_enc: 'A128GCM' }],
    ['userinfo_encrypted_response_enc', { userinfo_encrypted_response_enc: 'A128GCM' }],
    ['token_endpoint_auth_signing_alg', { token_endpoint_auth_signing_alg: 'none' }],
    ['token_endpoint_auth_signing_alg', { token_endpoint_auth_signing_alg: 'RS256' }],
    ['default_max_age', { default_max_age: -1 }],
    ['default_max_age', { default_max_age: '60' }],
    ['default_max_age', { default_max_age: 1.5 }],
    ['require_auth_time', { require_auth_time: 'true' }],
    ['default_acr_values', { default_acr_values: ['urn:mace:incommon:iap:silver'] }],
    ['initiate_login_uri', { initiate_login_uri: 'http://app.example/login' }],
    ['request_uris', { request_uris: ['https://app.example/request#top'] }],
    ['request_uris', { request_uris: ['https://app.example/*'] }],
    ['request_uris', { request_uris: [7] }],
    ['post_logout_redirect_uris', { post_logout_redirect_uris: ['javascript:alert(1)'] }],
    ['post_logout_redirect_uris', { post_logout_redirect_uris: ['com.example.app:/bye'] }],
    ['post_logout_redirect_uris', { post_logout_redirect_uris: [CALLBACK, CALLBACK] }],
    ['backchannel_logout_uri', { backchannel_logout_uri: 'https://app.example/logout#x' }],
    ['backchannel_logout_session_required', { backchannel_logout_session_required: 1 }],
    ['frontchannel_logout_uri', { frontchannel_logout_uri: 'https://other.example/out' }],
    ['frontchannel_logout_uri', { frontchannel_logout_uri: 'https://app.example:8443/out' }],
    ['response_modes', { response_modes: ['fragment'] }],
    ['software_id', { software_id: 'a\u202Eb' }],
    ['software_version', { software_version: 'x'.repeat(101) }],
    ['software_version', { software_version: 2.2 }],
  ])('%s of %j', (field, members) => {
    const [fault, ...rest] = faultsOf(members);
    expect(fault).toMatchObject({ field, message: expect.stringMatching(/^[A-Z].+\.$/) as string });
    expect(rest).toEqual([]);
  });

  it('names the item and the characters of a list', () => {
    const [fault] = faultsOf({ request_uris: ['https://app.example/a', 'https://app.example/b#c'] });
    expect(fault).toMatchObject({ item: 1, index: 21, length: 2 });
  });

  it('keeps what goes with the whole of a registration small', () => {
    expect(faultsOf({ request_uris: long('a'), post_logout_redirect_uris: long('b') })).toHaveLength(1);
  });
});

describe('OpenID Connect Core §8.1 sector identifiers', () => {
  const redirect_uris = [CALLBACK, 'https://app-two.example/callback'];

  it('pairwise subjects for several hosts need one', () => {
    expect(faultsOf({ redirect_uris, subject_type: 'pairwise' })).toMatchObject([{ field: 'sector_identifier_uri' }]);
    expect(kept({ redirect_uris, subject_type: 'pairwise', sector_identifier_uri: CALLBACK })).toBeDefined();
  });

  it('two ports of one host are one host', () => {
    expect(kept({ redirect_uris: [CALLBACK, 'https://app.example:8443/'], subject_type: 'pairwise' })).toBeDefined();
  });
});

describe('RFC 7591 §2 keys of a client', () => {
  it('are kept without members that nobody reads', () => {
    const jwks = { keys: [{ ...RSA, use: 'sig', alg: 'RS256', x5c: ['AAAA'], key_ops: ['verify'] }, EC, OKP] };
    expect(kept({ jwks })).toEqual({ jwks: { keys: [{ ...RSA, use: 'sig', alg: 'RS256' }, EC, OKP] } });
  });

  it('are given by value or by address, not both', () => {
    expect(faultsOf({ jwks: { keys: [RSA] }, jwks_uri: 'https://app.example/jwks' })).toMatchObject([
      { field: 'jwks' },
    ]);
  });

  it.each([
    ['a private RSA key', { keys: [publicJwk(rsa.privateKey)] }],
    ['a private EC key', { keys: [publicJwk(p256.privateKey)] }],
    ['a private Ed25519 key', { keys: [publicJwk(ed25519.privateKey)] }],
    ['a private key whose secret part is null', { keys: [{ ...EC, d: null }] }],
    ['a secret key', { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }],
    ['an RSA key of 1024 bits', { keys: [publicJwk(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)] }],
    ['an RSA key padded with zeros', { keys: [{ kty: 'RSA', e: 'AQAB', n: Buffer.alloc(256).toString('base64url') }] }],
    ['an RSA key of 16384 bits', { keys: [{ ...RSA, n: Buffer.alloc(2048, 255).toString('base64url') }] }],
    ['an exponent of 1', { keys: [{ ...RSA, e: 'AQ' }] }],
    ['an even exponent', { keys: [{ ...RSA, e: 'BA' }] }],
    ['a huge exponent', { keys: [{ ...RSA, e: Buffer.alloc(200, 255).toString('base64url') }] }],
    ['a modulus in base64', { keys: [{ ...RSA, n: `${RSA.n ?? ''}==` }] }],
    ['an unknown curve', { keys: [{ ...EC, crv: 'secp256k1' }] }],
    ['a curve named like a property', { keys: [{ ...EC, crv: 'constructor' }] }],
    ['a short coordinate', { keys: [{ ...EC, x: 'AAAA' }] }],
    ['no coordinate', { keys: [{ ...EC, y: undefined }] }],
    ['an Ed448 key', { keys: [{ kty: 'OKP', crv: 'Ed448', x: Buffer.alloc(57, 1).toString('base64url') }] }],
    ['an unknown use', { keys: [{ ...EC, use: 'both' }] }],
    ['an algorithm that signs nothing', { keys: [{ ...EC, alg: 'none' }] }],
    ['a name that is no text', { keys: [{ ...EC, kid: 7 }] }],
    ['two keys of one name', { keys: [EC, { ...RSA, kid: 'ec' }] }],
    [
      'two keys without a name',
      {
        keys: [
          { ...EC, kid: undefined },
          { ...RSA, kid: undefined },
        ],
      },
    ],
    ['no key', { keys: [] }],
    ['too many keys', { keys: Array.from({ length: 21 }, (_, n) => ({ ...EC, kid: `${n}` })) }],
    ['a key that is none', { keys: ['AAAA'] }],
    ['a list', [RSA]],
    ['a text', JSON.stringify({ keys: [RSA] })],
    ['null in it', { keys: null }],
  ])('%s is refused', (_, jwks) => {
    expect(faultsOf({ jwks })).toMatchObject([{ field: 'jwks' }]);
  });

  it('of a private key nothing is shown again', () => {
    const jwk = publicJwk(p256.privateKey);
    expect(JSON.stringify(faultsOf({ jwks: { keys: [jwk] } }))).not.toContain(String(jwk.d));
  });
});

describe('OpenID Connect Registration §2.1 languages', () => {
  it('of names and addresses are kept under their canonical tag', () => {
    const openid = kept({ 'client_name#de-de': ' Acme   Fotos ', 'policy_uri#fr': 'https://app.example/fr' });
    expect(openid?.localized).toEqual({ 'client_name#de-DE': 'Acme Fotos', 'policy_uri#fr': 'https://app.example/fr' });
  });

  it.each([
    ['client_name#de', '<\u202E>'],
    ['client_name#de', ''],
    ['client_name#de', 7],
    ['client_name#', 'Acme'],
    ['client_name#not a tag', 'Acme'],
    ['client_name#de#ch', 'Acme'],
    [`client_name#${'x-'.repeat(30)}y`, 'Acme'],
    ['policy_uri#de', 'JAVASCRIPT:alert(1)'],
    ['logo_uri#de', 'http://10.0.0.1/'],
  ])('%s: %j is refused', (field, value) => {
    expect(faultsOf({ [field]: value })).toMatchObject([{ field }]);
  });

  it('of the same tag twice and of too many tags are refused', () => {
    expect(faultsOf({ 'client_name#de': 'A', 'client_name#DE': 'B' })).toHaveLength(1);
    const many = Array.from({ length: 51 }, (_, n) => [`client_name#de-x-${n}`, 'A']);
    expect(faultsOf(Object.fromEntries(many) as Record<string, string>)).toHaveLength(1);
  });
});
