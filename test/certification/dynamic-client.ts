import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect } from 'vitest';
import { randomToken } from '../../src/crypto/random-token.js';
import { InitialAccessTokens } from '../../src/registration/initial-access-tokens.service.js';
import type { TestApp } from '../support/app.js';
import type { TestClient } from '../support/builders.js';
import { noteSecret } from '../support/leak-scan.js';
import type { Changes } from '../support/tokens.js';
import type { SuiteSite } from './suite-site.js';

/** A client that registered itself, with the key that it proves itself with. */
export interface DynamicClient extends TestClient {
  readonly registered: Readonly<Record<string, unknown>>;
}

/** The suite's key pair, under a `kid` of its own. */
export class ClientKey {
  private constructor(
    private readonly privateKey: CryptoKey,
    readonly jwk: Record<string, unknown>,
  ) {}

  static async create(): Promise<ClientKey> {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    return new ClientKey(privateKey, {
      ...(await exportJWK(publicKey)),
      kid: randomToken(8),
      alg: 'RS256',
      use: 'sig',
    });
  }

  sign(claims: Record<string, unknown>): Promise<string> {
    const header = { alg: 'RS256', kid: String(this.jwk['kid']) };
    return new SignJWT(claims).setProtectedHeader(header).sign(this.privateKey);
  }

  /** Client authentication by `private_key_jwt` (Core §9). */
  async assertion(clientId: string, audience: string): Promise<Changes> {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: clientId, sub: clientId, aud: audience, jti: randomToken(), iat: now, exp: now + 60 };
    return {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await this.sign(claims),
    };
  }
}

/** An initial access token whose clients need no PKCE, since the suite sends none. */
export async function initialAccessToken(served: TestApp): Promise<string> {
  const { token } = await served.app.get(InitialAccessTokens).create({
    label: 'certification',
    policy: { pkceRequired: false },
    ownerEmployeeId: null,
    maxUses: 1_000,
    lifetime: 3_600,
  });
  noteSecret(token);
  return token;
}

/** Asks for a registration as the suite does (RFC 7591 §3.1). */
export async function askForRegistration(served: TestApp, token: string, metadata: Record<string, unknown>) {
  const response = await served.app.inject({
    method: 'POST',
    url: '/connect/register',
    headers: {
      host: new URL(served.issuer).host,
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    payload: JSON.stringify(metadata),
  });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

/** The suite's usual registration with the given changes; fails when it is refused. */
export async function registerDynamically(
  served: TestApp,
  { token, site, ...changes }: { token: string; site: SuiteSite } & Record<string, unknown>,
): Promise<DynamicClient> {
  const { status, body } = await askForRegistration(served, token, {
    client_name: 'Certification',
    redirect_uris: [`${site.url}/callback`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    contacts: ['certification@example.com'],
    token_endpoint_auth_method: 'client_secret_basic',
    ...changes,
  });
  expect([status, body['error_description']]).toEqual([201, undefined]);
  const { client_id: clientId = '', client_secret: clientSecret = '', ...rest } = body as Record<string, string>;
  const { registration_access_token: registrationAccessToken = '' } = rest;
  for (const secret of [clientSecret, registrationAccessToken]) if (secret !== '') noteSecret(secret);
  const redirectUris = body['redirect_uris'] as string[];
  return { rowId: '', clientId, clientSecret, redirectUris, registrationAccessToken, stateKey: '', registered: body };
}
