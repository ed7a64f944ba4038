import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../src/pages/texts.js';
import { Session } from '../../src/session/session.entity.js';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser } from '../support/builders.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

let lastNetwork = 0;
/** An address that no other test uses, so that no test is throttled by another. */
function aNetwork(): string {
  lastNetwork += 1;
  return `10.1.${Math.floor(lastNetwork / 256)}.${lastNetwork % 256}`;
}

function tryToSignIn(username: string, password: string, address = aNetwork()): Promise<Page> {
  return new TestBrowser(served, address).post('/login', { username, password });
}

async function isSignedIn(browser: TestBrowser): Promise<boolean> {
  return (await browser.get('/account')).status === 200;
}

describe('login', () => {
  it('signs a person in by user name and shows them their home', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const form = await browser.get('/login');
    const home = await browser.submitAndFollow(form, { username: ada.username, password: ada.password });
    expect(home.url).toBe(`${served.issuer}/`);
    expect(home.text).toContain(ada.username);
  });

  it.each([
    ['the e-mail address', ({ email }: { email: string }) => email],
    ['the e-mail address in capitals', ({ email }: { email: string }) => email.toUpperCase()],
    ['the user name in capitals', ({ username }: { username: string }) => username.toUpperCase()],
    [
      'the user name in full-width letters',
      ({ username }: { username: string }) =>
        username.replaceAll(/[a-z]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)),
    ],
  ])('takes %s', async (_what, typed) => {
    const user = await aUser(served);
    const { status, location } = await tryToSignIn(typed(user), user.password);
    expect([status, location]).toEqual([303, '/']);
  });

  it('says the same about a wrong password, an unknown name and a disabled user (attack A39)', async () => {
    const active = await aUser(served);
    const disabled = await aUser(served, { row: { status: 'disabled' } });
    const answers = await Promise.all([
      tryToSignIn(active.username, 'not the password'),
      tryToSignIn('nobody-of-this-name', 'not the password'),
      tryToSignIn('nobody@example.com', 'not the password'),
      tryToSignIn(disabled.username, disabled.password),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(text('login.wrong'));
      expect(answer.header('set-cookie')).toBe('');
    }
    const withoutNames = answers.map(({ html }) => html.replaceAll(/ value="[^"]*"/g, ''));
    expect(new Set(withoutNames).size).toBe(1);
  });

  it('takes as long for an unknown name as for a wrong password (attack A39)', async () => {
    const ada = await aUser(served);
    const durations = { known: [] as number[], unknown: [] as number[] };
    await tryToSignIn('nobody-of-this-name', 'warm up');
    for (let round = 0; round < 9; round += 1) {
      durations.known.push(await milliseconds(() => tryToSignIn(ada.username, 'not the password')));
      durations.unknown.push(await milliseconds(() => tryToSignIn(`nobody-${round}`, 'not the password')));
    }
    expect(median(durations.unknown) / median(durations.known)).toBeGreaterThan(0.5);
  });

  it('never sends the password back', async () => {
    const browser = new TestBrowser(served, aNetwork());
    const page = await browser.post('/login', { username: 'somebody', password: 'Zq9-secret-typed' });
    expect(page.html).toContain('value="somebody"');
    expect(page.html).not.toContain('Zq9-secret-typed');
  });

  it('asks for what is missing, beside the field', async () => {
    const browser = new TestBrowser(served);
    const page = await browser.post('/login', {});
    expect(page.status).toBe(422);
    expect(page.text).toContain(text('validation.required'));
  });

  it('makes a new password hash at login when the parameters have changed', async () => {
    const ada = await aUser(served);
    const users = served.source.getRepository(User);
    const weak = await hash(ada.password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await users.update({ id: ada.id }, { passwordHash: weak });
    expect((await tryToSignIn(ada.username, ada.password)).status).toBe(303);
    const { passwordHash } = await users.findOneOrFail({ where: { id: ada.id }, select: { passwordHash: true } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await tryToSignIn(ada.username, ada.password)).status).toBe(303);
  });

  it('answers 503 with Retry-After, and counts nothing, when too many passwords wait to be checked (attack A42)', async () => {
    const ada = await aUser(served);
    const address = aNetwork();
    const storm = Array.from({ length: 120 }, (_, index) => tryToSignIn(`storm-${index}`, 'not the password'));
    const hers = Array.from({ length: 5 }, () => tryToSignIn(ada.username, 'not the password', address));
    const answers = await Promise.all([...storm, ...hers]);
    const refused = answers.filter(({ status }) => status === 503);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422, 503]));
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) expect(Number(answer.header('retry-after'))).toBeGreaterThan(0);
    const counted = await served.source.getRepository(Throttle).findOneBy({ key: `login:${ada.id}:${address}` });
    const judged = (await Promise.all(hers)).filter(({ status }) => status === 422).length;
    expect(Number(counted?.points ?? 0)).toBe(judged);
  });
});

