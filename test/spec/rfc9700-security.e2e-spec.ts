import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type TestClient } from '../support/builders.js';
import {
  aCode,
  credentials,
  exchange,
  exchangeForm,
  getJson,
  isAlive,
  postForm,
  refresh,
  someTokens,
} from '../support/tokens.js';

const PAGE_ORIGIN = 'https://spa.example';
const SERVER_ORIGIN = 'https://server.example';

let served: TestApp;
/** A browser app; all others are servers. */
let page: TestClient;
beforeAll(async () => {
  served = await startApp();
  page = await aClient(served, { kind: 'browser', redirect_uris: [`${PAGE_ORIGIN}/callback`] });
  await aClient(served, { kind: 'server', redirect_uris: [`${SERVER_ORIGIN}/callback`] });
});
afterAll(() => served.close());

describe('RFC 9700 §4.9 a suspended app (attack A47)', () => {
  it('gets nothing from any endpoint, and its tokens open nothing', async () => {
    const code = await aCode(served);
    const issued = await someTokens(served, { client: code.client });
    await served.source.getRepository(Client).update({ id: code.client.rowId }, { status: 'suspended' });
    served.app.get(ClientService).forget(code.client.clientId);
    const refused = { status: 401, error: 'invalid_client' };
    expect(await exchange(served, code)).toMatchObject(refused);
    expect(await refresh(served, code.client, issued.refreshToken)).toMatchObject(refused);
    for (const url of ['/introspect', '/revoke']) {
      const form = { token: issued.accessToken, ...credentials(code.client) };
      expect(await postForm(served, url, form)).toMatchObject(refused);
    }
    expect(await isAlive(served, issued.accessToken)).toBe(false);
  });

  it('is told apart from a deleted one by nobody, and a deleted one leaves nothing that works', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served);
    await served.source.getRepository(Client).delete({ id: client.rowId });
    served.app.get(ClientService).forget(client.clientId);
    expect(await refresh(served, client, refreshToken)).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('that another process deleted a moment ago is refused, not answered with a fault of ours', async () => {
    const machine = await aClient(served, { kind: 'machine' });
    const form = { grant_type: 'client_credentials', ...credentials(machine) };
    expect((await postForm(served, '/token', form)).status).toBe(200);
    // Not forgotten: this process still knows it for a second.
    await served.source.getRepository(Client).delete({ id: machine.rowId });
    expect(await postForm(served, '/token', form)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });
});

describe('RFC 9700 §2.5 client authentication at every endpoint', () => {
  it.each(['/token', '/introspect', '/revoke'])('%s takes one method per request (gap L10)', async (url) => {
    const { client, accessToken } = await someTokens(served);
    const basic = `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`;
    const form = { grant_type: 'client_credentials', token: accessToken, ...credentials(client) };
    expect(await postForm(served, url, form, { authorization: basic })).toMatchObject({
      status: 400,
      error: 'invalid_request',
    });
  });

  it('a code verifier does not stand in for the secret of a confidential client (gap L3)', async () => {
    const code = await aCode(served);
    for (const client_secret of [undefined, '']) {
      expect(await exchange(served, code, { client_secret })).toMatchObject({ status: 401, error: 'invalid_client' });
    }
    expect((await exchange(served, code)).status).toBe(200);
  });

  it('a failure names the scheme to use (gap L11)', async () => {
    const code = await aCode(served);
    const { status, headers } = await exchange(served, code, { client_secret: 'wrong' });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toMatch(/^Basic realm=/);
  });

  it('an Authorization header that stands twice is refused, though Node shows only the first', async () => {
    const { app } = served;
    await app.listen(0, '127.0.0.1');
    const address = app.getHttpServer().address() as { port: number };
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(address.port, '127.0.0.1', () => {
        socket.end(
          'GET /userinfo HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\nConnection: close\r\n\r\n',
        );
      });
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString())).on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('the OAuth library stays where its gaps are closed', () => {
  it('is imported by the engine and its models alone', () => {
    const source = join(import.meta.dirname, '../../src');
    const importers = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => readFileSync(join(source, file), 'utf8').includes('@node-oauth/'))
      .map((file) => file.replaceAll('\\', '/'));
    expect(importers.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'token/authorization-model.ts',
      'token/oauth-engine.ts',
      'token/oauth-model.ts',
    ]);
  });
});

const preflight = (url: string, origin: string) =>
  served.app.inject({
    method: 'OPTIONS',
    url,
    headers: { host: new URL(served.issuer).host, origin, 'access-control-request-method': 'POST' },
  });

describe('Fetch standard: pages of other sites (CORS)', () => {
  it('of a registered browser app may read answers, errors included, never with credentials', async () => {
    const { client, accessToken } = await someTokens(served, { client: page });
    const code = await aCode(served, { client });
    const answers = [
      await postForm(served, '/token', exchangeForm(code), { origin: PAGE_ORIGIN }),
      await postForm(
        served,
        '/token',
        { grant_type: 'refresh_token', ...credentials(client) },
        { origin: PAGE_ORIGIN },
      ),
      await postForm(served, '/revoke', { token: 'x', ...credentials(client) }, { origin: PAGE_ORIGIN }),
      await getJson(served, '/userinfo', { origin: PAGE_ORIGIN, authorization: `Bearer ${accessToken}` }),
      await getJson(served, '/userinfo', { origin: PAGE_ORIGIN, authorization: 'Bearer wrong' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 200, 200, 401]);
    for (const { headers } of answers) {
      expect(headers['access-control-allow-origin']).toBe(PAGE_ORIGIN);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(headers['vary']).toBe('Origin');
    }
  });

  it.each(['/token', '/revoke', '/userinfo'])('of a registered browser app may ask before calling %s', async (url) => {
    const { statusCode, headers } = await preflight(url, PAGE_ORIGIN);
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': PAGE_ORIGIN,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'Authorization, Content-Type',
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each([
    SERVER_ORIGIN,
    `${PAGE_ORIGIN}.evil.example`,
    'http://spa.example',
    'null',
    `${PAGE_ORIGIN}, x`,
    'x'.repeat(3000),
  ])('from %j get no such permission', async (origin) => {
    for (const url of ['/token', '/revoke', '/userinfo']) {
      expect((await preflight(url, origin)).headers['access-control-allow-origin']).toBeUndefined();
    }
    const { headers } = await getJson(served, '/userinfo', { origin });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['vary']).toBe('Origin');
  });

  it('get none on introspection, authorization and login, whoever they are', async () => {
    for (const url of ['/introspect', '/authorize', '/login']) {
      expect((await preflight(url, PAGE_ORIGIN)).headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});
