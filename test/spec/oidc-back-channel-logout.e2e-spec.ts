import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { OutboxMessage } from '../../src/outbox/outbox-message.entity.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { SessionService } from '../../src/session/session.service.js';
import { User } from '../../src/users/user.entity.js';
import { type TestApp, startApp } from '../support/app.js';
import { aBrowserOf, aUser, type TestClient } from '../support/builders.js';
import { startCanary } from '../support/canary.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { anIdToken, anOpenIdClient, deliverNow, logoutUrl, newestSidOf, signedInTo } from '../support/logout.js';
import { type LogoutReceiver, startLogoutReceiver, verifiedLogoutToken } from '../support/logout-receiver.js';
import { getJson } from '../support/tokens.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

let database: TestDatabase;
let served: TestApp;
let second: TestApp;
let receiver: LogoutReceiver;
let app: TestClient;

beforeAll(async () => {
  database = await createTestDatabase();
  served = await startApp({ database: database.settings });
  second = await startApp({ database: database.settings, secretKeys: served.settings.secretKeys });
});
afterAll(async () => {
  await served.close();
  await second.close();
  await database.drop();
});
beforeEach(async () => {
  receiver = await startLogoutReceiver();
  app = await anOpenIdClient(served, { backchannel_logout_uri: receiver.uri });
});
afterEach(async () => {
  await served.source.query('DELETE FROM outbox');
  await receiver.close();
});

/** Signs somebody in to the app and out again; everything that can be delivered has been. */
async function signInAndOut(client = app) {
  const signedIn = await signedInTo(served, client);
  await signedIn.browser.get(logoutUrl({ id_token_hint: await anIdToken(served, signedIn) }));
  await served.app.get(Outbox).drain();
  return signedIn;
}

const waiting = () => served.source.getRepository(OutboxMessage).find();
const sidsTold = async () => {
  const tokens = receiver.received.map(({ token }) => verifiedLogoutToken(served, token, app.clientId));
  return (await Promise.all(tokens)).map(({ payload }) => payload['sid']);
};

describe('Back-Channel Logout §2.4 and §2.5 the logout token', () => {
  it('is posted as a form, and is what the standard says', async () => {
    const { user, sid } = await signInAndOut();
    expect(receiver.received).toHaveLength(1);
    const [first] = receiver.received;
    const token = first?.token ?? '';
    expect(first?.contentType).toBe('application/x-www-form-urlencoded');
    const { payload, header } = await verifiedLogoutToken(served, token, app.clientId);
    expect(header).toMatchObject({ alg: 'RS256', typ: 'logout+jwt', kid: expect.any(String) });
    expect(payload).toMatchObject({ sub: user.id, sid, events: { [EVENT]: {} }, aud: app.clientId });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(120);
    expect(payload).not.toHaveProperty('nonce');
    expect(await waiting()).toEqual([]);
  });

  it.each(['ES256', 'PS256', 'EdDSA'] as const)('is signed like the ID tokens of the app: %s', async (alg) => {
    app = await anOpenIdClient(served, { backchannel_logout_uri: receiver.uri, id_token_signed_response_alg: alg });
    await signInAndOut();
    const { header } = await verifiedLogoutToken(served, receiver.received[0]?.token ?? '', app.clientId);
    expect(header.alg).toBe(alg);
  });

  it('names the user as the app knows them: a pairwise subject', async () => {
    app = await anOpenIdClient(served, { backchannel_logout_uri: receiver.uri, subject_type: 'pairwise' });
    const { user, sid } = await signInAndOut();
    const { payload } = await verifiedLogoutToken(served, receiver.received[0]?.token ?? '', app.clientId);
    expect(payload.sub).toMatch(/^.{20,}$/);
    expect(payload.sub).not.toBe(user.id);
    expect(payload['sid']).toBe(sid);
  });

  it('is no hint for another logout (attack A46)', async () => {
    const { browser, client } = await signInAndOut();
    const hint = receiver.received[0]?.token;
    const page = await browser.get(logoutUrl({ id_token_hint: hint, client_id: client.clientId }));
    expect([page.status, page.location]).toEqual([400, undefined]);
  });
});

