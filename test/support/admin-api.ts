import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { ADMIN_API, type AdminScope } from '../../src/protocol/admin-scope.js';
import type { StaffRole } from '../../src/users/user.entity.js';
import type { TestApp } from './app.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from './builders.js';
import type { TestBrowser } from './browser.js';
import { noteSecret } from './leak-scan.js';
import { machineToken } from './machine-token.js';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** The JSON of the answer; an empty object when there is none. */
  readonly body: Record<string, unknown>;
}

interface ApiCall {
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly raw?: string;
  readonly headers?: Record<string, string>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Calls the admin API. @param path below `/api/v1` */
export async function callApi(
  { app, issuer }: TestApp,
  token: string | undefined,
  method: Method,
  path: string,
  { body, raw, headers = {} }: ApiCall = {},
): Promise<ApiAnswer> {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await app.inject({
    method,
    url: `${ADMIN_API}${path}`,
    headers: {
      host: new URL(issuer).host,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  });
  const parsed = answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>);
  return { status: answer.statusCode, headers: answer.headers as Record<string, string>, body: parsed };
}

/** An app of the installation with these rights, and a token that has them. */
export async function aMachine(
  served: TestApp,
  scopes: readonly AdminScope[],
): Promise<{ readonly client: TestClient; readonly token: string }> {
  const client = await aClient(served, { kind: 'machine' });
  await served.source.getRepository(Client).update({ id: client.rowId }, { adminScopes: [...scopes] });
  served.app.get(ClientService).forget(client.clientId);
  const answer = await machineToken(served, client, { scope: scopes.join(' ') });
  const { access_token: token } = answer.json<{ access_token: string }>();
  noteSecret(token);
  return { client, token };
}

/** Somebody of the staff, signed in a moment ago, with a token of the console. */
export async function aStaffMember(
  served: TestApp,
  role: StaffRole,
): Promise<{ readonly user: TestUser; readonly browser: TestBrowser; readonly token: string }> {
  const user = await aUser(served, { row: { role } });
  const browser = await aBrowserOf(served, user);
  return { user, browser, token: await consoleToken(browser) };
}

/** Exchanges a browser's session for a token of the console. */
export async function consoleToken(browser: TestBrowser): Promise<string> {
  const { html, status } = await browser.post(`${ADMIN_API}/console-token`, {});
  if (status !== 200) throw new Error(`no console token: ${status} ${html}`);
  const { access_token: token } = JSON.parse(html) as { access_token: string };
  noteSecret(token);
  return token;
}
