import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminClient, type AdminClient } from '../../clients/typescript/client.js';
import { generatedTypes, keptTypes, writeTypes } from '../../clients/typescript/generate.js';
import { aMachine } from '../support/admin-api.js';
import { type TestApp, startApp } from '../support/app.js';
import { freePort } from '../support/free-port.js';
import { openApiOf } from '../support/openapi.js';

let served: TestApp;
let client: AdminClient;
beforeAll(async () => {
  const port = await freePort();
  served = await startApp({ issuer: `http://127.0.0.1:${port}` }, port);
  const { token } = await aMachine(served, ['admin:users:read', 'admin:users:write']);
  client = adminClient(served.issuer, () => token);
});
afterAll(() => served.close());

/** What a tool that knows nothing of this server finds wrong with the document. */
async function redoclyFaults(document: object): Promise<string[]> {
  const rules = { 'info-license': 'off', 'no-server-example.com': 'off', 'tag-description': 'off' } as const;
  const config = await createConfig({ extends: ['recommended'], rules });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);
}

describe('the OpenAPI document, for other tools', () => {
  it('is found right by Redocly', async () => {
    const document = await openApiOf(served);
    expect(await redoclyFaults(document)).toEqual([]);
    expect(await redoclyFaults({ ...document, components: {} })).not.toEqual([]);
  });

  it('is what the TypeScript client was generated from: `npm run client` after a change', async () => {
    const document = await openApiOf(served);
    if (process.env['WRITE_CLIENT'] === '1') await writeTypes(document);
    expect(keptTypes()).toBe(await generatedTypes({ ...document, servers: [] }));
  });
});

describe('the generated TypeScript client', () => {
  it('makes, finds, changes and deletes a user, all typed', async () => {
    const body = { username: 'typed', email: 'typed@example.com', password: 'a long pass phrase of somebody' };
    const made = await client.POST('/api/v1/users', { body });
    const id = made.data?.id ?? '';
    const listed = await client.GET('/api/v1/users', { params: { query: { search: 'typed', limit: 1 } } });
    expect(listed.data?.data[0]?.id).toBe(id);
    const header = { 'If-Match': made.response.headers.get('etag') ?? '' };
    const params = { path: { id }, header };
    const changed = await client.PATCH('/api/v1/users/{id}', { params, body: { name: 'Typed' } });
    expect(changed.data?.name).toBe('Typed');
    const stale = await client.PATCH('/api/v1/users/{id}', { params, body: { name: 'x' } });
    expect(stale.error?.status).toBe(412);
    const gone = await client.DELETE('/api/v1/users/{id}', { params: { path: { id }, header: { 'If-Match': '*' } } });
    expect(gone.response.status).toBe(204);
  });
});
