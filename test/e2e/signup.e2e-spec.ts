import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../src/pages/texts.js';
import { Picture } from '../../src/pictures/picture.entity.js';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Fields, type Page, TestBrowser } from '../support/browser.js';
import { aUser } from '../support/builders.js';
import { textOf } from '../support/html-forms.js';
import { aPicture } from '../support/pictures.js';

const PASSWORD = 'a quiet-duck under 7 bridges';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

let lastNumber = 0;
function aNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

/** What a person must fill in. */
function required(): { username: string; email: string; password: string } {
  const number = aNumber();
  return { username: `new-user-${number}`, email: `new-user-${number}@example.com`, password: PASSWORD };
}

/** Fills the sign-up page's form from an address of its own. */
async function signUp(fields: Fields, browser = new TestBrowser(served, `10.3.0.${aNumber() % 256}`)): Promise<Page> {
  return browser.submit(await browser.get('/signup'), fields);
}

async function userNamed(username: string): Promise<User | null> {
  const users = served.source.getRepository(User).createQueryBuilder('user').addSelect('user.passwordHash');
  return users.where({ username }).getOne();
}

describe('sign-up', () => {
  it('makes a user from the documented fields and signs them in', async () => {
    const browser = new TestBrowser(served);
    const form = await browser.get('/signup');
    const fields = {
      ...required(),
      username: 'Ada.Lovelace',
      empUserId: 'E-1815',
      dob: '1985-12-10',
      phone: '+44 20 7946 0958',
      pic: await aPicture('jpeg'),
    };
    const home = await browser.submitAndFollow(form, fields);
    expect(home.url).toBe(`${served.issuer}/`);
    expect(home.text).toContain('Ada.Lovelace');
    const user = await userNamed('Ada.Lovelace');
    expect(user).toMatchObject({
      email: fields.email,
      emailVerifiedAt: null,
      employeeId: 'E-1815',
      birthdate: '1985-12-10',
      phoneNumber: '+442079460958',
      role: 'user',
      status: 'active',
    });
    expect((await browser.get(`/pictures/${user?.picture ?? ''}`)).status).toBe(200);
  });

  it('needs only a name, an address and a password; the employee number is assigned', async () => {
    const fields = required();
    expect((await signUp(fields)).status).toBe(303);
    const user = await userNamed(fields.username);
    expect(user?.employeeId).toMatch(/^U\d{8}$/);
    expect([user?.birthdate, user?.phoneNumber, user?.picture]).toEqual([null, null, null]);
  });

  it('keeps the password as Argon2id only (RFC 9106)', async () => {
    const fields = required();
    await signUp(fields);
    const user = await userNamed(fields.username);
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(user)).not.toContain(PASSWORD);
  });

  it('lets the new user sign in elsewhere with exactly the password they typed', async () => {
    const fields = { ...required(), password: ' spaces around Zoë ' };
    await signUp(fields);
    const { username, password } = fields;
    expect((await new TestBrowser(served).post('/login', { username, password })).status).toBe(303);
    expect((await new TestBrowser(served).post('/login', { username, password: password.trim() })).status).toBe(422);
  });

  it('comes back to the page that led to it', async () => {
    const browser = new TestBrowser(served);
    const login = await browser.open('/account');
    const link = login.links.find((href) => href.startsWith('/signup')) ?? '';
    const page = await browser.submitAndFollow(await browser.get(link), required());
    expect(page.url).toBe(`${served.issuer}/account`);
  });

  it('cannot choose a role or anything else that the form does not offer', async () => {
    for (const extra of [{ role: 'owner' }, { status: 'active' }, { id: 'x' }, { emailVerifiedAt: '1' }]) {
      const fields = required();
      const answer = await new TestBrowser(served).post('/signup', { ...fields, ...extra });
      expect(answer.status).toBe(400);
      expect(await userNamed(fields.username)).toBeNull();
    }
  });

  it('is refused when the form comes from another site (attack A10)', async () => {
    const fields = required();
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await new TestBrowser(served).post('/signup', fields, headers)).status).toBe(403);
    expect(await userNamed(fields.username)).toBeNull();
  });
});