describe('where a login leads', () => {
  it('comes back to the page that asked for it, with its query', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const asked = await browser.open('/account?from=bookmark');
    expect(asked.url).toContain('/login');
    const page = await browser.submitAndFollow(asked, { username: ada.username, password: ada.password });
    expect(page.url).toBe(`${served.issuer}/account?from=bookmark`);
  });

  it('keeps the way back while a wrong password is corrected', async () => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served, aNetwork());
    const wrong = await browser.submit(await browser.open('/account'), { username: ada.username, password: 'wrong' });
    const page = await browser.submitAndFollow(wrong, { password: ada.password });
    expect(page.url).toBe(`${served.issuer}/account`);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%5cevil.example', 'javascript:alert(1)'])(
    'is never %s: no open redirect',
    async (returnTo) => {
      const ada = await aUser(served);
      const browser = new TestBrowser(served);
      const page = await browser.get(`/login?return_to=${encodeURIComponent(returnTo)}`);
      expect(page.status).toBe(200);
      const { username, password } = ada;
      const byPage = await browser.submit(page, { username, password });
      expect(byPage.location).toBe('/');
      const byHand = await new TestBrowser(served).post('/login', { username, password, return_to: returnTo });
      expect(byHand.location).toBe('/');
      const again = await browser.get(`/login?return_to=${encodeURIComponent(returnTo)}`);
      expect(again.location).toBe('/');
    },
  );

  it('takes a parameter that stands twice for none', async () => {
    const page = await new TestBrowser(served).get('/login?return_to=/account&return_to=//evil.example');
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('evil.example');
  });
});

