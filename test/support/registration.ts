import {
  InitialAccessTokens,
  type NewInitialAccessToken,
} from '../../src/registration/initial-access-tokens.service.js';
import type { TestApp } from './app.js';
import { noteSecret } from './leak-scan.js';
import type { Answer } from './tokens.js';

/** A registration as an app sends it. */
export type Document = Readonly<Record<string, unknown>>;

const CALLBACK = 'https://app.example/callback';
const HOUR = 60 * 60;

/** The least that most apps send. */
export const aDocument = (changes: Document = {}): Document => ({
  client_name: 'Acme',
  redirect_uris: [CALLBACK],
  ...changes,
});

/** An initial access token: for a hundred apps of the installation, unless told otherwise. */
export async function anInitialToken(
  served: TestApp,
  changes: Partial<NewInitialAccessToken> = {},
): Promise<{ readonly id: string; readonly token: string }> {
  const usual = { label: 'test', policy: { pkceRequired: true }, ownerEmployeeId: null, maxUses: 100, lifetime: HOUR };
  const made = await served.app.get(InitialAccessTokens).create({ ...usual, ...changes });
  noteSecret(made.token);
  return made;
}

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly token?: string | undefined;
  /** Sent as JSON; a string is sent as it is. */
  readonly document?: Document | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

/** Calls the registration endpoint, or an app's own registration below it. */
export async function callRegistration(served: TestApp, url: string, call: Call = {}): Promise<Answer> {
  const { method = 'POST', document, address = '127.0.0.1' } = call;
  const payload = typeof document === 'object' ? JSON.stringify(document) : document;
  const response = await served.app.inject({
    method,
    url: url.replace(served.issuer, ''),
    remoteAddress: address,
    headers: { host: new URL(served.issuer).host, ...headersOf(call) },
    ...(payload === undefined ? {} : { payload }),
  });
  const body = response.body === '' ? {} : (JSON.parse(response.body) as Record<string, unknown>);
  for (const secret of ['client_secret', 'registration_access_token']) {
    if (typeof body[secret] === 'string') noteSecret(body[secret]);
  }
  return { status: response.statusCode, headers: response.headers, body, error: body['error'] };
}

function headersOf({ token, document, headers }: Call): Record<string, string> {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(document === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
}

/** An app that registered itself. */
export interface SelfRegistered {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly token: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Registers an app; fails when it is refused. */
export async function aSelfRegistered(
  served: TestApp,
  token: string | undefined,
  changes: Document = {},
): Promise<SelfRegistered> {
  const { status, body } = await callRegistration(served, '/connect/register', { token, document: aDocument(changes) });
  if (status !== 201) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
  const members = body as Record<string, string | undefined>;
  return {
    clientId: members['client_id'] ?? '',
    clientSecret: members['client_secret'] ?? '',
    token: members['registration_access_token'] ?? '',
    url: members['registration_client_uri'] ?? '',
    body,
  };
}