describe('Back-Channel Logout §2.3 who is told', () => {
  it('every app that the session signed in to, and no other', async () => {
    const [another, stranger] = [await startLogoutReceiver(), await startLogoutReceiver()];
    const anotherApp = await anOpenIdClient(served, { backchannel_logout_uri: another.uri });
    await anOpenIdClient(served, { backchannel_logout_uri: stranger.uri });
    const { user, browser, sid } = await signedInTo(served, app);
    const elsewhere = await signedInTo(served, anotherApp, user);
    await browser.submitAndFollow(await browser.get('/logout'), {}, { form: 'logout' });
    await served.app.get(Outbox).drain();
    expect(await sidsTold()).toEqual([sid]);
    expect([another.received.length, stranger.received.length]).toEqual([0, 0]);
    await elsewhere.browser.submitAndFollow(await elsewhere.browser.get('/logout'), {}, { form: 'logout' });
    await served.app.get(Outbox).drain();
    expect(another.received).toHaveLength(1);
    await Promise.all([another.close(), stranger.close()]);
  });

  it('also when its grants were cleaned up long ago', async () => {
    const signedIn = await signedInTo(served, app);
    await served.source.query('DELETE FROM oauth_grants WHERE user_id = ?', [signedIn.user.id]);
    await signedIn.browser.get(logoutUrl({ id_token_hint: await anIdToken(served, signedIn) }));
    await served.app.get(Outbox).drain();
    expect(await sidsTold()).toEqual([signedIn.sid]);
  });

  it('once, however often the session signed in to it', async () => {
    const signedIn = await signedInTo(served, app);
    await signedInTo(served, app, signedIn.user);
    await signedIn.browser.get(logoutUrl({ id_token_hint: await anIdToken(served, signedIn) }));
    await signedIn.browser.get(logoutUrl({ id_token_hint: await anIdToken(served, signedIn) }));
    await served.app.get(Outbox).drain();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('every way that a session ends', () => {
  it('a password change tells of the other sessions, and of them only', async () => {
    const here = await signedInTo(served, app);
    const there = await signedInTo(served, app, here.user);
    const passwords = { current_password: here.user.password, new_password: 'another-window-sparrow-71' };
    expect((await here.browser.post('/account/password', passwords)).status).toBe(303);
    await served.app.get(Outbox).drain();
    expect(await sidsTold()).toEqual([there.sid]);
  });

  it('a password that is set anew from outside of any session tells of all', async () => {
    const here = await signedInTo(served, app);
    const there = await signedInTo(served, app, here.user);
    const repository = served.source.getRepository(User);
    await repository.increment({ id: here.user.id }, 'credentialsVersion', 1);
    const { credentialsVersion } = await repository.findOneByOrFail({ id: here.user.id });
    await served.app.get(SessionService).forgetOlder(here.user.id, credentialsVersion);
    await served.app.get(Outbox).drain();
    expect(new Set(await sidsTold())).toEqual(new Set([here.sid, there.sid]));
    expect((await here.browser.get('/account')).status).toBe(303);
  });

  it('somebody else who signs in with the browser ends the session that was there', async () => {
    const { browser, sid } = await signedInTo(served, app);
    const grace = await aUser(served);
    await browser.post('/login', { username: grace.username, password: grace.password });
    await served.app.get(Outbox).drain();
    expect(await sidsTold()).toEqual([sid]);
  });

  it('the same user who signs in again goes on in the same session', async () => {
    const { browser, user, sid } = await signedInTo(served, app);
    const cookie = browser.cookie('session');
    await browser.post('/login', { username: user.username, password: user.password });
    await served.app.get(Outbox).drain();
    expect(receiver.received).toEqual([]);
    expect(await newestSidOf(served, user)).toBe(sid);
    expect(browser.cookie('session')).not.toBe(cookie);
  });

  it('one that expires ends in silence', async () => {
    const { browser, user } = await signedInTo(served, app);
    await served.source.query('UPDATE sessions SET expires_at = 1 WHERE user_id = ?', [user.id]);
    await browser.get('/logout');
    await (await aBrowserOf(served, user)).get('/');
    await served.app.get(Outbox).drain();
    expect(receiver.received).toEqual([]);
  });
});

describe('Back-Channel Logout §2.8 answers', () => {
  it('204 is as good as 200', async () => {
    receiver.answer = (response) => response.writeHead(204).end();
    await signInAndOut();
    expect(await waiting()).toEqual([]);
  });

  it('400 is a no: it is not asked again', async () => {
    receiver.answer = (response) => response.writeHead(400).end('{"error":"invalid_request"}');
    await signInAndOut();
    expect(await waiting()).toMatchObject([{ nextAttemptAt: null, lastError: expect.stringContaining('400') }]);
    await deliverNow(served);
    expect(receiver.received).toHaveLength(1);
  });

  it('a receiver that fails for a while is told later, and takes it once by its jti', async () => {
    const seen = new Set<unknown>();
    receiver.answer = (response) => response.writeHead(503).end();
    await signInAndOut();
    await deliverNow(served);
    receiver.answer = (response) => response.writeHead(200).end();
    await deliverNow(served);
    await deliverNow(served);
    for (const { token } of receiver.received) {
      seen.add((await verifiedLogoutToken(served, token, app.clientId)).payload.jti);
    }
    expect([receiver.received.length, seen.size]).toEqual([3, 1]);
    expect(await waiting()).toEqual([]);
  });

  it('one that is not there is tried again', async () => {
    await receiver.close();
    await signInAndOut();
    expect(await waiting()).toMatchObject([{ attempts: 1, lastError: expect.stringContaining('connection') }]);
  });

  it('a redirect is not followed (attacks A30, R09)', async () => {
    const inner = await startCanary();
    const location = `http://127.0.0.1:${inner.port}/`;
    receiver.answer = (response) => response.writeHead(307, { location }).end();
    await signInAndOut();
    expect([receiver.received.length, inner.hits.length]).toEqual([1, 0]);
    expect(await waiting()).toHaveLength(1);
    await inner.close();
  });

  it.each(['https://169.254.169.254/logout', 'https://10.0.0.1/logout', 'http://app.example/logout'])(
    'an address that nobody may be sent to is not asked: %s (attacks A30, R09)',
    async (uri) => {
      app = await anOpenIdClient(served, { backchannel_logout_uri: uri });
      await signInAndOut();
      expect(await waiting()).toMatchObject([{ attempts: 1, lastError: expect.any(String) }]);
    },
  );

  it('an app that is gone or suspended by then is not told', async () => {
    receiver.answer = (response) => response.writeHead(503).end();
    await signInAndOut();
    await served.source.getRepository(Client).update({ id: app.rowId }, { status: 'suspended' });
    await second.source.query('UPDATE outbox SET next_attempt_at = 1');
    await second.app.get(Outbox).drain();
    expect(receiver.received).toHaveLength(1);
    expect(await waiting()).toMatchObject([{ nextAttemptAt: null }]);
  });
});

describe('deliveries', () => {
  it('keep nobody waiting: the page is there before the app has answered', async () => {
    const answered = Promise.withResolvers<void>();
    receiver.answer = (response) => void answered.promise.then(() => response.writeHead(200).end());
    const signedIn = await signedInTo(served, app);
    const page = await signedIn.browser.open(logoutUrl({ id_token_hint: await anIdToken(served, signedIn) }));
    expect(page.status).toBe(200);
    answered.resolve();
    await served.app.get(Outbox).drain();
    expect(await waiting()).toEqual([]);
  });

  it('from two processes reach the app once each', async () => {
    const people = [];
    for (let number = 0; number < 12; number += 1) people.push(await signedInTo(served, app));
    receiver.answer = (response) => response.writeHead(503).end();
    for (const { browser } of people) {
      await browser.submitAndFollow(await browser.get('/logout'), {}, { form: 'logout' });
    }
    await Promise.all([served, second].map(({ app: process }) => process.get(Outbox).drain()));
    const failed = receiver.received.length;
    receiver.answer = (response) => response.writeHead(200).end();
    await served.source.query('UPDATE outbox SET next_attempt_at = 1');
    await Promise.all([served, second].map(({ app: process }) => process.get(Outbox).drain()));
    expect([failed, receiver.received.length]).toEqual([people.length, 2 * people.length]);
    expect(new Set(await sidsTold())).toEqual(new Set(people.map(({ sid }) => sid)));
    expect(await waiting()).toEqual([]);
  });
});

describe('Back-Channel Logout §2.1 discovery', () => {
  it('says that it is done, with sid', async () => {
    const { body } = await getJson(served, '/.well-known/openid-configuration');
    expect(body).toMatchObject({ backchannel_logout_supported: true, backchannel_logout_session_supported: true });
  });
});