describe('sign-up says beside the field what is wrong with', () => {
  it.each<[string, Fields, string, string]>([
    ['a short name', { username: 'ab' }, 'username', 'validation.username'],
    ['a name with a space', { username: 'ada lovelace' }, 'username', 'validation.username'],
    ['a name with invisible characters (attack R63)', { username: 'ad\u200ba' }, 'username', 'validation.username'],
    ['a name of mixed alphabets (attack R63)', { username: 'аdmin' }, 'username', 'validation.username'],
    ['a missing name', { username: '' }, 'username', 'validation.username'],
    ['an address without a host', { email: 'ada@' }, 'email', 'validation.email'],
    ['an address with a second one in it', { email: 'a@b.example@c.example' }, 'email', 'validation.email'],
    ['a short password', { password: 'short' }, 'password', 'validation.password_too_short'],
    [
      'a password of emoji, counted as people count',
      { password: '🦆🐢🦊🐸🦆🐢🦊' },
      'password',
      'validation.password_too_short',
    ],
    ['an over-long password', { password: 'long '.repeat(26) }, 'password', 'validation.password_too_long'],
    ['a common password', { password: 'Password1' }, 'password', 'validation.password_common'],
    [
      'a password with the name in it',
      { username: 'grace.h', password: 'i-am-Grace.H!' },
      'password',
      'validation.password_personal',
    ],
    [
      'a password with the address in it',
      { email: 'hopper@example.com', password: 'hopper-1906' },
      'password',
      'validation.password_personal',
    ],
    ['an employee number with a slash', { empUserId: 'a/b' }, 'empUserId', 'validation.empUserId'],
    ['a birthday that never was', { dob: '2001-02-29' }, 'dob', 'validation.dob'],
    ['a birthday in the future', { dob: '2999-01-01' }, 'dob', 'validation.dob'],
    ['a phone number without country code', { phone: '0170 1234567' }, 'phone', 'validation.phone'],
    ['a file that is no picture', { pic: Buffer.from('hello') }, 'pic', 'pictures.unknown_format'],
  ])('%s', async (_what, wrong, field, sentenceKey) => {
    const fields = { ...required(), empUserId: `K-${aNumber()}`, ...wrong };
    const page = await signUp(fields);
    expect(page.status).toBe(422);
    const beside = new RegExp(`id="${field}-error"[^>]*>(.*?)</p>`, 's').exec(page.html)?.[1] ?? '';
    expect(textOf(beside)).toBe(text(sentenceKey));
    expect(page.html).toContain(`href="#${field}"`);
    expect(page.html).toContain(`value="${fields.empUserId}"`);
    expect(page.html).not.toContain(fields.password);
    expect(await userNamed(fields.username)).toBeNull();
  });

  it('several fields at once', async () => {
    const page = await signUp({ username: 'x', email: 'y', password: 'z', dob: '1', phone: '2' });
    for (const field of ['username', 'email', 'password', 'dob', 'phone'])
      expect(page.html).toContain(`id="${field}-error"`);
  });
});

