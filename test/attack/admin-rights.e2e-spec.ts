import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_SCOPES, type AdminScope } from '../../src/protocol/admin-scope.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { type DocumentedOperation, openApiOf, operationsOf } from '../support/openapi.js';
import { routesOf } from '../support/routes.js';

/** What each role opens, written down once more: the code's own table must not judge itself. */
const OPENS: Readonly<Record<string, RegExp>> = {
  auditor: /:read$/,
  support: /^admin:(users|invitations|sessions|consents|grants):|^admin:(clients|tokens):read$/,
  admin: /^(?!admin:keys:write$)/,
  owner: /./,
};
const NOBODY = '01999999-0000-7000-8000-000000000000';

let served: TestApp;
let operations: DocumentedOperation[];
beforeAll(async () => {
  served = await startApp();
  operations = operationsOf(await openApiOf(served));
});
afterAll(() => served.close());

/** Whether the guard let the call through: what comes then is about the id that nobody has, or the empty body. */
async function isOpen(token: string, { method, path }: DocumentedOperation): Promise<boolean> {
  const url = path.replaceAll(/\{\w+\}/g, NOBODY);
  const { status } = await callApi(served, token, method, url, {
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
    headers: { 'if-match': '*' },
  });
  if (status >= 500) throw new Error(`${method} ${path} answered ${status}`);
  return status !== 401 && status !== 403;
}

async function opened(token: string): Promise<string[]> {
  const open: string[] = [];
  for (const operation of operations) if (await isOpen(token, operation)) open.push(operation.id);
  return open;
}

describe('attack A44: every role and every machine, times every operation', () => {
  it('the document has every route of the API', () => {
    const documented = operations.map(({ method, path }) => `${method} /api/v1${path.replaceAll(/\{\w+\}/g, NOBODY)}`);
    const plain = ['/api/v1/problems/', '/api/v1/console-token', '/api/v1/openapi.json'];
    const routes = routesOf(served).filter(({ path }) => path.startsWith('/api/v1/'));
    const paths = new Set(documented.map((line) => line.split(' ')[1]));
    for (const { path } of routes) expect(paths.has(path) || plain.some((start) => path.startsWith(start))).toBe(true);
    expect(operations.every(({ scope }) => (ADMIN_SCOPES as readonly string[]).includes(scope))).toBe(true);
    // Every right opens something: none is there for show.
    expect(new Set(operations.map(({ scope }) => scope))).toEqual(new Set(ADMIN_SCOPES));
  });

  it.each(['auditor', 'support', 'admin', 'owner'] as const)('%s', async (role) => {
    const { token } = await aStaffMember(served, role);
    const expected = operations.filter(({ scope }) => OPENS[role]?.test(scope)).map(({ id }) => id);
    expect(await opened(token)).toEqual(expected);
    console.log(`${role}: ${expected.length} of ${operations.length} operations`);
  });

  it.each(ADMIN_SCOPES)('a machine with %s', async (scope) => {
    const { token } = await aMachine(served, [scope]);
    const expected = operations.filter((operation) => operation.scope === (scope satisfies AdminScope));
    expect(await opened(token)).toEqual(expected.map(({ id }) => id));
  });

  it('nobody without a token', async () => {
    for (const { method, path } of operations) {
      const url = path.replaceAll(/\{\w+\}/g, NOBODY);
      expect((await callApi(served, undefined, method, url)).status).toBe(401);
    }
  });
});
