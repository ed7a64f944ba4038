import { CompactSign, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyVault } from '../../src/keys/key-vault.service.js';
import { SigningKey } from '../../src/keys/signing-key.entity.js';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aSignedToken, kidOf, ofAlg, publishedKeys } from '../support/signing-keys.js';

/* Attack A32: what somebody else made to look like a token of this server. */

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('what is not a token of this server', () => {
  it.each([
    ['no JWS', () => 'x'],
    ['five parts', () => 'a.b.c.d.e'],
    ['without a signature', async () => `${(await aSignedToken(served)).split('.').slice(0, 2).join('.')}.`],
    ['unsigned (RFC 8725 §3.2)', async () => unsigned(await aSignedToken(served))],
    ['with another payload', async () => withPayload(await aSignedToken(served))],
    ['signed by a stranger with our kid', async () => signedByAStranger(await aSignedToken(served))],
    ['signed by the key in its own header', async () => signedByTheHeadersKey(await aSignedToken(served))],
    ['HS256 with our public key as the secret', async () => hmacWithOurPublicKey()],
    ['signed by us, but no JSON object', async () => signedArray()],
  ])('is not recognised: %s', async (_case, make) => {
    expect(await served.app.get(SigningKeys).verify(await make())).toBeUndefined();
  });
});

function unsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none', kid: kidOf(token) })).toString('base64url');
  return `${header}.${token.split('.')[1] ?? ''}.`;
}

function withPayload(token: string): string {
  const [header, , signature] = token.split('.');
  return [header, Buffer.from('{"sub":"eve"}').toString('base64url'), signature].join('.');
}

async function signedByAStranger(token: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT({ sub: 'eve' }).setProtectedHeader({ alg: 'ES256', kid: kidOf(token) }).sign(privateKey);
}

async function signedByTheHeadersKey(token: string): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const header = { alg: 'ES256', kid: kidOf(token), jwk: await exportJWK(publicKey), jku: 'https://evil.example/jwks' };
  return new SignJWT({ sub: 'eve' }).setProtectedHeader(header).sign(privateKey);
}

async function hmacWithOurPublicKey(): Promise<string> {
  const [key] = ofAlg(await publishedKeys(served), 'RS256');
  const secret = new TextEncoder().encode(JSON.stringify(key));
  return new SignJWT({ sub: 'eve' }).setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' }).sign(secret);
}

async function signedArray(): Promise<string> {
  const key = await served.source.getRepository(SigningKey).findOneByOrFail({ alg: 'EdDSA', state: 'active' });
  const signer = await importJWK(served.app.get(KeyVault).open(key), 'EdDSA');
  return new CompactSign(Buffer.from('[]')).setProtectedHeader({ alg: 'EdDSA', kid: key.id }).sign(signer);
}
