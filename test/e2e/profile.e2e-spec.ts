import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../src/pages/texts.js';
import { Picture } from '../../src/pictures/picture.entity.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Fields, type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser, type TestUser } from '../support/builders.js';
import { aPicture } from '../support/pictures.js';
import { isAlive, refresh, someTokens } from '../support/tokens.js';

const PROFILE = { form: 'profile' };
const PASSWORD_FORM = { form: 'password-form' };
const NEW_PASSWORD = 'seven green-bicycles asleep';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const rowOf = ({ id }: Pick<TestUser, 'id'>) => served.source.getRepository(User).findOneByOrFail({ id });

async function save(browser: TestBrowser, fields: Fields): Promise<Page> {
  return browser.submit(await browser.get('/account'), fields, PROFILE);
}

describe('the profile page', () => {
  it('shows what is known, and offers the changeable part as a form', async () => {
    const ada = await aUser(served, { empUserId: 'E-42' });
    const browser = await aBrowserOf(served, ada);
    const page = await browser.get('/account');
    for (const known of [ada.username, 'E-42', ada.email]) expect(page.html).toContain(known);
    const names = page.form('profile').controls.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['dob', 'phone', 'pic']));
    for (const fixed of ['username', 'email']) expect(names).not.toContain(fixed);
  });

  it('saves birthday and phone, and says so once', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const saved = await browser.follow(await save(browser, { dob: '1990-01-31', phone: '+1 415 555 2671' }));
    expect(saved.text).toContain(text('notice.profile_saved'));
    expect((await browser.get('/account')).text).not.toContain(text('notice.profile_saved'));
    expect(await rowOf(ada)).toMatchObject({
      birthdate: '1990-01-31',
      phoneNumber: '+14155552671',
    });
  });

  it('empties what was emptied', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    await save(browser, { dob: '', phone: '' });
    expect(await rowOf(ada)).toMatchObject({ birthdate: null, phoneNumber: null, email: ada.email });
  });

  it('refuses what is wrong, keeps what was typed, changes nothing', async () => {
    const ada = await aUser(served);
    const pictures = await served.source.getRepository(Picture).count();
    const fields = { dob: '1999-09-09', phone: '12', pic: await aPicture('png') };
    const page = await save(await aBrowserOf(served, ada), fields);
    expect(page.status).toBe(422);
    expect(page.text).toContain(text('validation.phone'));
    expect(page.html).toContain('value="1999-09-09"');
    expect(await rowOf(ada)).toMatchObject({ birthdate: '1990-12-31', picture: null });
    expect(await served.source.getRepository(Picture).count()).toBe(pictures);
  });

  it('cannot change the name, the number, the role, the address, or somebody else', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    for (const extra of [
      { username: 'root' },
      { empUserId: 'E-1' },
      { role: 'owner' },
      { id: 'x' },
      { status: 'x' },
      { email: 'x@example.com' },
    ]) {
      expect((await browser.post('/account', { dob: '1990-12-31', ...extra })).status).toBe(400);
    }
    expect(await rowOf(ada)).toMatchObject({
      username: ada.username,
      employeeId: ada.employeeId,
      role: 'user',
      email: ada.email,
    });
  });

  it('belongs to whoever is signed in, and to nobody else', async () => {
    const stranger = new TestBrowser(served);
    expect((await stranger.get('/account')).location).toBe('/login?return_to=%2Faccount');
    expect((await stranger.post('/account', { dob: '1990-12-31' })).location).toBe('/login?return_to=%2F');
    expect((await stranger.post('/account/password', {})).location).toBe('/login?return_to=%2F');
  });

  it('is not changed by a form of another site (attack A10)', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    for (const path of ['/account', '/account/password', '/account/email', '/account/email/cancel']) {
      expect((await browser.post(path, { dob: '1999-09-09' }, headers)).status).toBe(403);
    }
    expect((await rowOf(ada)).birthdate).toBe('1990-12-31');
  });
});

