import { createHmac, createSign, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto';
import { CompactEncrypt, exportSPKI, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReplayGuard } from '../../src/clients/replay-guard.service.js';
import { UsedJti } from '../../src/clients/used-jti.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import { type Canary, startCanary } from '../support/canary.js';
import { aKey, asserted, assertionClaims, signed, type TestKey } from '../support/client-keys.js';
import { postForm } from '../support/tokens.js';

/*
 * Attacks A26 and A32: JWTs that some server somewhere took for good. Each is sent to every endpoint where a client
 * authenticates, with claims and a key that are right but for what the case is about.
 */

type Claims = Record<string, unknown>;
type Header = Record<string, unknown>;

let served: TestApp;
let client: TestClient;
let ec: TestKey;
let rsa: TestKey;
let okp: TestKey;
/** Where a hostile header points at. */
let canary: Canary;

beforeAll(async () => {
  served = await startApp();
  [ec, rsa, okp] = [await aKey('ES256', 'ec'), await aKey('RS256', 'rsa'), await aKey('EdDSA', 'okp')];
  const jwks = { keys: [ec, rsa, okp].map(({ jwk }) => jwk) };
  client = await aClient(served, { kind: 'machine', token_endpoint_auth_method: 'private_key_jwt', jwks });
  canary = await startCanary((_request, response) => response.end(JSON.stringify({ keys: [ec.jwk] })));
});
afterAll(async () => {
  await served.close();
  await canary.close();
});

const b64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const claims = (changes: Claims = {}): Claims => ({ ...assertionClaims(served, client.clientId), ...changes });
const header = (changes: Header = {}): Header => ({ alg: 'ES256', kid: 'ec', ...changes });

/** Signs whatever stands there with the client's own key: so nothing but the case itself is wrong. */
async function raw(headerPart: string, payloadPart: string): Promise<string> {
  const input = `${headerPart}.${payloadPart}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, ec.privateKey, Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}
const withHeader = (changes: Header, payload: Claims = claims()) => raw(b64(header(changes)), b64(payload));
const withPayload = (text: string) => raw(b64(header()), b64(text));
const withClaims = (changes: Claims) => raw(b64(header()), b64(claims(changes)));
const hmac = (secret: string | Buffer, changes: Header = {}, hash = 'sha256') => {
  const input = `${b64({ alg: 'HS256', ...changes })}.${b64(claims())}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
};
const stranger = (alg = 'ES256', kid = 'ec', members = {}) => aKey(alg, kid, members);
const json = (changes: Claims = {}) => JSON.stringify(claims(changes));
/** The claims with a text put in front, so that a name stands twice. */
const twice = (first: string) => `{${first},${json().slice(1)}`;
async function good(): Promise<string> {
  return (await asserted(served, client.clientId, ec)).client_assertion;
}
async function parts(): Promise<[string, string, string]> {
  return (await good()).split('.') as [string, string, string];
}
const spki = async () => exportSPKI((await importJWK({ ...rsa.jwk }, 'RS256')) as CryptoKey);

const CASES: Readonly<Record<string, () => string | Promise<string>>> = {
  // No signature at all.
  'alg none': () => `${b64({ alg: 'none' })}.${b64(claims())}.`,
  'alg none with a signature': () => `${b64({ alg: 'none' })}.${b64(claims())}.AAAA`,
  'alg None': () => `${b64({ alg: 'None' })}.${b64(claims())}.AAAA`,
  'alg nOnE': () => `${b64({ alg: 'nOnE' })}.${b64(claims())}.AAAA`,
  'alg empty': () => withHeader({ alg: '' }),
  'alg missing': () => withHeader({ alg: undefined }),
  'alg null': () => withHeader({ alg: null }),
  'alg a list': () => withHeader({ alg: ['ES256'] }),
  'alg a number': () => withHeader({ alg: 256 }),
  'alg in lower case': () => withHeader({ alg: 'es256' }),
  'alg with a space': () => withHeader({ alg: 'ES256 ' }),
  'alg of the prototype': () => withHeader({ alg: 'constructor' }),
  'alg ES256K': () => withHeader({ alg: 'ES256K' }),
  'alg RS1': () => withHeader({ alg: 'RS1' }),
  'alg RS384, which is in no list': () => withHeader({ alg: 'RS384' }),
  'signature taken away': async () => (await parts()).slice(0, 2).join('.'),
  'signature empty': async () => `${(await parts()).slice(0, 2).join('.')}.`,
  'signature of zeros (CVE-2022-21449)': async () =>
    `${(await parts()).slice(0, 2).join('.')}.${Buffer.alloc(64).toString('base64url')}`,
  'signature in DER form': () => {
    const input = `${b64(header())}.${b64(claims())}`;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return `${input}.${createSign('sha256').update(input).sign(privateKey).toString('base64url')}`;
  },
  'signature of another JWT': async () => {
    const [head, , signature] = await parts();
    return `${head}.${b64(claims())}.${signature}`;
  },
  'signature cut short': async () => (await good()).slice(0, -6),
  'signature with a byte changed': async () => {
    const [head, payload, signature] = await parts();
    const bytes = Buffer.from(signature, 'base64url');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return `${head}.${payload}.${bytes.toString('base64url')}`;
  },

  // A public key taken for a shared secret.
  'HS256 with the RSA key in PEM': async () => hmac(await spki(), { kid: 'rsa' }),
  'HS256 with the RSA key in PEM, trimmed': async () => hmac((await spki()).trim(), { kid: 'rsa' }),
  'HS256 with the modulus': () => hmac(Buffer.from(rsa.jwk.n ?? '', 'base64url'), { kid: 'rsa' }),
  'HS256 with the JWK': () => hmac(JSON.stringify(ec.jwk), { kid: 'ec' }),
  'HS256 with the x of the EC key': () => hmac(Buffer.from(ec.jwk.x ?? '', 'base64url'), { kid: 'ec' }),
  'HS384 with the RSA key in PEM': async () => hmac(await spki(), { alg: 'HS384' }, 'sha384'),
  'HS512 with the RSA key in PEM': async () => hmac(await spki(), { alg: 'HS512' }, 'sha512'),
  'HS256 with an empty secret': () => hmac(''),
  'HS256 with the client id': () => hmac(client.clientId),

  // A key that comes along.
  'jwk in the header': async () => {
    const key = await stranger();
    return signed(key, claims(), { jwk: key.jwk });
  },
  'jwk in the header, without kid': async () => {
    const key = await stranger();
    return signed({ ...key, kid: undefined }, claims(), { jwk: key.jwk });
  },
  'jku in the header': async () => signed(await stranger(), claims(), { jku: `http://127.0.0.1:${canary.port}/jku` }),
  'x5u in the header': async () => signed(await stranger(), claims(), { x5u: `http://127.0.0.1:${canary.port}/x5u` }),
  'x5c in the header': async () => signed(await stranger(), claims(), { x5c: ['MIIB'] }),
  'kid of a path': async () => signed(await stranger(), claims(), { kid: '../../../../dev/null' }),
  'kid of SQL': async () => signed(await stranger(), claims(), { kid: "' UNION SELECT 'key" }),
  'kid of a URL': async () => signed(await stranger(), claims(), { kid: `http://127.0.0.1:${canary.port}/kid` }),
  'kid of the prototype': async () => signed(await stranger(), claims(), { kid: '__proto__' }),
  'kid a number': () => withHeader({ kid: 5 }),
  'kid a list': () => withHeader({ kid: ['ec'] }),
  "another key under the client's kid": async () => signed(await stranger(), claims()),

  // A key of another kind, or for another use.
  'RS256 named, ES256 signed': () => withHeader({ alg: 'RS256', kid: 'rsa' }),
  'PS256 named, RS256 signed': async () => {
    const [, payload] = (await signed(rsa, claims())).split('.') as [string, string];
    const input = `${b64({ alg: 'PS256', kid: 'rsa' })}.${payload}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', rsa.privateKey, Buffer.from(input));
    return `${input}.${Buffer.from(signature).toString('base64url')}`;
  },
  'ES384 with a key on P-256': () => withHeader({ alg: 'ES384' }),
  'ES256 with a key on P-384': async () =>
    signed(await stranger('ES384'), claims(), { alg: 'ES256' }).catch(() => '..'),
  'ES256 on secp256k1': () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    return byNode(privateKey, header());
  },
  'EdDSA with Ed448': () => byNode(generateKeyPairSync('ed448').privateKey, { alg: 'EdDSA', kid: 'okp' }),
  'EdDSA named, ES256 signed': () => withHeader({ alg: 'EdDSA', kid: 'okp' }),

  // Headers that ask for more.
  'crit of something unknown': () => withHeader({ crit: ['exp'], exp: 1 }),
  'crit empty': () => withHeader({ crit: [] }),
  'b64 false (RFC 7797)': () => raw(b64(header({ b64: false, crit: ['b64'] })), b64(claims())),
  'b64 false without crit': () => withHeader({ b64: false }),
  zip: () => withHeader({ zip: 'DEF' }),
  'cty JWT': () => withHeader({ cty: 'JWT' }),
  nested: async () => withHeader({ cty: 'JWT' }, { jwt: await good() }),
  'a JWT inside a JWT': async () => withPayload(JSON.stringify(await good())),
  'encrypted for nobody': async () => {
    const key = await aKey('RSA-OAEP-256');
    const publicKey = (await importJWK({ ...key.jwk }, 'RSA-OAEP-256')) as CryptoKey;
    const text = Buffer.from(json());
    return new CompactEncrypt(text).setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }).encrypt(publicKey);
  },
  'typ at+jwt (RFC 9068)': () => withHeader({ typ: 'at+jwt' }),
  'typ logout+jwt': () => withHeader({ typ: 'logout+jwt' }),
  'typ dpop+jwt': () => withHeader({ typ: 'dpop+jwt' }),
  'typ oauth-authz-req+jwt (a request object)': () => withHeader({ typ: 'oauth-authz-req+jwt' }),
  'typ a number': () => withHeader({ typ: 5 }),
  'typ a list': () => withHeader({ typ: ['JWT'] }),
  'a request object of the same client': () =>
    withPayload(JSON.stringify({ client_id: client.clientId, scope: 'openid' })),

  // Texts that two readers read differently.
  'sub twice': () => withPayload(twice('"sub":"client_admin"')),
  'aud twice': () => withPayload(twice('"aud":"https://other.example"')),
  'exp twice': () => withPayload(twice('"exp":99999999999')),
  'iss twice, once escaped': () => withPayload(twice(String.raw`"is\u0073":"client_admin"`)),
  'alg twice': () => raw(b64(`{"alg":"none",${JSON.stringify(header()).slice(1)}`), b64(claims())),
  'a name twice deep inside': () => withPayload(`{"x":{"a":1,"a":2},${json().slice(1)}`),
  padding: async () => {
    const [head, payload, signature] = await parts();
    return `${head}==.${payload}=.${signature}=`;
  },
  'base64 instead of base64url': async () => (await good()).replaceAll('-', '+').replaceAll('_', '/').concat('+/'),
  'white space inside': async () => (await good()).replace('.', ' .'),
  'a line break at the end of a part': async () => (await good()).replace('.', '.%0a'),
  'bits that carry nothing': async () => `${(await good()).slice(0, -1)}_`,
  'characters that are skipped': async () => (await good()).replace('.', '!.'),
  'payload no UTF-8': () => raw(b64(header()), Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]).toString('base64url')),
  'payload with a byte order mark': () => withPayload(`\u{FEFF}${json()}`),
  'payload a list': () => withPayload(`[${json()}]`),
  'payload a text': () => withPayload('"x"'),
  'payload null': () => withPayload('null'),
  'payload empty': () => raw(b64(header()), ''),
  'header empty': () => raw('', b64(claims())),
  'header a list': () => raw(b64(`[${JSON.stringify(header())}]`), b64(claims())),
  'JSON with a comment': () => withPayload(`${json()}/*x*/`),
  'JSON with a comma at the end': () => withPayload(`${json().slice(0, -1)},}`),
  'JSON with single quotes': () => withPayload(json().replaceAll('"', "'")),
  'JSON with NaN': () => withPayload(json().replace(/"exp":\d+/, '"exp":NaN')),
  'the JSON serialization': async () => {
    const [head, payload, signature] = await parts();
    return JSON.stringify({ protected: head, payload, signature });
  },
  'one part': () => 'AAAA',
  'two dots': () => '..',
  'four parts': async () => `${await good()}.AAAA`,
  'four parts, the last empty': async () => `${await good()}.`,
  'five parts': async () => `${await good()}.AAAA.AAAA`,
  'no parts': () => '.',
  'huge payload': () => withClaims({ x: 'a'.repeat(20_000) }),
  'huge header': () => withHeader({ x: 'a'.repeat(20_000) }),
  'deep payload': () => withPayload(`{"x":${'['.repeat(5_000)}${']'.repeat(5_000)},${json().slice(1)}`),
  'ten thousand dots': () => '.'.repeat(10_000),

  // Numbers.
  'exp negative': () => withClaims({ exp: -1 }),
  'exp zero': () => withClaims({ exp: 0 }),
  'exp a text': () => withClaims({ exp: '99999999999' }),
  'exp a list': () => withClaims({ exp: [99_999_999_999] }),
  'exp beyond every clock': () => withPayload(json().replace(/"exp":\d+/, '"exp":1e400')),
  'exp in milliseconds': () => withClaims({ exp: Date.now() + 60_000 }),
  'exp past': () => withClaims({ exp: Math.floor(Date.now() / 1000) - 60 }),
  'exp missing': () => withClaims({ exp: undefined }),
  'exp true': () => withClaims({ exp: true }),
  'iat negative': () => withClaims({ iat: -5 }),
  'iat in the future': () => withClaims({ iat: Math.floor(Date.now() / 1000) + 600 }),
  'nbf in the future': () => withClaims({ nbf: Math.floor(Date.now() / 1000) + 600 }),
  'nbf a text': () => withClaims({ nbf: '0' }),
  'jti missing': () => withClaims({ jti: undefined }),
  'jti a number': () => withClaims({ jti: 1 }),
  'jti a list': () => withClaims({ jti: ['a'] }),

  // Whose is it?
  'sub of another client': () => withClaims({ sub: 'client_other' }),
  'iss and sub of another client': () => withClaims({ sub: 'client_other', iss: 'client_other' }),
  'sub a list': () => withClaims({ sub: [client.clientId], iss: [client.clientId] }),
  'sub in upper case': () => withClaims({ sub: client.clientId.toUpperCase(), iss: client.clientId.toUpperCase() }),
  'sub with a space': () => withClaims({ sub: `${client.clientId} `, iss: `${client.clientId} ` }),
  'sub of the prototype': () => withClaims({ sub: '__proto__', iss: '__proto__' }),
  'iss is this server': () => withClaims({ iss: served.issuer }),
  'claims that only a prototype has': () => withPayload(`{"__proto__":${json()}}`),
};

/** Eight shapes of audience injection (attack A26). */
const AUDIENCES: readonly ((issuer: string) => unknown)[] = [
  (issuer) => [issuer],
  (issuer) => [`${issuer}/token`],
  (issuer) => [issuer, 'https://attacker.example'],
  (issuer) => ['https://attacker.example', `${issuer}/token`],
  (issuer) => [issuer, `${issuer}/token`],
  (issuer) => [[issuer]],
  (issuer) => ({ 0: issuer, length: 1 }),
  (issuer) => `${issuer} https://attacker.example`,
];

function byNode(key: KeyObject, head: Header): string {
  const input = `${b64(head)}.${b64(claims())}`;
  const options = key.asymmetricKeyType === 'ec' ? { key, dsaEncoding: 'ieee-p1363' as const } : key;
  const digest = key.asymmetricKeyType === 'ec' ? 'sha256' : null;
  return `${input}.${signBytes(digest, Buffer.from(input), options).toString('base64url')}`;
}

const ENDPOINTS = ['/token', '/revoke', '/introspect'];

function send(jwt: string, url: string) {
  const fields = { grant_type: 'client_credentials', token: 'x', client_assertion: jwt };
  return postForm(served, url, {
    ...fields,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
}

/** What the endpoints say to a JWT, one word each; 429 is a refusal too: most cases name the same client. */
async function answersTo(make: () => string | Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  for (const url of ENDPOINTS) {
    const { status, error } = await send(await make(), url);
    const isRefusal = [400, 401, 429].includes(status) && (error === 'invalid_client' || error === 'invalid_request');
    answers.push(isRefusal ? 'refused' : `${url}: ${status}`);
  }
  return answers;
}

const REFUSED = ['refused', 'refused', 'refused'];

describe('attack A32: JWTs that are no client assertions', () => {
  it('there are plenty', () => {
    expect(Object.keys(CASES).length).toBeGreaterThanOrEqual(100);
  });

  it.each(Object.keys(CASES))('%s: refused everywhere', async (name) => {
    expect(await answersTo(CASES[name] ?? good)).toEqual(REFUSED);
  });

  it('none of them has used a jti up or reached anything', async () => {
    expect(await served.source.getRepository(UsedJti).count()).toBe(0);
    expect(canary.hits).toEqual([]);
  });
});

describe('attack A26: an audience that is not this server alone', () => {
  it.each(AUDIENCES.map((make, index) => [index + 1, make] as const))(
    'shape %d: refused everywhere',
    async (_number, make) => {
      expect(await answersTo(() => withClaims({ aud: make(served.issuer) }))).toEqual(REFUSED);
    },
  );
});

describe('the same claims and keys, without anything wrong', () => {
  it.each(ENDPOINTS)('are taken at %s', async (url) => {
    for (const jwt of [await good(), await signed(rsa, claims()), await signed(okp, claims()), await withClaims({})]) {
      expect((await send(jwt, url)).status).toBe(200);
    }
  });

  it('and their jti is marked as used', async () => {
    const { jti } = claims();
    await send(await withClaims({ jti }), '/token');
    const later = new Date(Date.now() + 60_000);
    expect(await served.app.get(ReplayGuard).use('client_assertion', client.rowId, String(jti), later)).toBe(false);
  });
});
