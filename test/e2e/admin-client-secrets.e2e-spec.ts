import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import { SecretUsage } from '../../src/clients/secret-usage.js';
import { noteSecret } from '../support/leak-scan.js';
import { machineToken } from '../support/machine-token.js';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ['admin:secrets:read', 'admin:secrets:write']));
});
afterAll(() => served.close());

interface Secret {
  readonly secret_id: string;
  readonly hint: string;
  readonly is_current: boolean;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly client_secret: string;
}

const pathOf = ({ clientId }: TestClient) => `/clients/${clientId}/secrets`;
const secretsOf = async (client: TestClient) => {
  const { body } = await callApi(served, token, 'GET', pathOf(client));
  return body['data'] as Secret[];
};
const ended = (client: TestClient, id: string, by = token) => callApi(served, by, 'DELETE', `${pathOf(client)}/${id}`);

async function rotated(client: TestClient, body: object = {}): Promise<Secret> {
  const answer = await callApi(served, token, 'POST', pathOf(client), { body });
  expect(answer.status).toBe(201);
  noteSecret(answer.body['client_secret'] as string);
  return answer.body as unknown as Secret;
}

/** Whether the app gets a token with this secret. */
async function opens(client: TestClient, clientSecret: string): Promise<boolean> {
  return (await machineToken(served, { ...client, clientSecret })).statusCode === 200;
}

describe('secrets of an app through the admin API', () => {
  it('are listed with age, end and last use, and never shown', async () => {
    const client = await aClient(served, { kind: 'machine' });
    await opens(client, client.clientSecret);
    await served.app.get(SecretUsage).flush();
    const { body } = await callApi(served, token, 'GET', pathOf(client));
    const [only] = body['data'] as Secret[];
    expect(only).toMatchObject({ is_current: true, expires_at: null, hint: client.clientSecret.slice(-4) });
    expect(only?.last_used_at).toMatch(/^20/);
    expect(JSON.stringify(body)).not.toContain(client.clientSecret);
    const one = await callApi(served, token, 'GET', `${pathOf(client)}/${only?.secret_id ?? ''}`);
    expect(one).toMatchObject({ status: 200, body: only as unknown as object });
    expect((await callApi(served, token, 'GET', `${pathOf(client)}/other`)).status).toBe(404);
  });

  it('are replaced with an overlap in which the old one works, and each can be ended early', async () => {
    const client = await aClient(served, { kind: 'machine' });
    const fresh = await rotated(client, { overlap: 3600 });
    expect(await opens(client, fresh.client_secret)).toBe(true);
    expect(await opens(client, client.clientSecret)).toBe(true);
    const [current, old] = await secretsOf(client);
    expect([current?.secret_id, current?.is_current]).toEqual([fresh.secret_id, true]);
    const left = Date.parse(old?.expires_at ?? '') - Date.now();
    expect(left).toBeGreaterThan(3_500_000);
    expect(left).toBeLessThanOrEqual(3_601_000);
    expect((await ended(client, old?.secret_id ?? '')).status).toBe(204);
    expect(await opens(client, client.clientSecret)).toBe(false);
    expect((await ended(client, old?.secret_id ?? '')).status).toBe(404);
  });

  it('end at once without an overlap', async () => {
    const client = await aClient(served, { kind: 'machine' });
    const fresh = await rotated(client, { overlap: 0 });
    expect(await opens(client, client.clientSecret)).toBe(false);
    expect(await opens(client, fresh.client_secret)).toBe(true);
  });

  it('never leave an app without one, nor with too many, and public apps have none', async () => {
    const client = await aClient(served);
    const [only] = await secretsOf(client);
    expect((await ended(client, only?.secret_id ?? '')).status).toBe(409);
    for (let count = 0; count < 4; count += 1) await rotated(client);
    expect((await callApi(served, token, 'POST', pathOf(client), { body: {} })).status).toBe(409);
    const browser = await aClient(served, { kind: 'browser' });
    expect((await callApi(served, token, 'POST', pathOf(browser), { body: {} })).status).toBe(409);
  });

  it("of a program with other rights are out of reach, and so are one's own (attack A44)", async () => {
    const mightier = await aMachine(served, ['admin:users:write']);
    const own = await aMachine(served, ['admin:secrets:write']);
    const { token: admin } = await aStaffMember(served, 'admin');
    const keys = await aMachine(served, ['admin:keys:write']);
    for (const [by, { client }] of [
      [token, mightier],
      [own.token, own],
      [admin, keys],
    ] as const) {
      expect((await callApi(served, by, 'POST', pathOf(client), { body: { overlap: 0 } })).status).toBe(403);
      const [only] = await secretsOf(client);
      expect((await ended(client, only?.secret_id ?? '', by)).status).toBe(403);
      expect(await opens(client, client.clientSecret)).toBe(true);
    }
  });

  it('made twice with one Idempotency-Key are one, shown both times', async () => {
    const client = await aClient(served);
    const headers = { 'idempotency-key': 'rotation-1' };
    const ask = () => callApi(served, token, 'POST', pathOf(client), { body: {}, headers });
    const [first, second] = [await ask(), await ask()];
    noteSecret(first.body['client_secret'] as string);
    expect(second.body).toEqual(first.body);
    expect(await secretsOf(client)).toHaveLength(2);
  });

  it('of several made at the same moment, each that was shown works', async () => {
    const client = await aClient(served, { kind: 'machine' });
    const asked = [1, 2, 3].map(() => callApi(served, token, 'POST', pathOf(client), { body: {} }));
    const answers = await Promise.all(asked);
    const secrets = answers.filter(({ status }) => status === 201).map(({ body }) => body['client_secret'] as string);
    secrets.forEach(noteSecret);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await Promise.all(secrets.map((secret) => opens(client, secret)))).toEqual(secrets.map(() => true));
    expect(secrets.length).toBeGreaterThan(0);
  });
});
