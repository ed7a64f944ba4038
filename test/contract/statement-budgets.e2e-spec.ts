import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser, type TestClient } from '../support/builders.js';
import { aCode, credentials, exchange, getJson, postForm, refresh, someTokens } from '../support/tokens.js';

/*
 * What each request may cost, from docs/architecture.md. The client is known to the process (at most a second old), as
 * on a busy server. Transaction brackets would count as writes: there are none.
 */

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

/** The number of reads and writes that the work costs; every request must succeed. */
async function cost(client: TestClient, work: () => Promise<{ status: number }>) {
  // Warms the caches of clients and of signing keys, and costs one look-up each at most.
  await getJson(served, '/jwks');
  await postForm(served, '/revoke', { token: 'x', ...credentials(client) });
  const { reads, writes } = await served.statements.during(async () => {
    const { status } = await work();
    expect([200, 303]).toContain(status);
  });
  return { reads: reads.length, writes: writes.length };
}

describe('the statements that a request costs', () => {
  it('authorize with a live session and remembered consent: 2 reads, 1 write', async () => {
    const client = await aClient(served);
    const browser = await aBrowserOf(served, await aUser(served));
    await allow(browser, await browser.open(anAttempt(client).url));
    const { url } = anAttempt(client);
    const spent = await cost(client, async () => {
      const page = await browser.get(url);
      expect(page.location).toContain('code=');
      return page;
    });
    expect(spent).toEqual({ reads: 2, writes: 1 });
  });

  it('authorize for an app that wants to hear of logouts: one write more, the first time', async () => {
    const metadata = { backchannel_logout_uri: 'https://app.example/backchannel' };
    const client = await aClient(served, { row: { metadata } });
    const user = await aUser(served);
    const browser = await aBrowserOf(served, user);
    await allow(browser, await browser.open(anAttempt(client).url));
    const again = await aBrowserOf(served, user);
    const { url } = anAttempt(client);
    expect(await cost(client, () => again.get(url))).toEqual({ reads: 2, writes: 2 });
    expect(await cost(client, () => again.get(url))).toEqual({ reads: 2, writes: 1 });
  });

  it.each(['server', 'browser'])('code exchange by a %s app: 1 read, 2 writes', async (kind) => {
    const code = await aCode(served, { client: await aClient(served, { kind }) });
    expect(await cost(code.client, () => exchange(served, code))).toEqual({ reads: 1, writes: 2 });
  });

  it.each(['server', 'browser'])('refresh by a %s app: 1 read, 2 writes', async (kind) => {
    const { client, refreshToken } = await someTokens(served, { client: await aClient(served, { kind }) });
    expect(await cost(client, () => refresh(served, client, refreshToken))).toEqual({ reads: 1, writes: 2 });
  });

  it('a repeated refresh within the window: 1 read, 1 write', async () => {
    const { client, refreshToken } = await someTokens(served, { client: await aClient(served, { kind: 'browser' }) });
    await refresh(served, client, refreshToken);
    expect(await cost(client, () => refresh(served, client, refreshToken))).toEqual({ reads: 1, writes: 1 });
  });

  it('client credentials: no read, 1 write', async () => {
    const client = await aClient(served, { kind: 'machine' });
    const form = { grant_type: 'client_credentials', ...credentials(client) };
    expect(await cost(client, () => postForm(served, '/token', form))).toEqual({ reads: 0, writes: 1 });
  });

  it('introspection of either kind of token: 1 read', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served);
    for (const token of [accessToken, refreshToken]) {
      const ask = () => postForm(served, '/introspect', { token, ...credentials(client) });
      expect(await cost(client, ask)).toEqual({ reads: 1, writes: 0 });
    }
  });

  it('revocation of either kind of token: 1 write', async () => {
    const { client, accessToken, refreshToken } = await someTokens(served);
    for (const token of [accessToken, refreshToken]) {
      const ask = () => postForm(served, '/revoke', { token, ...credentials(client) });
      expect(await cost(client, ask)).toEqual({ reads: 0, writes: 1 });
    }
  });

  it('userinfo: 1 read', async () => {
    const { client, accessToken } = await someTokens(served);
    const ask = () => getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` });
    expect(await cost(client, ask)).toEqual({ reads: 1, writes: 0 });
  });

  it('userinfo, signed, about a pairwise subject, with a claim asked for by itself: 1 read', async () => {
    const metadata = { subject_type: 'pairwise', userinfo_signed_response_alg: 'ES256' } as const;
    const client = await aClient(served, { row: { metadata } });
    const claims = { userinfo: ['nickname'], idToken: ['nickname'], allowed: ['nickname'] };
    const { accessToken } = await someTokens(served, { client, claims });
    const ask = async () => {
      const headers = { authorization: `Bearer ${accessToken}` };
      const { statusCode: status } = await served.app.inject({ url: '/userinfo', headers });
      return { status };
    };
    expect(await cost(client, ask)).toEqual({ reads: 1, writes: 0 });
  });

  it('code exchange with a pairwise subject and a claim in the ID token: 1 read, 2 writes', async () => {
    const client = await aClient(served, { row: { metadata: { subject_type: 'pairwise' } } });
    await someTokens(served, { client });
    const code = await aCode(served, { client, claims: { userinfo: [], idToken: ['email'], allowed: [] } });
    expect(await cost(client, () => exchange(served, code))).toEqual({ reads: 1, writes: 2 });
  });

  it('metadata, the key set and the liveness check: nothing', async () => {
    const client = await aClient(served);
    const documents = ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration', '/jwks'];
    // The keys and the settings may have been read longer ago than they are remembered.
    for (const url of documents) await getJson(served, url);
    for (const url of [...documents, '/health/live']) {
      expect(await cost(client, () => getJson(served, url))).toEqual({ reads: 0, writes: 0 });
    }
  });

  it('a token that this server never issued: nothing for a refresh token, 1 read for a code', async () => {
    const client = await aClient(served);
    await postForm(served, '/revoke', { token: 'x', ...credentials(client) });
    const garbage = await served.statements.during(() => refresh(served, client, 'A'.repeat(88)));
    expect(garbage.all).toEqual([]);
    const code = await aCode(served, { client });
    const wrong = await served.statements.during(() => exchange(served, { ...code, code: 'x' }));
    expect(wrong.all).toHaveLength(1);
  });
});
