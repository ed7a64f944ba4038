import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientSecret } from '../../src/clients/client-secret.entity.js';
import { ClientSecretService } from '../../src/clients/client-secret.service.js';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { SecretDigests } from '../../src/clients/secret-digests.js';
import { Settings } from '../../src/config/settings.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import { machineToken } from '../support/machine-token.js';

let served: TestApp;
/** Registered for `client_secret_post`. */
let post: TestClient;
/** Registered for `client_secret_basic`. */
let basic: TestClient;
let page: TestClient;

beforeAll(async () => {
  served = await startApp();
  post = await aClient(served, { kind: 'machine' });
  basic = await aClient(served, { kind: 'machine', token_endpoint_auth_method: 'client_secret_basic' });
  page = await aClient(served, { kind: 'browser' });
});
afterAll(() => served.close());

type Fields = Readonly<Record<string, string>>;

function token(fields: Fields, authorization?: string, url = '/token') {
  return served.app.inject({
    method: 'POST',
    url,
    headers: {
      host: new URL(served.issuer).host,
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization === undefined ? {} : { authorization }),
    },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
  });
}

const asBasic = (id: string, secret: string, scheme = 'Basic') =>
  `${scheme} ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

async function errorOf(answer: ReturnType<typeof token>) {
  const { statusCode, headers, body } = await answer;
  const { error } = JSON.parse(body) as { error: string };
  return { status: statusCode, error, challenge: headers['www-authenticate'] };
}

const REFUSED = { status: 401, error: 'invalid_client', challenge: 'Basic realm="doorward", charset="UTF-8"' };

describe('RFC 6749 §2.3.1 a client with a password', () => {
  it('authenticates by HTTP Basic, whatever the case of the scheme', async () => {
    for (const scheme of ['Basic', 'basic', 'BASIC']) {
      const { statusCode } = await token({}, asBasic(basic.clientId, basic.clientSecret, scheme));
      expect(statusCode).toBe(200);
    }
  });

  it('authenticates by Basic with id and secret form-urlencoded', async () => {
    const encoded = Buffer.from(basic.clientSecret).toString('hex').replaceAll(/../g, '%$&');
    expect((await token({}, asBasic(basic.clientId, encoded))).statusCode).toBe(200);
  });

  it('authenticates in the body', async () => {
    expect((await machineToken(served, post)).statusCode).toBe(200);
  });

  it('is refused with 401 and the scheme to use for a wrong secret (§5.2)', async () => {
    const wrong = `dws_${randomBytes(32).toString('base64url')}`;
    expect(await errorOf(token({}, asBasic(basic.clientId, wrong)))).toEqual(REFUSED);
    expect(await errorOf(token({ client_id: post.clientId, client_secret: wrong }))).toEqual(REFUSED);
    for (const near of [
      post.clientSecret.slice(0, -1),
      `${post.clientSecret}A`,
      post.clientSecret.toUpperCase(),
      ' ',
    ]) {
      expect(await errorOf(token({ client_id: post.clientId, client_secret: near }))).toEqual(REFUSED);
    }
  });

  it("is refused with another client's secret", async () => {
    const other = await aClient(served, { kind: 'machine' });
    expect(await errorOf(token({ client_id: post.clientId, client_secret: other.clientSecret }))).toEqual(REFUSED);
  });

  it('gets the same answer whether the id exists or not', async () => {
    const fields = { client_secret: 'wrong' };
    const [known, unknown] = await Promise.all([
      token({ ...fields, client_id: post.clientId }),
      token({ ...fields, client_id: 'client_doesnotexist' }),
    ]);
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect(unknown.headers['www-authenticate']).toBe(known.headers['www-authenticate']);
  });

  it('has an id that is compared by its letters, not by what a database takes for equal', async () => {
    const upper = post.clientId.toUpperCase();
    expect(await errorOf(token({ client_id: upper, client_secret: post.clientSecret }))).toEqual(REFUSED);
    expect(await errorOf(token({ client_id: `${post.clientId} `, client_secret: post.clientSecret }))).toEqual(REFUSED);
  });
});

describe('RFC 6749 §2.3 a request uses one authentication method', () => {
  it('and is refused with two', async () => {
    const authorization = asBasic(basic.clientId, basic.clientSecret);
    const body = { client_id: basic.clientId, client_secret: basic.clientSecret };
    expect(await errorOf(token(body, authorization))).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it('and the one that the client is registered for (RFC 7591 §2)', async () => {
    expect(await errorOf(token({}, asBasic(post.clientId, post.clientSecret)))).toEqual(REFUSED);
    const inBody = { client_id: basic.clientId, client_secret: basic.clientSecret };
    expect(await errorOf(token(inBody))).toEqual(REFUSED);
  });

  it('so a confidential client cannot be had without its secret', async () => {
    for (const { clientId } of [post, basic]) expect(await errorOf(token({ client_id: clientId }))).toEqual(REFUSED);
    expect(await errorOf(token({ client_id: post.clientId, client_secret: '' }))).toEqual(REFUSED);
  });

  it('so a public client cannot use a secret, and needs none', async () => {
    expect(await errorOf(token({ client_id: page.clientId, client_secret: 'any' }))).toEqual(REFUSED);
    expect(await errorOf(token({}, asBasic(page.clientId, '')))).toEqual(REFUSED);
    const asked = token({ grant_type: 'refresh_token', refresh_token: 'x', client_id: page.clientId });
    expect(await errorOf(asked)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('and is told who it is at all', async () => {
    expect(await errorOf(token({}))).toMatchObject({ status: 401, error: 'invalid_client' });
  });
});

describe('a client', () => {
  it('that is suspended is refused everywhere', async () => {
    const suspended = await aClient(served, { kind: 'machine', row: { status: 'suspended' } });
    const fields = { client_id: suspended.clientId, client_secret: suspended.clientSecret, token: 'x' };
    for (const url of ['/token', '/revoke', '/introspect']) {
      expect(await errorOf(token(fields, undefined, url))).toMatchObject({ status: 401, error: 'invalid_client' });
    }
  });

  it('is not locked out by wrong secrets, however many', async () => {
    const target = await aClient(served, { kind: 'machine' });
    const wrong = { client_id: target.clientId, client_secret: 'guess' };
    const answers = [];
    for (let count = 0; count < 40; count += 1) answers.push(await token(wrong));
    const last = answers.at(-1);
    expect(last?.statusCode).toBe(429);
    expect(last?.json<{ error: string }>().error).toBe('invalid_client');
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await machineToken(served, target)).statusCode).toBe(200);
    expect((await machineToken(served, post)).statusCode).toBe(200);
  });

  it('is read from the database once a second at most, in one statement', async () => {
    const target = await aClient(served, { kind: 'machine' });
    const cost = await served.statements.during(async () => {
      for (let count = 0; count < 5; count += 1) await machineToken(served, target);
    });
    expect(cost.reads).toHaveLength(1);
    const unknown = await served.statements.during(() =>
      machineToken(served, { clientId: 'client_none', clientSecret: 'x' }),
    );
    expect(unknown.all).toHaveLength(1);
  });
});

describe('several processes', () => {
  it('see a change of each other within a second', async () => {
    const other = await startApp({ database: served.settings.database, secretKeys: served.settings.secretKeys });
    try {
      const target = await aClient(served, { kind: 'machine' });
      expect((await machineToken(other, target)).statusCode).toBe(200);
      const client = await served.source.getRepository(Client).findOneByOrFail({ id: target.rowId });
      expect(await served.app.get(ClientSecretService).rotate(client, 0)).toMatch(/^dws_/);
      expect((await machineToken(served, target)).statusCode).toBe(401);
      await new Promise((resolve) => setTimeout(resolve, 1_050));
      expect((await machineToken(other, target)).statusCode).toBe(401);
    } finally {
      await other.close();
    }
  });

  it('know secrets that were stored under an older SECRET_KEY, as long as it is in the list', async () => {
    const { database, secretKeys } = served.settings;
    const newKey = randomBytes(32);
    const rotated = await startApp({ database, secretKeys: [newKey, ...secretKeys] });
    try {
      expect((await machineToken(rotated, post)).statusCode).toBe(200);
      const made = await aClient(rotated, { kind: 'machine' });
      expect((await machineToken(rotated, made)).statusCode).toBe(200);
      expect((await machineToken(served, made)).statusCode).toBe(401);
    } finally {
      await rotated.close();
    }
    // A server without the old key does not even start: it cannot open its signing keys.
    const forgotten = new SecretDigests(Object.assign(new Settings(), { secretKeys: [newKey] }));
    const stored = await served.source.getRepository(ClientSecret).findBy({ clientRowId: post.rowId });
    expect(stored).toHaveLength(1);
    expect(forgotten.match(post.clientSecret, stored)).toBeUndefined();
  });
});

describe('a client id (attack A19)', () => {
  it("is made by the server at random and can never be a user's subject", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await aClient(served)).clientId));
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(id).toMatch(/^client_[\w-]{22}$/);
  });

  it('finds its client and no other', async () => {
    const clients = served.app.get(ClientService);
    expect((await clients.find(post.clientId))?.rowId).toBe(post.rowId);
    expect(await clients.find(post.rowId)).toBeUndefined();
    expect(await clients.find('')).toBeUndefined();
  });
});
