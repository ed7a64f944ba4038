import type { OpenIdClientMetadata } from '../../src/protocol/openid-client-metadata.js';
import type { TestApp } from './app.js';
import { anAttempt, type Attempt, type Changes } from './authorization.js';
import { aClient, type TestClient } from './builders.js';
import { aKey, signed, type TestKey } from './client-keys.js';

/** An app that signs its requests. */
export interface SigningApp extends TestClient {
  readonly key: TestKey;
}

/** Registers an app with a key of its own, or the given one. */
export async function aSigningApp(
  served: TestApp,
  metadata: OpenIdClientMetadata = {},
  key?: TestKey,
): Promise<SigningApp> {
  const own = key ?? (await aKey('ES256', 'one'));
  const client = await aClient(served, { row: { metadata: { jwks: { keys: [own.jwk] }, ...metadata } } });
  return { ...client, key: own };
}

/** The least that stands outside of an object (OpenID Connect Core §6.1). */
export const OUTSIDE: Changes = {
  redirect_uri: undefined,
  state: undefined,
  code_challenge: undefined,
  code_challenge_method: undefined,
  scope: 'openid',
};

/** How an object differs from a good one. */
export interface ObjectChanges {
  readonly by?: TestKey;
  /** Members of the object; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: object;
  /** What stands outside. */
  readonly outside?: Changes;
}

/** A request whose parameters stand in an object, but for the least. */
export async function signedAttempt(
  served: TestApp,
  client: SigningApp,
  { by = client.key, claims = {}, header = {}, outside = {} }: ObjectChanges = {},
): Promise<Attempt & { readonly object: string }> {
  const attempt = anAttempt(client, { scope: 'openid profile' });
  const { response_type: _left, ...members } = attempt.params;
  const payload = { iss: client.clientId, aud: served.issuer, ...members, ...claims };
  const object = await signed(by, payload, header);
  const { url, params } = anAttempt(client, { ...OUTSIDE, request: object, ...outside });
  return { ...attempt, url, params, object };
}
