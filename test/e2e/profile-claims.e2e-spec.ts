import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { text } from '../../src/pages/texts.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAttempt } from '../support/authorization.js';
import type { Fields, Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestUser } from '../support/builders.js';
import { getJson, someTokens } from '../support/tokens.js';

const EVERYTHING = {
  name: 'Augusta Ada King, Countess of Lovelace',
  given_name: 'Ada',
  family_name: 'Lovelace',
  middle_name: 'King',
  nickname: 'Enchantress',
  profile: 'https://social.example/@ada',
  website: 'https://ada.example',
  gender: 'female',
  zoneinfo: 'Europe/London',
  locale: 'en',
};
const ADDRESS = {
  street_address: '12 St James’s Square\r\nFlat 3',
  locality: 'London',
  region: 'England',
  postal_code: 'SW1Y 4JH',
  country: 'GB',
};

let served: TestApp;
let ada: TestUser;
let browser: TestBrowser;
beforeAll(async () => {
  served = await startApp();
});
beforeEach(async () => {
  ada = await aUser(served);
  browser = await aBrowserOf(served, ada);
});
afterAll(() => served.close());

const row = () => served.source.getRepository(User).findOneByOrFail({ id: ada.id });

async function save(fields: Fields): Promise<Page> {
  return browser.submit(await browser.get('/account'), fields, { form: 'profile' });
}

async function claims(...scopes: string[]): Promise<Record<string, unknown>> {
  const { accessToken } = await someTokens(served, { user: ada, scopes });
  return (await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` })).body;
}

describe('the standard claims of OpenID Connect Core §5.1', () => {
  it('are given on the profile page, shown there again, and told to apps by scope', async () => {
    expect((await save({ ...EVERYTHING, ...ADDRESS })).status).toBe(303);
    const shown = (await browser.get('/account')).form('profile').controls;
    const valueOf = (name: string) => shown.find((control) => control.name === name)?.value;
    for (const [name, value] of Object.entries({ ...EVERYTHING, ...ADDRESS })) {
      expect([name, valueOf(name)]).toEqual([name, value.replace('\r', '')]);
    }
    expect(await claims('profile')).toMatchObject(EVERYTHING);
    expect(await claims('address')).toEqual({
      sub: ada.id,
      address: {
        ...ADDRESS,
        street_address: '12 St James’s Square\nFlat 3',
        country: 'United Kingdom',
        formatted: '12 St James’s Square\nFlat 3\nLondon England SW1Y 4JH\nUnited Kingdom',
      },
    });
    expect(Object.keys(await claims('email', 'phone'))).not.toEqual(expect.arrayContaining(['name', 'address']));
  });

  it('change the time of the last change', async () => {
    const before = (await row()).updatedAt.getTime();
    await save({ nickname: 'Enchantress' });
    expect((await row()).updatedAt.getTime()).toBeGreaterThan(before);
  });

  it('are emptied when they are left empty, and left out from then on', async () => {
    await save({ ...EVERYTHING, ...ADDRESS });
    const empty = Object.fromEntries(Object.keys({ ...EVERYTHING, ...ADDRESS }).map((name) => [name, '']));
    await save({ ...empty, dob: '' });
    expect(await row()).toMatchObject({ name: null, givenName: null, zoneinfo: null, locale: null, address: null });
    expect(Object.keys(await claims('profile', 'address'))).toEqual(['sub', 'preferred_username', 'updated_at']);
  });

  it('are kept tidy: composed, trimmed, in canonical form', async () => {
    await browser.post('/account', {
      given_name: ' Zoe\u0308 ',
      family_name: 'Van  Dyke',
      street_address: ' a \n\n b ',
      country: 'de',
      locale: 'DE-at',
      zoneinfo: 'europe/vienna',
    });
    expect(await row()).toMatchObject({
      givenName: 'Zo\u00eb',
      familyName: 'Van Dyke',
      address: { street_address: 'a\nb', country: 'DE' },
      locale: 'de-AT',
      zoneinfo: 'Europe/Vienna',
    });
  });

  it.each<[string, string, string]>([
    ['given_name', 'x'.repeat(101), 'text_too_long'],
    ['name', 'Ada\u202eecalevoL', 'text_characters'],
    ['nickname', 'A\u200bda', 'text_characters'],
    ['street_address', 'a\nb\nc\nd\ne', 'text_too_long'],
    ['postal_code', '1'.repeat(21), 'text_too_long'],
    ['website', 'javascript:alert(1)', 'web_address'],
    ['website', 'ada.example', 'web_address'],
    ['profile', 'ftp://ada.example', 'web_address'],
    ['profile', 'https://ada:secret@ada.example/', 'web_address'],
    ['profile', `https://ada.example/${'x'.repeat(500)}`, 'web_address'],
    ['zoneinfo', '+01:00', 'zoneinfo'],
    ['zoneinfo', 'Europe/Atlantis', 'zoneinfo'],
    ['locale', 'de_DE', 'locale'],
    ['country', 'XX', 'country'],
  ])('refuse for %s the value %j', async (name, value, fault) => {
    const page = await browser.post('/account', { dob: '1999-09-09', [name]: value });
    expect([page.status, page.text.includes(text(`validation.${fault}`))]).toEqual([422, true]);
    expect(page.html).toContain(`id="${name}-error"`);
    expect((await row()).birthdate).toBe('1990-12-31');
  });

  it('cannot hold control characters at all', async () => {
    expect((await browser.post('/account', { name: 'Ada\u0000' })).status).toBe(400);
    expect((await browser.post('/account', { name: 'Ada\u001b[31m' })).status).toBe(400);
  });

  it('keep a value that no list offers, when something else is changed', async () => {
    await served.source.getRepository(User).update({ id: ada.id }, { gender: 'agender', locale: 'gsw-CH' });
    await save({ nickname: 'Enchantress' });
    expect(await row()).toMatchObject({ gender: 'agender', locale: 'gsw-CH', nickname: 'Enchantress' });
  });
});

