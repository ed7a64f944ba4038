import { createHash } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import { expect } from 'vitest';
import { randomToken } from '../../src/crypto/random-token.js';
import type { TestApp } from '../support/app.js';
import { allow, signIn } from '../support/authorization.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aClient, aUser, type ClientChanges, type TestClient, type TestUser } from '../support/builders.js';
import { noteSecret } from '../support/leak-scan.js';
import { type Answer, type Changes, getJson, postForm } from '../support/tokens.js';

/*
 * What the OpenID Foundation's conformance suite does in every module: a relying party without PKCE that checks each
 * answer as its conditions do. The modules themselves are one file a plan.
 */

export type ResponseMode = 'query' | 'form_post';

/** Members of the discovery document that the modules look at. */
export type Provider = Readonly<Record<string, unknown>> & { readonly issuer: string };

export interface IdToken {
  readonly raw: string;
  readonly header: JWTHeaderParameters;
  readonly claims: JWTPayload;
}

export interface Outcome {
  /** The authorization response. */
  readonly response: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, unknown>>;
  readonly idToken: IdToken;
  readonly userinfo: Readonly<Record<string, unknown>>;
}

/** Every claim about a person is given, so that none is missing in an answer. */
const PERSON = { dob: '1987-10-16', phone: '+15555550100' };

/** The suite's static client: confidential, exempt from PKCE by an operator, with every scope. */
export function suiteClient(served: TestApp, changes: ClientChanges = {}): Promise<TestClient> {
  const scope = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'];
  const row = { ...changes.row, pkceRequired: false };
  return aClient(served, { scope, token_endpoint_auth_method: 'client_secret_basic', ...changes, row });
}

export function suitePerson(served: TestApp): Promise<TestUser> {
  return aUser(served, PERSON);
}

/** One browser at one relying party, as in one module of the suite. */
export class Suite {
  readonly browser: TestBrowser;

  constructor(
    readonly served: TestApp,
    readonly client: TestClient,
    readonly user: TestUser,
    private readonly mode: ResponseMode = 'query',
  ) {
    this.browser = new TestBrowser(served);
  }

  /** The discovery document. */
  async provider(): Promise<Provider> {
    const { status, body } = await getJson(this.served, '/.well-known/openid-configuration');
    expect(status).toBe(200);
    return body as Provider;
  }

  async keys(): Promise<JSONWebKeySet> {
    const { jwks_uri: uri } = await this.provider();
    return (await getJson(this.served, new URL(String(uri)).pathname)).body as unknown as JSONWebKeySet;
  }

