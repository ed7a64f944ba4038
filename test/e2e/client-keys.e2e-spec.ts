import { CompactEncrypt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientKeys } from '../../src/clients/client-keys.service.js';
import { ClientService } from '../../src/clients/client.service.js';
import { OutboundFailures } from '../../src/clients/outbound-failures.service.js';
import { ReplayGuard } from '../../src/clients/replay-guard.service.js';
import type { RegisteredClient } from '../../src/clients/registered-client.js';
import { UsedJti } from '../../src/clients/used-jti.entity.js';
import { CleanUpService } from '../../src/operations/clean-up.service.js';
import type { OpenIdClientMetadata } from '../../src/protocol/openid-client-metadata.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient } from '../support/builders.js';
import { aKey, type KeyServer, signed, startKeyServer, type TestKey } from '../support/client-keys.js';

const later = () => new Date(Date.now() + 60_000);

let served: TestApp;
let keys: ClientKeys;
beforeAll(async () => {
  served = await startApp();
  keys = served.app.get(ClientKeys);
});
afterAll(() => served.close());

async function clientWith(metadata: OpenIdClientMetadata): Promise<RegisteredClient> {
  const { clientId } = await aClient(served, { row: { metadata } });
  const client = await served.app.get(ClientService).find(clientId);
  if (client === undefined) throw new Error('the client is not registered');
  return client;
}

/** Whether a JWT that was signed with the key is taken for one of the client. */
async function isVerified(client: RegisteredClient, key: TestKey, header: object = {}): Promise<boolean> {
  const token = await signed(key, { sub: 'x' }, header);
  return jwtVerify(token, keys.verificationKey(client), { algorithms: [key.alg] }).then(
    () => true,
    () => false,
  );
}

async function failuresOf({ rowId }: RegisteredClient): Promise<string[]> {
  const failures = await served.app.get(OutboundFailures).of(rowId);
  return failures.map(({ purpose, url, message }) => `${purpose} ${url} ${message}`);
}

describe('the keys in a registration', () => {
  it.each(['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])('verify %s', async (alg) => {
    const [key, other] = [await aKey(alg, 'a'), await aKey(alg, 'a')];
    const client = await clientWith({ jwks: { keys: [key.jwk] } });
    expect(await isVerified(client, key)).toBe(true);
    expect(await isVerified(client, other)).toBe(false);
  });

  it('RFC 7515 §4.1.4: several keys without kid are tried one by one', async () => {
    const [first, second, stranger] = [await aKey(), await aKey(), await aKey()];
    const client = await clientWith({ jwks: { keys: [first.jwk, second.jwk] } });
    expect(await isVerified(client, first)).toBe(true);
    expect(await isVerified(client, second)).toBe(true);
    expect(await isVerified(client, stranger)).toBe(false);
  });

  it('RFC 7517 §4.2, §4.4: a key is used for nothing but what it says', async () => {
    const [forEncryption, forOther] = [
      await aKey('RS256', 'a', { use: 'enc' }),
      await aKey('RS256', 'b', { alg: 'PS256' }),
    ];
    const client = await clientWith({ jwks: { keys: [forEncryption.jwk, forOther.jwk] } });
    expect(await isVerified(client, forEncryption)).toBe(false);
    expect(await isVerified(client, forOther)).toBe(false);
  });

  it('RFC 7517 §4.5: a kid that is not there fits no key', async () => {
    const key = await aKey();
    const client = await clientWith({ jwks: { keys: [key.jwk] } });
    expect(await isVerified(client, key, { kid: 'unknown' })).toBe(false);
  });

  it('a client without keys has none', async () => {
    expect(await isVerified(await clientWith({}), await aKey())).toBe(false);
  });
});

