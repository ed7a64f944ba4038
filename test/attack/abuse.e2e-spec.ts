import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { Interaction } from '../../src/interaction/interaction.entity.js';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { credentials, postForm, refresh, someTokens } from '../support/tokens.js';

const NETWORK_LIMIT = 100;

describe('abuse', () => {
  let served: TestApp;
  beforeAll(async () => {
    served = await startApp();
  });
  afterAll(() => served.close());

  it('a website that the owner typed stands nowhere on the consent page (attack A23)', async () => {
    const client = await aClient(served, { client_uri: 'https://accounts.bank.example', row: { isVerified: true } });
    const browser = await aBrowserOf(served, await aUser(served));
    const page = await browser.follow(await browser.get(anAttempt(client).url));
    expect(page.text).toContain(new URL(client.redirectUris[0]!).host);
    expect(page.text).not.toContain('accounts.bank.example');
  });

  it('a form without a file input is not read as multipart (attack A42)', async () => {
    const body = '--b\r\ncontent-disposition: form-data; name="username"\r\n\r\nada\r\n--b--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const browser = await aBrowserOf(served, await aUser(served));
    const answers = ['/login', '/login/cancel', '/consent'].map((path) => browser.postBody(path, body, headers));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  it('made-up names begin no counters once their network has used up its own (attack A42)', async () => {
    const browser = new TestBrowser(served, '203.0.113.7');
    const login = (name: string) => browser.post('/login', { username: name, password: 'wrong password' });
    for (let attempt = 0; attempt < NETWORK_LIMIT; attempt += 1) await login(`nobody-${attempt}`);
    const before = await served.source.getRepository(Throttle).count();
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await login(`somebody-${attempt}`)).status).toBe(429);
    expect(await served.source.getRepository(Throttle).count()).toBe(before);
  });

  it('one network may have only so many authorization requests waiting (attack A42)', async () => {
    const { url } = anAttempt(await aClient(served));
    const browser = new TestBrowser(served, '203.0.113.8');
    expect((await browser.get(url)).status).toBe(303);
    await served.source.query("UPDATE throttles SET points = 3000 WHERE points = 1 AND throttles.key LIKE 'waiting:%'");
    const before = await served.source.getRepository(Interaction).count();
    const page = await browser.get(url);
    expect(page.status).toBe(429);
    expect(Number(page.header('retry-after'))).toBeGreaterThan(0);
    expect(await served.source.getRepository(Interaction).count()).toBe(before);
  });

  it('a refresh token that the token endpoint would refuse is not active (RFC 7662 §2.2)', async () => {
    const { client, refreshToken } = await someTokens(served);
    await served.source.getRepository(Client).update({ id: client.rowId }, { scopes: ['profile'] });
    await letCacheAge();
    expect((await refresh(served, client, refreshToken)).error).toBe('invalid_grant');
    const { body } = await postForm(served, '/introspect', { token: refreshToken, ...credentials(client) });
    expect(body).toEqual({ active: false });
  });
});

/** Clients are cached for a second (docs/adr/0006). */
function letCacheAge(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_100));
}