  /** A request as the suite makes it: state and nonce, no PKCE, and the response mode only when it is not the default. */
  request(changes: Changes = {}): Record<string, string> {
    const wanted: Changes = {
      client_id: this.client.clientId,
      redirect_uri: this.client.redirectUris[0],
      scope: 'openid',
      response_type: 'code',
      state: randomToken(8),
      nonce: randomToken(8),
      ...(this.mode === 'form_post' && { response_mode: 'form_post' }),
      ...changes,
    };
    return Object.fromEntries(
      Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  }

  /** Opens the request and does what the pages ask. @returns where the browser stopped */
  async authorize(request: Readonly<Record<string, string>>): Promise<Page> {
    return this.walk(await this.browser.open(`/authorize?${new URLSearchParams(request).toString()}`));
  }

  /** Signs in and allows, where asked. */
  async walk(opened: Page): Promise<Page> {
    let page = opened;
    if (isAt(page, '/login')) page = await signIn(this.browser, page, this.user);
    if (isAt(page, '/consent')) page = await allow(this.browser, page);
    return page;
  }

  /** What came back at the redirect URI, by the mode that was asked for. */
  answer(page: Page, redirectUri = this.client.redirectUris[0] ?? ''): Record<string, string> {
    if (this.mode === 'form_post') {
      expect(page.status).toBe(200);
      const form = page.form(redirectUri);
      expect([form.method, form.action]).toEqual(['POST', redirectUri]);
      const named = form.controls.filter(({ name }) => name !== '');
      return Object.fromEntries(named.map(({ name, value }) => [name, value]));
    }
    const { location = '' } = page;
    expect([page.status, location.startsWith(redirectUri)]).toEqual([303, true]);
    return Object.fromEntries(new URL(location).searchParams);
  }

  /** The token request with the code, authenticated by HTTP Basic unless told otherwise. */
  async exchange(code: string, changes: Changes = {}, headers: Changes = this.basic()): Promise<Answer> {
    const form = { grant_type: 'authorization_code', code, redirect_uri: this.client.redirectUris[0], ...changes };
    return postForm(this.served, '/token', form, headers);
  }

  basic({ clientId, clientSecret } = this.client): Changes {
    return { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
  }

  /** The conditions on an ID token: signature by a published key with its `kid`, and Core §3.1.3.7. */
  async checkIdToken(raw: string, { nonce, accessToken }: { nonce?: string | undefined; accessToken?: string } = {}) {
    const keys = await this.keys();
    const { payload: claims, protectedHeader: header } = await jwtVerify(raw, createLocalJWKSet(keys), {
      issuer: this.served.issuer,
      audience: this.client.clientId,
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
    });
    expect(keys.keys.map(({ kid }) => kid)).toContain(header.kid);
    expect(claims['nonce']).toBe(nonce);
    expect(String(claims.sub)).toMatch(/^[\x20-\x7e]{1,255}$/);
    if (accessToken !== undefined && claims['at_hash'] !== undefined) {
      const half = createHash('sha256').update(accessToken).digest().subarray(0, 16);
      expect(claims['at_hash']).toBe(half.toString('base64url'));
    }
    return { raw, header, claims } satisfies IdToken;
  }

  async userinfo(accessToken: unknown): Promise<Answer> {
    return getJson(this.served, '/userinfo', { authorization: `Bearer ${String(accessToken)}` });
  }

  /** The happy flow with every check of the suite's base class. */
  async complete(changes: Changes = {}): Promise<Outcome> {
    const request = this.request(changes);
    return this.finish(request, await this.authorize(request));
  }

  /** From the authorization response on. */
  async finish(request: Readonly<Record<string, string>>, page: Page, redirectUri?: string): Promise<Outcome> {
    const response = this.answer(page, redirectUri);
    expect(response).toMatchObject({ code: expect.any(String), state: request['state'], iss: this.served.issuer });
    const exchanged = await this.exchange(
      response['code'] ?? '',
      redirectUri === undefined ? {} : { redirect_uri: redirectUri },
    );
    expect(exchanged).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: expect.any(Number) } });
    expect(exchanged.headers['cache-control']).toBe('no-store');
    const { body: tokens } = exchanged;
    const accessToken = String(tokens['access_token']);
    noteSecret(accessToken);
    const idToken = await this.checkIdToken(String(tokens['id_token']), { nonce: request['nonce'], accessToken });
    const { status, body: userinfo } = await this.userinfo(accessToken);
    expect([status, userinfo['sub']]).toEqual([200, idToken.claims.sub]);
    return { response, tokens, idToken, userinfo };
  }

  /** An error that was sent to the redirect URI. */
  async expectError(page: Page, errors: readonly string[], state?: string): Promise<void> {
    const response = this.answer(page);
    expect(errors).toContain(response['error']);
    expect(response).toMatchObject({ iss: this.served.issuer, ...(state !== undefined && { state }) });
  }
}

/** An error page of the server: the browser went nowhere. */
export function expectErrorPage(page: Page): void {
  expect(page.location).toBeUndefined();
  expect(page.status).toBeGreaterThanOrEqual(400);
  expect(page.status).toBeLessThan(500);
  expect(page.header('content-type')).toContain('text/html');
}

export function isAt({ url, location }: Page, path: string): boolean {
  return location === undefined && new URL(url).pathname === path;
}