describe('the session', () => {
  it('lives in a cookie that scripts, other sites and other hosts cannot use (attack A28)', async () => {
    const ada = await aUser(served);
    const answer = await tryToSignIn(ada.username, ada.password);
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    const session = cookies.find((cookie) => cookie.startsWith('doorward_session='));
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; SameSite=Lax/);
    expect(session).toMatch(/; Path=\//);
    expect(session).not.toMatch(/Domain/i);
  });

  it('has a __Host- cookie that is Secure under https (RFC 6265bis §4.1.3.2)', async () => {
    const overHttps = await startApp({ issuer: 'https://login.example', isHttps: true });
    try {
      const ada = await aUser(overHttps);
      const browser = await aBrowserOf(overHttps, ada);
      expect([...browser.cookies.keys()]).toContain('__Host-doorward_session');
      expect((await browser.get('/account')).status).toBe(200);
      const plain = new TestBrowser(overHttps);
      plain.cookies.set('doorward_session', browser.cookie('session') ?? '');
      expect((await plain.get('/account')).status).toBe(303);
    } finally {
      await overHttps.close();
    }
  });

  it('gets a new id at every login; one that was planted before is worth nothing (attack A28)', async () => {
    const [victim, attacker] = [await aUser(served), await aUser(served)];
    const attackersBrowser = await aBrowserOf(served, attacker);
    const planted = attackersBrowser.cookie('session') ?? '';
    const victimsBrowser = new TestBrowser(served);
    victimsBrowser.cookies.set('doorward_session', planted);
    await victimsBrowser.post('/login', { username: victim.username, password: victim.password });
    expect(victimsBrowser.cookie('session')).not.toBe(planted);
    expect((await victimsBrowser.get('/account')).text).toContain(victim.username);
    expect(await isSignedIn(attackersBrowser)).toBe(false);
  });

  it('is not found by an id that the browser made up', async () => {
    const browser = new TestBrowser(served);
    for (const value of ['x', 'A'.repeat(43), "' OR 1=1 --", '%00', 'a'.repeat(4_000)]) {
      browser.cookies.set('doorward_session', value);
      expect((await browser.get('/account')).status).toBe(303);
    }
  });

  it('keeps only the digest of its id in the database', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const rows = await served.source.getRepository(Session).find();
    const raw = browser.cookie('session') ?? '';
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ digest, sid }) => digest.toString('base64url') === raw || sid === raw)).toBe(false);
  });

  it('of a disabled user is dead at once (attack A47)', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    expect(await isSignedIn(browser)).toBe(true);
    await served.source.getRepository(User).update({ id: ada.id }, { status: 'disabled' });
    expect(await isSignedIn(browser)).toBe(false);
    expect((await browser.get('/')).text).not.toContain(ada.username);
  });

  it('ends when it was idle for too long, and not before', async () => {
    const { browser, rows, userId } = await aSession();
    const idle = served.settings.lifetimes.sessionIdle * 1000;
    await rows.update({ userId }, { lastSeenAt: new Date(Date.now() - idle + 60_000) });
    expect(await isSignedIn(browser)).toBe(true);
    await rows.update({ userId }, { lastSeenAt: new Date(Date.now() - idle - 1_000) });
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('ends at its absolute end, however busy it is', async () => {
    const { browser, rows, userId } = await aSession();
    const { expiresAt, createdAt } = await rows.findOneByOrFail({ userId });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(served.settings.lifetimes.sessionAbsolute * 1000);
    await rows.update({ userId }, { expiresAt: new Date(Date.now() - 1_000) });
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('costs one statement a request, and a write at most once an hour', async () => {
    const { browser, rows, userId } = await aSession();
    const fresh = await served.statements.during(() => browser.get('/'));
    expect([fresh.reads.length, fresh.writes.length]).toEqual([1, 0]);
    await rows.update({ userId }, { lastSeenAt: new Date(Date.now() - 2 * 60 * 60 * 1000) });
    const stale = await served.statements.during(() => browser.get('/'));
    expect([stale.reads.length, stale.writes.length]).toEqual([1, 1]);
    const again = await served.statements.during(() => browser.get('/'));
    expect(again.writes).toEqual([]);
  });
});

describe('login forms from elsewhere', () => {
  it.each(['cross-site', 'same-site'])('are refused: nobody is signed in by a %s page (attack A10)', async (site) => {
    const ada = await aUser(served);
    const browser = new TestBrowser(served);
    const { username, password } = ada;
    const headers = { 'sec-fetch-site': site, origin: 'https://evil.example' };
    const answer = await browser.post('/login', { username, password }, headers);
    expect(answer.status).toBe(403);
    expect(browser.cookies.size).toBe(0);
  });

  it('are refused by their Origin where the browser sends no Sec-Fetch-Site', async () => {
    const ada = await aUser(served);
    const answer = await new TestBrowser(served).post(
      '/login',
      { username: ada.username, password: ada.password },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
    );
    expect(answer.status).toBe(403);
  });
});

describe('bad input on the login form', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    ['a field that the page does not have', 'username=a&password=b&role=owner', FORM, 400],
    ['a field twice', 'username=a&username=b&password=c', FORM, 400],
    ['a null byte', 'username=a%00b&password=c', FORM, 400],
    ['broken percent-encoding', 'username=%zz&password=c', FORM, 400],
    ['invalid UTF-8', 'username=%ff%fe&password=c', FORM, 400],
    ['JSON', '{"username":"a","password":"b"}', { 'content-type': 'application/json' }, 400],
    ['an unknown content type', 'username=a', { 'content-type': 'text/x-unknown' }, 400],
    ['an over-long name', `username=${'a'.repeat(321)}&password=b`, FORM, 422],
    ['an over-long password', `username=a&password=${'b'.repeat(1_001)}`, FORM, 422],
    ['a huge body', `username=${'a'.repeat(70_000)}&password=b`, FORM, 413],
    ['a name of the prototype, which is no field and nothing else', 'username=a&password=b&__proto__=c', FORM, 422],
    ['a broken multipart body', 'nonsense', { 'content-type': 'multipart/form-data; boundary=x' }, 400],
  ])('%s gets a clear 4xx page', async (_what, body, headers, status) => {
    const page = await new TestBrowser(served).postBody('/login', body, headers);
    expect(page.status).toBe(status);
    expect(page.header('content-type')).toContain('text/html');
    expect(page.header('set-cookie')).toBe('');
  });
});

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function aSession() {
  const ada = await aUser(served);
  return { browser: await aBrowserOf(served, ada), rows: served.source.getRepository(Session), userId: ada.id };
}
