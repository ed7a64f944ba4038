import { createHash } from 'node:crypto';
import { Like } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, type Attempt } from '../support/authorization.js';
import type { Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser } from '../support/builders.js';
import { type Canary, startCanary } from '../support/canary.js';
import { aKey } from '../support/client-keys.js';
import {
  aSigningApp,
  type ObjectChanges,
  OUTSIDE,
  signedAttempt,
  type SigningApp,
} from '../support/request-objects.js';

let served: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  served = await startApp();
  browser = await aBrowserOf(served, await aUser(served));
});
/** Nothing is allowed yet, so that whatever passes is asked about. */
beforeEach(() => served.source.query('DELETE FROM oauth_consents'));
afterAll(() => served.close());

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const REFUSED = { status: 400, location: undefined };
const seen = ({ status, location }: Page) => ({ status, location });

describe('OpenID Connect Core §6.2 a request object by reference', () => {
  let server: Canary;
  let content = '';
  let status = 200;
  let headers: Record<string, string> = {};
  const uri = (path = '/jar') => `http://127.0.0.1:${server.port}${path}`;

  beforeAll(async () => {
    server = await startCanary((_request, response) => response.writeHead(status, headers).end(content));
  });
  beforeEach(() => {
    [status, headers] = [200, {}];
  });
  afterAll(() => server.close());

  /** A request with a reference, and its object at the app's server. */
  async function referred(client: SigningApp, requestUri: string, given: ObjectChanges = {}): Promise<Attempt> {
    const attempt = await signedAttempt(served, client, given);
    content = attempt.object;
    const outside = { ...OUTSIDE, redirect_uri: client.redirectUris[0], state: 's' };
    const { url, params } = anAttempt(client, { ...outside, request_uri: requestUri });
    return { ...attempt, url, params };
  }

  it('is fetched from where the app registered it, once', async () => {
    const client = await aSigningApp(served, { request_uris: [uri('/once?x=1')] });
    const { url, state } = await referred(client, uri('/once?x=1'));
    const consent = await browser.open(url);
    content = 'gone';
    expect(answerAt(client, await allow(browser, consent))).toMatchObject({ state, code: expect.any(String) });
    expect(server.hits.filter((hit) => hit === 'GET /once?x=1')).toHaveLength(1);
  });

  it('is fetched once when it is posted, too', async () => {
    const client = await aSigningApp(served, { request_uris: [uri('/posted')] });
    const { params, state } = await referred(client, uri('/posted'));
    const sent = await browser.post('/authorize', params, {
      origin: 'https://app.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(sent.location).not.toContain(state);
    expect(answerAt(client, await allow(browser, await browser.follow(sent)))).toMatchObject({ state });
    expect(server.hits.filter((hit) => hit === 'GET /posted')).toHaveLength(1);
  });

  it.each([
    ['another path', '/other'],
    ['another query', '/jar?x=1'],
    ['another spelling', '/%6aar'],
    ['a longer path', '/jar/'],
  ])('is fetched from no address that is not registered: %s', async (_case, path) => {
    const client = await aSigningApp(served, { request_uris: [uri()] });
    const { url } = await referred(client, uri(path));
    const hits = server.hits.length;
    expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_uri', state: 's' });
    expect(server.hits).toHaveLength(hits);
  });

  it.each(['urn:ietf:params:oauth:request_uri:x', 'x', 'file:///etc/passwd', 'https://app.example/jär'])(
    'is not fetched from %s',
    async (requestUri) => {
      const client = await aSigningApp(served, { request_uris: [uri()] });
      const { url } = await referred(client, requestUri);
      expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_uri' });
    },
  );

  it('is not fetched from more than 512 characters, registered or not', async () => {
    const long = uri(`/${'x'.repeat(512)}`);
    const client = await aSigningApp(served, { request_uris: [long] });
    const { url } = await referred(client, long);
    expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_uri' });
    expect(server.hits.some((hit) => hit.includes('xxx'))).toBe(false);
  });

  it.each([
    ['an error', { status: 404 }],
    ['a redirect, which is not followed (CVE-2026-4366)', { status: 302, headers: { location: '/internal' } }],
  ])('cannot be %s', async (_case, answer) => {
    const bad = uri(`/bad-${answer.status}`);
    const client = await aSigningApp(served, { request_uris: [bad] });
    const { url } = await referred(client, bad);
    ({ status, headers } = { headers: {}, ...answer });
    const refusal = answerAt(client, await browser.get(url));
    expect(refusal).toMatchObject({ error: 'invalid_request_uri' });
    expect(refusal['error_description']).not.toMatch(/404|302|internal/);
    expect(server.hits).not.toContain('GET /internal');
  });

  it('that fails is not asked again at once, whoever sends the request', async () => {
    const client = await aSigningApp(served, { request_uris: [uri('/away')] });
    const { url } = await referred(client, uri('/away'));
    status = 503;
    for (let count = 0; count < 3; count += 1) {
      expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_uri' });
    }
    expect(server.hits.filter((hit) => hit === 'GET /away')).toHaveLength(1);
  });

  it('is fetched so often for one network, and no more often (attack A42)', async () => {
    const client = await aSigningApp(served, { request_uris: [uri('/often')] });
    const { url, state } = await referred(client, uri('/often'));
    const throttles = served.source.getRepository(Throttle);
    await throttles.update({ key: Like('request-uri:%') }, { points: '1000' });
    const refusal = answerAt(client, await browser.get(url));
    expect(refusal).toMatchObject({ error: 'temporarily_unavailable', state: 's' });
    expect(server.hits).not.toContain('GET /often');
    await throttles.update({ key: Like('request-uri:%') }, { expire: '1' });
    expect(answerAt(client, await allow(browser, await browser.open(url)))).toMatchObject({ state });
  });

  it('must be an object that is good', async () => {
    const client = await aSigningApp(served, { request_uris: [uri()] });
    for (const given of [{ claims: { exp: 1 } }, { by: await aKey('ES256', 'one') }]) {
      const { url } = await referred(client, uri(), given);
      expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_object' });
    }
    const { url } = await referred(client, uri());
    content = '<html>not found</html>';
    expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_object' });
  });

  it('is no object beside another one', async () => {
    const client = await aSigningApp(served, { request_uris: [uri()] });
    const { params } = await referred(client, uri());
    const { url } = anAttempt(client, { ...params, request: 'e30.e30.x' });
    expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request' });
  });

  it('is told on a page when no good address is known', async () => {
    const client = await aSigningApp(served, { request_uris: [uri()] });
    const { params } = await referred(client, uri('/other'));
    const { url } = anAttempt(client, { ...params, redirect_uri: undefined });
    expect(seen(await browser.get(url))).toEqual(REFUSED);
  });

  describe('with a digest in its fragment', () => {
    it('must have that digest, and is fetched once', async () => {
      const client = await aSigningApp(served, { request_uris: [uri('/digest')] });
      const { object } = await signedAttempt(served, client);
      const { url } = await referred(client, uri(`/digest#${digestOf(object)}`));
      content = object;
      for (let count = 0; count < 2; count += 1) expect((await browser.open(url)).url).toContain('/consent?');
      expect(server.hits.filter((hit) => hit === 'GET /digest')).toHaveLength(1);
    });

    it('is refused when it has another', async () => {
      const client = await aSigningApp(served, { request_uris: [uri('/changed')] });
      const { url } = await referred(client, uri(`/changed#${digestOf('something else')}`));
      expect(answerAt(client, await browser.get(url))).toMatchObject({ error: 'invalid_request_uri' });
    });

    it('may be registered with a mark of its version, as the conformance suite does; then it is not kept', async () => {
      const marked = uri('/marked#a-random-mark');
      const client = await aSigningApp(served, { request_uris: [marked] });
      const { url } = await referred(client, marked);
      for (let count = 0; count < 2; count += 1) expect((await browser.open(url)).url).toContain('/consent?');
      expect(server.hits.filter((hit) => hit === 'GET /marked')).toHaveLength(2);
      const unmarked = await referred(client, uri('/marked'));
      expect(answerAt(client, await browser.get(unmarked.url))).toMatchObject({ error: 'invalid_request_uri' });
    });
  });
});
