import { v7 } from 'uuid';
import { ClientService } from '../../src/clients/client.service.js';
import type { RegisteredClient } from '../../src/clients/registered-client.js';
import { ConsentService } from '../../src/consent/consent.service.js';
import { randomToken } from '../../src/crypto/random-token.js';
import { challengeOf } from '../../src/protocol/pkce.js';
import type { GrantedClaims } from '../../src/protocol/granted-claims.js';
import { GrantService } from '../../src/token/grant.service.js';
import { UserService } from '../../src/users/user.service.js';
import type { TestApp } from './app.js';
import { aClient, aUser, type TestClient, type TestUser } from './builders.js';
import { noteSecret } from './leak-scan.js';

/** Parameters or headers; `undefined` leaves one out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** A code as an app received it, with what the app kept for the exchange. */
export interface TestCode {
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly client: TestClient;
  readonly user: TestUser;
}

/** A JSON answer of a protocol endpoint. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly error: unknown;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const USUAL_SCOPES = ['openid', 'profile', 'email', 'phone', 'offline_access'];

interface CodeOptions {
  readonly client?: TestClient;
  readonly user?: TestUser;
  readonly scopes?: readonly string[];
  /** Of the session it is made in; the user's present one otherwise. */
  readonly credentialsVersion?: number;
  /** The browser session it is made in; a new one otherwise. */
  readonly sid?: string;
  readonly authTime?: Date;
  readonly nonce?: string;
  /** What was asked for with the claims parameter, all of it allowed. */
  readonly claims?: GrantedClaims;
  /** For a client that is exempt from PKCE. */
  readonly isWithoutPkce?: boolean;
}

/** A code for what a person allowed an app: made as the dispatcher makes it after consent. */
export async function aCode(served: TestApp, options: CodeOptions = {}): Promise<TestCode> {
  const { client = await aClient(served), user = await aUser(served), scopes = USUAL_SCOPES, claims = null } = options;
  const [redirectUri = ''] = client.redirectUris;
  const codeVerifier = randomToken();
  const registered = await registeredClientOf(served, client);
  await served.app.get(ConsentService).decide(user.id, registered, { asked: scopes, allowed: scopes });
  const code = await served.app.get(GrantService).issueCode({
    client: registered,
    userId: user.id,
    ...(await sessionOf(served, user, options)),
    request: {
      clientId: client.clientId,
      redirectUri,
      responseMode: 'query',
      scopes,
      resources: [],
      prompt: new Set(),
      display: 'page',
      acrValues: [],
      ...whatAppsAdd(options, codeVerifier),
    },
    scopes,
    claims,
  });
  for (const secret of [code, codeVerifier]) noteSecret(secret);
  return { code, codeVerifier, redirectUri, client, user };
}

function whatAppsAdd({ nonce, isWithoutPkce = false }: CodeOptions, codeVerifier: string) {
  return {
    ...(nonce === undefined ? {} : { nonce }),
    ...(isWithoutPkce ? {} : { codeChallenge: challengeOf(codeVerifier) }),
  };
}

async function registeredClientOf(served: TestApp, { clientId }: TestClient): Promise<RegisteredClient> {
  const registered = await served.app.get(ClientService).find(clientId);
  if (registered === undefined) throw new Error('aCode: the client is not registered');
  return registered;
}

async function sessionOf(served: TestApp, user: TestUser, { sid = v7(), authTime = new Date(), ...rest }: CodeOptions) {
  const credentialsVersion = rest.credentialsVersion ?? (await credentialsVersionOf(served, user));
  return { sid, authTime, amr: ['pwd'], credentialsVersion };
}

async function credentialsVersionOf(served: TestApp, { id }: TestUser): Promise<number> {
  const user = await served.app.get(UserService).byId(id);
  if (user === null) throw new Error('there is no such user');
  return user.credentialsVersion;
}

/** Posts a form to a protocol endpoint. */
export async function postForm(
  served: TestApp,
  url: string,
  fields: Changes | string,
  headers: Changes = {},
): Promise<Answer> {
  const response = await served.app.inject({
    method: 'POST',
    url,
    headers: {
      host: new URL(served.issuer).host,
      ...present({ 'content-type': 'application/x-www-form-urlencoded', ...headers }),
    },
    payload: typeof fields === 'string' ? fields : new URLSearchParams(present(fields)).toString(),
  });
  return answerOf(response);
}

/** Gets something from a protocol endpoint. */
export async function getJson(served: TestApp, url: string, headers: Changes = {}): Promise<Answer> {
  const host = new URL(served.issuer).host;
  return answerOf(await served.app.inject({ method: 'GET', url, headers: { host, ...present(headers) } }));
}

/** The documented request: `grant_type, code, redirect_uri, client_id, client_secret`, plus `code_verifier`. */
export function exchangeForm({ code, codeVerifier, redirectUri, client }: TestCode): Changes {
  return {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
    ...credentials(client),
  };
}

export function exchange(served: TestApp, code: TestCode, changes: Changes = {}) {
  return postForm(served, '/token', { ...exchangeForm(code), ...changes });
}

export function refresh(served: TestApp, client: TestClient, refreshToken: string, changes: Changes = {}) {
  return postForm(served, '/token', {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    ...credentials(client),
    ...changes,
  });
}

/** What the app sends to say who it is: id and secret, or just the id when it is public. */
export function credentials({ clientId, clientSecret }: TestClient): Changes {
  return { client_id: clientId, client_secret: clientSecret === '' ? undefined : clientSecret };
}

/** The tokens of an answer; fails when it is not one. */
export function tokensOf({ status, body }: Answer): Tokens {
  if (status !== 200) throw new Error(`no tokens: ${status} ${JSON.stringify(body)}`);
  const { access_token: accessToken, refresh_token: refreshToken = '' } = body as Record<string, string>;
  return { accessToken: accessToken ?? '', refreshToken };
}

/** A redeemed code. */
export async function someTokens(served: TestApp, options: CodeOptions = {}): Promise<TestCode & Tokens> {
  const code = await aCode(served, options);
  return { ...code, ...tokensOf(await exchange(served, code)) };
}

/** Whether the access token opens userinfo. */
export async function isAlive(served: TestApp, accessToken: string): Promise<boolean> {
  const { status } = await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` });
  return status === 200;
}

/** Moves a grant's or token's points in time into the past, as if that many seconds had gone by. */
export async function letTimePass(served: TestApp, seconds: number): Promise<void> {
  const back = seconds * 1000;
  const columns = ['code_expires_at', 'consumed_at', 'refresh_rotated_at', 'refresh_idle_expires_at'];
  const moved = [...columns, 'refresh_absolute_expires_at', 'expires_at'].map((name) => `${name} = ${name} - ${back}`);
  await served.source.query(`UPDATE oauth_grants SET ${moved.join(', ')}`);
  await served.source.query(`UPDATE oauth_access_tokens SET expires_at = expires_at - ${back}`);
}

function answerOf(response: { statusCode: number; headers: Answer['headers']; body: string }): Answer {
  const body = response.body === '' ? {} : (JSON.parse(response.body) as Record<string, unknown>);
  return { status: response.statusCode, headers: response.headers, body, error: body['error'] };
}

function present(fields: Changes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
