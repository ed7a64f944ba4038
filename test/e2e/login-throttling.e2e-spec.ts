import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Like } from 'typeorm';
import { deriveKey } from '../../src/crypto/derived-key.js';
import { hmac } from '../../src/crypto/digest.js';
import { randomToken } from '../../src/crypto/random-token.js';
import { text } from '../../src/pages/texts.js';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser, type TestUser } from '../support/builders.js';

const FAILURES = 10;

describe('throttling of logins (attack A38)', () => {
  let served: TestApp;
  beforeAll(async () => {
    served = await startApp();
  });
  afterAll(() => served.close());

  let lastNetwork = 0;
  function aNetwork(): string {
    lastNetwork += 1;
    return `10.2.${Math.floor(lastNetwork / 256)}.${lastNetwork % 256}`;
  }

  function guess(username: string, address: string, password = 'not the password'): Promise<Page> {
    return new TestBrowser(served, address).post('/login', { username, password });
  }

  async function guessOften(username: string, address: string, times = FAILURES): Promise<void> {
    for (let count = 0; count < times; count += 1) expect((await guess(username, address)).status).toBe(422);
  }

  it('stops guesses on one account from one network, and says when to try again', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    await guessOften(ada.username, address);
    const refused = await guess(ada.username, address);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.header('retry-after'));
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect(refused.text).toContain(text('login.throttled', { count: 15 }));
    expect(refused.form('/login').controls.map(({ name }) => name)).toContain('password');
  });

  it('does not even check the right password while it is closed', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    await guessOften(ada.username, address);
    const refused = await guess(ada.username, address, ada.password);
    expect([refused.status, refused.header('set-cookie')]).toEqual([429, '']);
  });

  it('counts name and e-mail address as one account (attack R62)', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    await guessOften(ada.username, address, 5);
    await guessOften(ada.email.toUpperCase(), address, 5);
    expect((await guess(ada.username.toUpperCase(), address)).status).toBe(429);
  });

  it('treats a name that nobody has in the same way (attack A39)', async () => {
    const address = aNetwork();
    await guessOften('nobody-of-this-name', address);
    const refused = await guess('NOBODY-of-this-name', address);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain(text('login.throttled', { count: 15 }));
  });

  it('treats every spelling of an address that nobody has as one account, like a known one (attack A39)', async () => {
    const known = await aUser(served);
    for (const email of [known.email, 'nobody-of-this-name@example.com']) {
      const address = aNetwork();
      await guessOften(email, address);
      for (const spelling of [email.replace('.', '。'), email.replace('@', '＠'), email.replace('@', '﹫')]) {
        expect((await guess(spelling, address)).status).toBe(429);
      }
    }
  });

  it('leaves other networks and other accounts alone', async () => {
    const [ada, bob, address] = [await aUser(served), await aUser(served), aNetwork()];
    await guessOften(ada.username, address);
    expect((await guess(ada.username, aNetwork(), ada.password)).status).toBe(303);
    expect((await guess(bob.username, address, bob.password)).status).toBe(303);
  });

  it('counts a whole IPv6 /64 as one network', async () => {
    const ada = await aUser(served);
    for (let count = 0; count < FAILURES; count += 1) await guess(ada.username, `2001:db8:7:1:${count}::1`);
    expect((await guess(ada.username, '2001:db8:7:1:ffff::9')).status).toBe(429);
    expect((await guess(ada.username, '2001:db8:7:2::1')).status).toBe(422);
  });

  it('lets no more guesses through at once than one after another', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess(ada.username, address)));
    const evaluated = answers.filter(({ status }) => status === 422);
    expect(evaluated).toHaveLength(FAILURES);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40);
  });

  it('counts failures only: who mistypes and then gets it right is never stopped', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    for (let round = 0; round < 3; round += 1) {
      await guess(ada.username, address);
      for (let login = 0; login < 5; login += 1) {
        expect((await guess(ada.username, address, ada.password)).status).toBe(303);
      }
    }
  });

  it('opens again when the time is over, with a full count', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    await guessOften(ada.username, address);
    expect((await guess(ada.username, address)).status).toBe(429);
    await served.source.getRepository(Throttle).update({ key: Like(`login:${ada.id}:%`) }, { expire: '1' });
    await guessOften(ada.username, address);
    expect((await guess(ada.username, address)).status).toBe(429);
  });

  it('stops one network that tries many accounts', async () => {
    const address = aNetwork();
    await guess('first-of-many', address);
    await exhaust(`network:${address}`);
    const refused = await guess('another-of-many', address);
    expect(refused.status).toBe(429);
    expect((await guess('another-of-many', aNetwork())).status).toBe(422);
  });

  it('stops many networks that try one account', async () => {
    const ada = await aUser(served);
    await guess(ada.username, aNetwork());
    await exhaust(`account:${ada.id}`);
    expect((await guess(ada.username, aNetwork())).status).toBe(429);
  });

  it('takes no point from the other counters when one refuses', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    await guess(ada.username, address);
    await exhaust(`account:${ada.id}`);
    await guess(ada.username, address);
    const { points } = await served.source
      .getRepository(Throttle)
      .findOneByOrFail({ key: `login:${ada.id}:${address}` });
    expect(Number(points)).toBe(1);
  });

  it('never locks the owner out of a browser that has signed in before', async () => {
    const [ada, address] = [await aUser(served), aNetwork()];
    const herBrowser = await aBrowserOf(served, ada, address);
    await herBrowser.submitAndFollow(await herBrowser.get('/logout'), {}, { form: '/logout' });
    await guessOften(ada.username, address);
    await exhaust(`account:${ada.id}`);
    await exhaust(`network:${address}`);
    expect((await guess(ada.username, address, ada.password)).status).toBe(429);
    expect((await signIn(herBrowser, ada)).status).toBe(303);
  });

  it('does not let such a browser guess for ever', async () => {
    const ada = await aUser(served);
    const stolen = await aBrowserOf(served, ada, aNetwork());
    for (let count = 0; count < FAILURES; count += 1) {
      expect((await signIn(stolen, { ...ada, password: 'not the password' })).status).toBe(422);
    }
    expect((await signIn(stolen, ada)).status).toBe(429);
  });

  it("does not take one user's browser, a changed cookie or a made-up one for a known browser", async () => {
    const [ada, mallory] = [await aUser(served), await aUser(served)];
    await guess(ada.username, aNetwork());
    await exhaust(`account:${ada.id}`);
    const mallorys = await aBrowserOf(served, mallory, aNetwork());
    const adas = new TestBrowser(served, aNetwork());
    const issued = mallorys.cookie('device') ?? '';
    for (const value of [issued, issued.replace(/^\d/, '9'), `${issued}x`, 'x', '1700000000.a.b']) {
      adas.cookies.set('doorward_device', value);
      expect((await signIn(adas, ada)).status).toBe(429);
    }
  });

  it('knows nothing about a browser a year later', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada, aNetwork());
    await exhaust(`account:${ada.id}`, 'create');
    browser.cookies.set('doorward_device', deviceCookie(ada.id, String(Math.floor(Date.now() / 1000))));
    expect((await signIn(browser, ada)).status).toBe(303);
    const aYearAgo = String(Math.floor(Date.now() / 1000) - 366 * 24 * 60 * 60);
    browser.cookies.set('doorward_device', deviceCookie(ada.id, aYearAgo));
    expect((await signIn(browser, ada)).status).toBe(429);
  });

  /** A cookie that this server could have issued then. */
  function deviceCookie(userId: string, issuedAt: string): string {
    const [key = Buffer.alloc(0)] = served.settings.secretKeys;
    const id = randomToken(16);
    const mac = hmac(deriveKey(key, 'device cookie'), userId, issuedAt, id);
    return `${issuedAt}.${id}.${mac.toString('base64url')}`;
  }

  /** As after very many failures; making them one by one would take minutes. */
  async function exhaust(key: string, mode: 'update' | 'create' = 'update'): Promise<void> {
    const throttles = served.source.getRepository(Throttle);
    const full = { points: '100000', expire: String(Date.now() + 15 * 60 * 1000) };
    if (mode === 'create') await throttles.delete({ key });
    const { affected } = await throttles.update({ key }, full);
    if (affected === 0) await throttles.insert({ key, ...full });
  }
});

function signIn(browser: TestBrowser, { username, password }: Pick<TestUser, 'username' | 'password'>) {
  return browser.post('/login', { username, password });
}
