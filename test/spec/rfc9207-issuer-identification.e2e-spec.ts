import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startApp } from '../support/app.js';
import { allow, answerAt, anAttempt, deny } from '../support/authorization.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestClient } from '../support/builders.js';

let served: TestApp;
let app: TestClient;

beforeAll(async () => {
  served = await startApp();
  app = await aClient(served, { scope: ['profile', 'email'] });
});
afterAll(() => served.close());

describe('RFC 9207 §2 iss', () => {
  it('is on a response with a code', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const answer = answerAt(app, await allow(browser, await browser.open(anAttempt(app).url)));
    expect(answer).toMatchObject({ code: expect.any(String), iss: served.issuer });
  });

  it('is on a silent response with a code', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    await allow(browser, await browser.open(anAttempt(app).url));
    const answer = answerAt(app, await browser.open(anAttempt(app, { prompt: 'none' }).url));
    expect(answer).toMatchObject({ code: expect.any(String), iss: served.issuer });
  });

  it('is on a refusal', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const answer = answerAt(app, await deny(browser, await browser.open(anAttempt(app).url)));
    expect(answer).toMatchObject({ error: 'access_denied', iss: served.issuer });
  });

  it.each([
    [{ prompt: 'none' }, 'login_required'],
    [{ scope: 'root' }, 'invalid_scope'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge: undefined }, 'invalid_request'],
    [{ request: 'x' }, 'invalid_request_object'],
    [{ request_uri: 'x' }, 'invalid_request_uri'],
  ])('is on the error of %j', async (changes, error) => {
    const answer = answerAt(app, await new TestBrowser(served).get(anAttempt(app, changes).url));
    expect(answer).toMatchObject({ error, iss: served.issuer });
  });

  it('is not what the request says', async () => {
    const { url } = anAttempt(app, { prompt: 'none', iss: 'https://evil.example' });
    expect(answerAt(app, await new TestBrowser(served).get(url))).toMatchObject({ iss: served.issuer });
  });

  it('§2.4 is the issuer of the metadata, which announces it', async () => {
    const { body } = await served.app.inject('/.well-known/oauth-authorization-server');
    expect(JSON.parse(body)).toMatchObject({
      issuer: served.issuer,
      authorization_response_iss_parameter_supported: true,
    });
  });
});