describe('consent to the standard claims', () => {
  it('shows what each scope would share, in the person’s own values', async () => {
    await save({ ...EVERYTHING, ...ADDRESS });
    const app = await aClient(served);
    const page = await browser.open(anAttempt(app, { scope: 'profile address' }).url);
    for (const value of [EVERYTHING.name, EVERYTHING.nickname, EVERYTHING.profile, EVERYTHING.website]) {
      expect(page.text).toContain(value);
    }
    for (const value of ['Female', 'Europe/London', 'English', '12 St James’s Square, Flat 3, London England SW1Y 4JH'])
      expect(page.text).toContain(value);
  });

  it('shows a single claim as its scope does: in the reader’s language, the name as a whole', async () => {
    await save({ ...EVERYTHING, ...ADDRESS, name: '' });
    const asked = { userinfo: { name: null, gender: null, locale: null, address: null } };
    const german = { scope: 'openid', claims: JSON.stringify(asked), ui_locales: 'de' };
    const page = await browser.open(anAttempt(await aClient(served), german).url);
    const shown = [...page.html.matchAll(/<bdi class="datum">([^<]*)</g)].map(([, value]) => value);
    expect(shown).toEqual([
      'Ada Lovelace',
      'Weiblich',
      'Englisch',
      '12 St James’s Square, Flat 3, London England SW1Y 4JH, Vereinigtes Königreich',
    ]);
  });

  it('says what the person has not given', async () => {
    const app = await aClient(served);
    const page = await browser.open(anAttempt(app, { scope: 'profile address' }).url);
    expect(page.text).toContain(`${text('scope.address.sentence')} ${text('scope.address.empty')}`);
    expect(page.text).toContain(ada.username);
  });

  it('is asked for again when an app wants the address too', async () => {
    const app = await aClient(served);
    const first = await browser.open(anAttempt(app, { scope: 'profile' }).url);
    await browser.submitAndFollow(first, {}, { button: 'allow' });
    const again = await browser.open(anAttempt(app, { scope: 'profile address' }).url);
    expect(again.url).toContain('/consent?interaction=');
  });

  it('of an app that may not ask for the address is refused before anybody is asked', async () => {
    const app = await aClient(served, { scope: ['profile'] });
    const { location } = await browser.get(anAttempt(app, { scope: 'address' }).url);
    expect(location).toContain('error=invalid_scope');
  });
});

describe('the zone that a person chose', () => {
  it('is the one that pages tell times in', async () => {
    const at = new Date('2026-11-23T23:10:00Z');
    await served.source.getRepository(User).update({ id: ada.id }, { zoneinfo: 'Asia/Kolkata', createdAt: at });
    const page = await browser.get('/account');
    expect(page.html).toContain('<time datetime="2026-11-24">24 November 2026</time>');
    expect(page.html).toContain('data-time-zone="Asia/Kolkata"');
    await save({ zoneinfo: '' });
    expect((await browser.get('/account')).html).toContain('<time datetime="2026-11-23">23 November 2026</time>');
  });
});