describe('the picture', () => {
  it('is stored, shown, replaced and removed; the old one is gone', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    await save(browser, { pic: await aPicture('jpeg') });
    const first = (await rowOf(ada)).picture ?? '';
    expect((await browser.get('/account')).html).toContain(`/pictures/${first}`);
    await save(browser, { pic: await aPicture('png') });
    const second = (await rowOf(ada)).picture ?? '';
    expect((await browser.get(`/pictures/${first}`)).status).toBe(404);
    await save(browser, { dob: '1999-09-09' });
    expect((await rowOf(ada)).picture).toBe(second);
    await save(browser, { remove_pic: 'on' });
    expect((await rowOf(ada)).picture).toBeNull();
    expect((await browser.get(`/pictures/${second}`)).status).toBe(404);
  });

  it('of two that come at the same moment, one is shown and none is left over', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const page = await browser.get('/account');
    const pictures = served.source.getRepository(Picture);
    const before = await pictures.count();
    const uploads = await Promise.all(['#ff0000', '#00ff00', '#0000ff'].map((colour) => aPicture('png', { colour })));
    const answers = await Promise.all(uploads.map((pic) => browser.submit(page, { pic }, PROFILE)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await pictures.count()).toBe(before + 1);
    expect(await pictures.existsBy({ id: (await rowOf(ada)).picture ?? '' })).toBe(true);
  });
});

describe('changing the password', () => {
  it('signs out every other browser and keeps this one', async () => {
    const ada = await aUser(served);
    const [here, there] = [await aBrowserOf(served, ada), await aBrowserOf(served, ada)];
    const page = await here.follow(await change(here, ada.password, NEW_PASSWORD));
    expect(page.text).toContain(text('notice.password_changed'));
    expect((await here.get('/account')).status).toBe(200);
    expect((await there.get('/account')).status).toBe(303);
    const signIn = (password: string) => new TestBrowser(served).post('/login', { username: ada.username, password });
    expect((await signIn(NEW_PASSWORD)).status).toBe(303);
    expect((await signIn(ada.password)).status).toBe(422);
  });

  it('ends what apps hold for the user (attack A16)', async () => {
    const ada = await aUser(served);
    const { accessToken, refreshToken, client } = await someTokens(served, { user: ada });
    await change(await aBrowserOf(served, ada), ada.password, NEW_PASSWORD);
    expect(await isAlive(served, accessToken)).toBe(false);
    expect((await refresh(served, client, refreshToken)).error).toBe('invalid_grant');
  });

  it('needs the current password', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const page = await change(browser, 'not the password', NEW_PASSWORD);
    expect(page.status).toBe(422);
    expect(page.text).toContain(text('validation.password_wrong'));
    expect(page.html).not.toContain(NEW_PASSWORD);
    expect(
      (await new TestBrowser(served).post('/login', { username: ada.username, password: ada.password })).status,
    ).toBe(303);
  });

  it.each([
    ['short', 'validation.password_too_short'],
    ['password1', 'validation.password_common'],
  ])('refuses %s', async (next, sentenceKey) => {
    const ada = await aUser(served);
    const page = await change(await aBrowserOf(served, ada), ada.password, next);
    expect([page.status, page.text.includes(text(sentenceKey))]).toEqual([422, true]);
  });

  it("refuses the person's own name in it", async () => {
    const ada = await aUser(served);
    const page = await change(await aBrowserOf(served, ada), ada.password, `${ada.username}-is-me`);
    expect([page.status, page.text.includes(text('validation.password_personal'))]).toEqual([422, true]);
  });

  it('does not let whoever holds an open browser guess the current one (attack A38)', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const guess = (current: string) =>
      browser.post('/account/password', { current_password: current, new_password: NEW_PASSWORD });
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess('not the password')));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
    const refused = await guess(ada.password);
    expect(refused.status).toBe(429);
    expect(Number(refused.header('retry-after'))).toBeGreaterThan(0);
  });

  it('happens once when it is asked for twice at the same moment (attack A40)', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const next = [`${NEW_PASSWORD} one`, `${NEW_PASSWORD} two`];
    const answers = await Promise.all(
      next.map((password) =>
        browser.post('/account/password', { current_password: ada.password, new_password: password }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
  });
});

describe('the home page', () => {
  it('shows strangers the way in, and users the way to their pages', async () => {
    const stranger = await new TestBrowser(served).get('/');
    expect(stranger.links).toEqual(expect.arrayContaining(['/login', '/signup']));
    const user = await (await aBrowserOf(served, await aUser(served))).get('/');
    expect(user.links).toEqual(expect.arrayContaining(['/account', '/account/apps', '/apps']));
  });
});

async function change(browser: TestBrowser, current: string, next: string): Promise<Page> {
  const fields = { current_password: current, new_password: next };
  return browser.submit(await browser.get('/account'), fields, PASSWORD_FORM);
}
