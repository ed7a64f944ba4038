import { decodeProtectedHeader } from 'jose';
import { signingKeySettings } from '../../src/config/lifetimes.js';
import type { SigningKeySettings } from '../../src/config/settings.js';
import { KeyRotation } from '../../src/keys/key-rotation.service.js';
import { SigningKey } from '../../src/keys/signing-key.entity.js';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import type { SigningAlg } from '../../src/protocol/jose-algs.js';
import { startApp, type TestApp } from './app.js';
import { getJson } from './tokens.js';

/** The defaults, but a process never remembers what it read: what another one changed is seen at once. */
export const FORGETFUL: SigningKeySettings = { ...signingKeySettings(90), cacheAge: 0 };

/** Another process on the same database. */
export function anotherProcess(of: TestApp, secretKeys = of.settings.secretKeys): Promise<TestApp> {
  return startApp({ database: of.settings.database, secretKeys, signingKeys: of.settings.signingKeys });
}

/** Runs work with an app of its own that remembers no keys. */
export async function withForgetfulApp(work: (served: TestApp, rotation: KeyRotation) => Promise<void>): Promise<void> {
  const served = await startApp({ signingKeys: FORGETFUL });
  try {
    await work(served, served.app.get(KeyRotation));
  } finally {
    await served.close();
  }
}

export interface PublishedKey {
  readonly kid: string;
  readonly alg: string;
  readonly use: string;
}

/** The key set as clients see it. */
export async function publishedKeys(served: TestApp): Promise<{ keys: PublishedKey[] }> {
  const { body } = await getJson(served, '/jwks');
  return body as unknown as { keys: PublishedKey[] };
}

/** Those of one algorithm. */
export function ofAlg({ keys }: { keys: PublishedKey[] }, alg = 'ES256'): PublishedKey[] {
  return keys.filter((key) => key.alg === alg);
}

/** The id of the key that signed a token. */
export function kidOf(token: string): string {
  return decodeProtectedHeader(token).kid ?? '';
}

/** A token of this server, as every part of it makes one. */
export function aSignedToken(served: TestApp, alg: SigningAlg = 'ES256'): Promise<string> {
  return served.app.get(SigningKeys).sign({ sub: 'ada' }, { alg });
}

/** Whether the server recognises its token. */
export async function isRecognised(served: TestApp, token: string): Promise<boolean> {
  return (await served.app.get(SigningKeys).verify(token)) !== undefined;
}

/** The rows of an algorithm, the oldest first, as `state` of generation 1, 2, … */
export async function keyStates(served: TestApp, alg: SigningAlg = 'ES256'): Promise<string[]> {
  const rows = await served.source.getRepository(SigningKey).find({ where: { alg }, order: { generation: 'ASC' } });
  return rows.map(({ state }) => state);
}

/** Moves all points in time of all keys into the past, as if so many days had gone by. */
export async function letKeysAge(served: TestApp, days: number): Promise<void> {
  const columns = ['created_at', 'activates_at', 'retired_at', 'published_until', 'expires_at'];
  const back = days * 24 * 60 * 60 * 1000;
  await served.source.query(`UPDATE signing_keys SET ${columns.map((name) => `${name} = ${name} - ${back}`).join()}`);
}
