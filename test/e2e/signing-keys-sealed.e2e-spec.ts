import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyRotation } from '../../src/keys/key-rotation.service.js';
import { KeyVault } from '../../src/keys/key-vault.service.js';
import { SigningKey } from '../../src/keys/signing-key.entity.js';
import { UnopenableKeyError } from '../../src/keys/unopenable-key-error.js';
import { startFault } from '../../src/start-fault.js';
import { startApp, type TestApp } from '../support/app.js';
import { anotherProcess, aSignedToken, isRecognised, withForgetfulApp } from '../support/signing-keys.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('a private key', () => {
  it('stands nowhere in a dump of the database', async () => {
    const dump = JSON.stringify(await served.source.query('SELECT * FROM signing_keys'));
    const keys = await served.source.getRepository(SigningKey).find();
    const opened = keys.map((key) => served.app.get(KeyVault).open(key));
    const secrets = opened
      .flatMap(({ d, p, q, dp, dq, qi }) => [d, p, q, dp, dq, qi])
      .filter((one) => one !== undefined);
    expect(secrets).toHaveLength(6 + 6 + 1 + 1);
    for (const secret of secrets) expect(dump).not.toContain(secret);
    for (const { publicJwk } of keys) expect(dump).toContain(publicJwk.x ?? publicJwk.n);
  });

  it('opens in its own row only', async () => {
    const [one, other] = await served.source.getRepository(SigningKey).find();
    if (one === undefined || other === undefined) throw new Error('there are no keys');
    const vault = served.app.get(KeyVault);
    const { id, alg, privateJwk } = one;
    expect(() => vault.open({ id: other.id, alg, privateJwk })).toThrow(UnopenableKeyError);
    expect(() => vault.open({ id, alg: other.alg, privateJwk })).toThrow(UnopenableKeyError);
    expect(vault.open(one).kty).toBe(one.publicJwk.kty);
  });

  it('is erased when it will not sign again', async () => {
    await withForgetfulApp(async (app, rotation) => {
      await rotation.rotate('ES256', { isForced: true });
      const keys = await app.source.getRepository(SigningKey).findBy({ alg: 'ES256' });
      const held = Object.fromEntries(keys.map(({ state, privateJwk }) => [state, privateJwk !== null]));
      expect(held).toEqual({ next: true, active: true, retired: false });
    });
  });

  it('that SECRET_KEY does not open keeps the server from starting, and the sentence says what to do', async () => {
    const fault: unknown = await anotherProcess(served, [randomBytes(32)]).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UnopenableKeyError);
    expect(startFault(fault, served.settings)).toMatch(/^SECRET_KEY does not open .+: put the key .+ back/);
  });

  it('opens with an older key of the list; what is made then is sealed with the newest', async () => {
    const secretKeys = [randomBytes(32), ...served.settings.secretKeys];
    const restarted = await anotherProcess(served, secretKeys);
    const token = await aSignedToken(restarted);
    expect(await isRecognised(served, token)).toBe(true);
    await restarted.app.get(KeyRotation).rotate('ES256', { isForced: true });
    await restarted.app.get(KeyRotation).rotate('ES256', { isForced: true });
    const left = await restarted.source.getRepository(SigningKey).findBy({ alg: 'ES256' });
    const newest = new KeyVault({ secretKeys: secretKeys.slice(0, 1) });
    const sealed = left.filter(({ privateJwk }) => privateJwk !== null);
    expect(sealed.map((key) => newest.open(key).kty)).toEqual(['EC', 'EC']);
    await restarted.close();
  });
});