describe('what is taken', () => {
  it.each<[string, (taken: User) => Fields, string]>([
    [
      'a user name in another case',
      ({ username }) => ({ username: username.toUpperCase() }),
      'validation.username_taken',
    ],
    [
      'a user name in full-width letters (attack R63)',
      ({ username }) => ({ username: fullWidth(username) }),
      'validation.username_taken',
    ],
    ['an address in another case', ({ email }) => ({ email: email.toUpperCase() }), 'validation.email_taken'],
    [
      'an address in full-width letters (attack R88)',
      ({ email }) => ({ email: fullWidth(email) }),
      'validation.email_taken',
    ],
    ['an employee number', ({ employeeId }) => ({ empUserId: employeeId }), 'validation.empUserId_taken'],
  ])('cannot be taken again: %s', async (_what, same, sentenceKey) => {
    const { id } = await aUser(served);
    const taken = await served.source.getRepository(User).findOneByOrFail({ id });
    const count = await served.source.getRepository(User).count();
    const page = await signUp({ ...required(), ...same(taken) });
    expect(page.status).toBe(422);
    expect(page.text).toContain(text(sentenceKey));
    expect(await served.source.getRepository(User).count()).toBe(count);
  });

  it('leaves no picture behind when the name is taken', async () => {
    const taken = await aUser(served);
    const count = await served.source.getRepository(Picture).count();
    const page = await signUp({ ...required(), username: taken.username, pic: await aPicture('png') });
    expect(page.status).toBe(422);
    expect(await served.source.getRepository(Picture).count()).toBe(count);
  });

  it('goes to one of eight who ask for it at the same moment (attack A40)', async () => {
    for (const field of ['username', 'email', 'empUserId'] as const) {
      const shared = field === 'email' ? `race-${aNumber()}@example.com` : `race-${aNumber()}`;
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => new TestBrowser(served).post('/signup', { ...required(), [field]: shared })),
      );
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        303, 422, 422, 422, 422, 422, 422, 422,
      ]);
      const column = { username: 'username', email: 'email', empUserId: 'employeeId' }[field];
      expect(await served.source.getRepository(User).countBy({ [column]: shared })).toBe(1);
    }
  });

  it('is told to one network thirty times an hour and no more (attack A39)', async () => {
    const taken = await aUser(served);
    const browser = new TestBrowser(served, '10.4.0.1');
    const ask = () => browser.post('/signup', { ...required(), email: taken.email });
    for (let count = 0; count < 30; count += 1) expect((await ask()).status).toBe(422);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.header('retry-after'))).toBeGreaterThan(50 * 60);
    expect(
      (await new TestBrowser(served, '10.4.0.2').post('/signup', { ...required(), email: taken.email })).status,
    ).toBe(422);
  });
});

describe('sign-ups from one network', () => {
  it('are limited to a hundred an hour, so that nobody fills the server with accounts (attack A42)', async () => {
    const browser = new TestBrowser(served, '10.5.0.1');
    expect((await browser.post('/signup', required())).status).toBe(303);
    await served.source.getRepository(Throttle).update({ key: 'signup:10.5.0.1' }, { points: '99' });
    expect((await browser.post('/signup', required())).status).toBe(303);
    const refused = await browser.post('/signup', required());
    expect(refused.status).toBe(429);
    expect(Number(refused.header('retry-after'))).toBeGreaterThan(0);
    expect((await new TestBrowser(served, '10.5.0.2').post('/signup', required())).status).toBe(303);
  });
});

describe.each(['closed', 'invite'] as const)('sign-up with REGISTRATION=%s', (registration) => {
  let closed: TestApp;
  beforeAll(async () => {
    closed = await startApp({ registration });
  });
  afterAll(() => closed.close());

  it('says so, makes nobody, and is linked from nowhere', async () => {
    const browser = new TestBrowser(closed);
    const page = await browser.get('/signup');
    expect(page.status).toBe(403);
    expect(page.text).toContain(text(`signup.${registration}`));
    expect((await browser.post('/signup', required())).status).toBe(403);
    expect(await closed.source.getRepository(User).count()).toBe(0);
    for (const path of ['/', '/login']) {
      expect((await browser.get(path)).links.filter((link) => link.startsWith('/signup'))).toEqual([]);
    }
  });

  it('still lets people in who have an account', async () => {
    const ada = await aUser(closed);
    const answer = await new TestBrowser(closed).post('/login', { username: ada.username, password: ada.password });
    expect(answer.status).toBe(303);
  });
});

function fullWidth(ascii: string): string {
  return ascii.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));
}
