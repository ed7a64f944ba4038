import type { JWTPayload } from 'jose';
import { SigningKeys } from '../../src/keys/signing-keys.service.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import type { SigningAlg } from '../../src/protocol/jose-algs.js';
import type { OpenIdClientMetadata } from '../../src/protocol/openid-client-metadata.js';
import { Session } from '../../src/session/session.entity.js';
import { Subjects } from '../../src/token/subjects.service.js';
import { ClientService } from '../../src/clients/client.service.js';
import type { TestApp } from './app.js';
import { allow, anAttempt } from './authorization.js';
import type { TestBrowser } from './browser.js';
import { aBrowserOf, aClient, aUser, type ClientChanges, type TestClient, type TestUser } from './builders.js';

const SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** An app that signs people in with OpenID Connect, with these members in its registration. */
export function anOpenIdClient(
  served: TestApp,
  metadata: OpenIdClientMetadata = {},
  changes: ClientChanges = {},
): Promise<TestClient> {
  return aClient(served, { scope: SCOPES, ...changes, row: { metadata, ...changes.row } });
}

/** A person who is signed in, here and at an app. */
export interface SignedIn {
  readonly user: TestUser;
  readonly browser: TestBrowser;
  readonly client: TestClient;
  readonly sid: string;
}

/** Signs a person in to the server with a new browser, and from there to the app. */
export async function signedInTo(served: TestApp, client: TestClient, known?: TestUser): Promise<SignedIn> {
  const user = known ?? (await aUser(served));
  const browser = await aBrowserOf(served, user);
  await signInToApp(browser, client);
  return { user, browser, client, sid: await newestSidOf(served, user) };
}

/** Goes through the app's sign-in with a browser that is signed in at the server; where the browser is sent at its end. */
export async function signInToApp(browser: TestBrowser, client: TestClient, scope = 'openid profile'): Promise<URL> {
  const page = await browser.open(anAttempt(client, { scope, prompt: 'consent' }).url);
  return new URL((await allow(browser, page)).location ?? '');
}

/** The session that the user began last. */
export async function newestSidOf(served: TestApp, { id }: Pick<TestUser, 'id'>): Promise<string> {
  const [session] = await served.source
    .getRepository(Session)
    .find({ where: { userId: id }, order: { authTime: 'DESC' } });
  if (session === undefined) throw new Error('the user has no session');
  return session.sid;
}

/** The ID token that the app got for this sign-in, perhaps with other claims or another `typ`. */
export async function anIdToken(
  served: TestApp,
  { client, user, sid }: Pick<SignedIn, 'client' | 'user' | 'sid'>,
  changes: JWTPayload = {},
  header: { alg?: SigningAlg; typ?: string } = {},
): Promise<string> {
  const registered = await served.app.get(ClientService).find(client.clientId);
  if (registered === undefined) throw new Error('the client is not registered');
  const sub = await served.app.get(Subjects).of(registered, user.id);
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: served.issuer, aud: client.clientId, sub, sid, iat, exp: iat + 3_600, ...changes };
  return served.app.get(SigningKeys).sign(claims, { alg: 'RS256', ...header });
}

/** Parameters of an end session request, as the address that an app sends a browser to. */
export function logoutUrl(params: Readonly<Record<string, string | undefined>>): string {
  const present = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/logout?${new URLSearchParams(present).toString()}`;
}

/** Whether the browser is signed in at the server. */
export async function isSignedIn(browser: TestBrowser): Promise<boolean> {
  return (await browser.get('/account')).status === 200;
}

/** Delivers what waits, as if every wait were over. */
export async function deliverNow(served: TestApp): Promise<number> {
  await served.source.query(
    'UPDATE outbox SET next_attempt_at = 1 WHERE next_attempt_at IS NOT NULL AND claim IS NULL',
  );
  return served.app.get(Outbox).drain();
}