describe('the keys behind a jwks_uri', () => {
  let server: KeyServer;
  let key: TestKey;
  beforeAll(async () => {
    key = await aKey('ES256', 'first');
  });

  async function withServer(run: (client: RegisteredClient) => Promise<void>): Promise<void> {
    server = await startKeyServer(key);
    try {
      await run(await clientWith({ jwks_uri: server.uri }));
    } finally {
      await server.close();
    }
  }

  it('are read once for many signatures, and again for a kid that is not known', () =>
    withServer(async (client) => {
      expect(await isVerified(client, key)).toBe(true);
      expect(await isVerified(client, key)).toBe(true);
      expect(server.hits).toHaveLength(1);
      const next = await aKey('ES256', 'second');
      server.serve([key, next]);
      expect(await isVerified(client, next)).toBe(true);
      expect(await isVerified(client, key)).toBe(true);
      expect(server.hits).toHaveLength(2);
    }));

  it('are read again when a key without kid was replaced', () =>
    withServer(async (client) => {
      const [old, next] = [await aKey(), await aKey()];
      server.serve([old]);
      expect(await isVerified(client, old)).toBe(true);
      server.serve([next]);
      expect(await isVerified(client, next)).toBe(true);
      expect(await isVerified(client, old)).toBe(false);
    }));

  it('made-up kids cause a handful of requests and no more', () =>
    withServer(async (client) => {
      await isVerified(client, key);
      for (let count = 0; count < 20; count += 1) {
        expect(await isVerified(client, key, { kid: `made-up-${count}` })).toBe(false);
      }
      expect(server.hits).toHaveLength(6);
      expect(await isVerified(client, key)).toBe(true);
    }));

  it('a renewal that fails does not take the known keys away', () =>
    withServer(async (client) => {
      await isVerified(client, key);
      server.serve('', 503);
      expect(await isVerified(client, key, { kid: 'made-up' })).toBe(false);
      expect(await isVerified(client, key)).toBe(true);
    }));

  it.each([
    ['<html>', 200, 'the answer is not JSON'],
    ['{}', 200, 'the answer is not a JSON Web Key Set'],
    ['{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}', 200, 'key 1 is wrong: this is a private or secret key'],
    ['[]', 404, 'the answer had the status 404 and not 200'],
    ['a'.repeat(70_000), 200, 'the answer was larger than 64 KiB'],
  ])('what is wrong is told to the owner: %.40s', (content, status, message) =>
    withServer(async (client) => {
      server.serve(content, status);
      expect(await isVerified(client, key)).toBe(false);
      expect(await failuresOf(client)).toEqual([expect.stringContaining(`jwks_uri ${server.uri} ${message}`)]);
    }),
  );

  it('a failure is kept for a moment, written once, and forgotten when it works again', () =>
    withServer(async (client) => {
      await isVerified(client, key);
      server.serve('', 500);
      expect(await isVerified(client, key, { kid: 'other' })).toBe(false);
      expect(await failuresOf(client)).toHaveLength(1);
      server.serve([key]);
      expect(await isVerified(client, key, { kid: 'another' })).toBe(false);
      expect(await failuresOf(client)).toEqual([]);
    }));

  it('strangers cannot cause a request each while it fails', () =>
    withServer(async (client) => {
      server.serve('', 500);
      for (let count = 0; count < 5; count += 1) expect(await isVerified(client, key)).toBe(false);
      const statements = await served.statements.during(() => isVerified(client, key));
      expect(server.hits).toHaveLength(1);
      expect(statements.all).toEqual([]);
    }));
});

describe('the key to encrypt for a client', () => {
  it('is one that says that it is for encryption, else any that fits', async () => {
    const [signing, encrypting] = [await aKey('RS256', 'sig'), await aKey('RSA-OAEP-256', 'enc', { use: 'enc' })];
    const client = await clientWith({ jwks: { keys: [signing.jwk, encrypting.jwk] } });
    const { key, kid } = await keys.encryptionKey(client, 'RSA-OAEP-256');
    expect(kid).toBe('enc');
    const jwe = await new CompactEncrypt(Buffer.from('x'))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
      .encrypt(key);
    expect(jwe.split('.')).toHaveLength(5);
    const plain = await clientWith({ jwks: { keys: [signing.jwk] } });
    expect((await keys.encryptionKey(plain, 'RSA-OAEP')).kid).toBe('sig');
  });

  it.each(['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'] as const)('is one on a curve for %s', async (alg) => {
    const key = await aKey(alg);
    const client = await clientWith({ jwks: { keys: [key.jwk] } });
    expect((await keys.encryptionKey(client, alg)).key.type).toBe('public');
  });

  it('says so when there is none', async () => {
    const client = await clientWith({ jwks: { keys: [(await aKey('RS256', 'a', { use: 'sig' })).jwk] } });
    await expect(keys.encryptionKey(client, 'RSA-OAEP')).rejects.toMatchObject({ code: 'invalid_client_metadata' });
    const unreachable = await clientWith({ jwks_uri: 'http://127.0.0.1:1024/' });
    await expect(keys.encryptionKey(unreachable, 'RSA-OAEP')).rejects.toMatchObject({ code: 'server_error' });
  });
});

describe('the replay guard', () => {
  it('attack A34: is true once for kind, owner and jti, of many at once too', async () => {
    const guard = served.app.get(ReplayGuard);
    const all = await Promise.all(Array.from({ length: 8 }, () => guard.use('kind', 'owner', 'jti', later())));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await guard.use('kind', 'owner', 'jti', later())).toBe(false);
  });

  it('R28: another kind or another owner is another jti', async () => {
    const guard = served.app.get(ReplayGuard);
    await guard.use('kind', 'owner', 'same', later());
    expect(await guard.use('other', 'owner', 'same', later())).toBe(true);
    expect(await guard.use('kind', 'other', 'same', later())).toBe(true);
    expect(await guard.use('kin', 'downer', 'same', later())).toBe(true);
  });

  it('R20: forgets what has expired for every clock', async () => {
    const guard = served.app.get(ReplayGuard);
    await guard.use('kind', 'owner', 'old', new Date(Date.now() - 120_000));
    await guard.use('kind', 'owner', 'new', later());
    const before = await served.source.getRepository(UsedJti).count();
    await served.app.get(CleanUpService).run();
    expect(await served.source.getRepository(UsedJti).count()).toBe(before - 1);
    expect(await guard.use('kind', 'owner', 'new', later())).toBe(false);
  });
});
