import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { GrantService } from '../../src/token/grant.service.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aUser } from '../support/builders.js';
import { getJson, isAlive, letTimePass, postForm, someTokens } from '../support/tokens.js';

const EVERYTHING = {
  name: 'Countess Lovelace',
  givenName: 'Ada',
  familyName: 'Lovelace',
  middleName: 'King',
  nickname: 'Enchantress',
  profileUrl: 'https://ada.example/about',
  website: 'https://ada.example',
  gender: 'female',
  zoneinfo: 'Europe/London',
  locale: 'en-GB',
  address: { street_address: '12 St James’s Square', locality: 'London', postal_code: 'SW1Y 4JH', country: 'GB' },
};

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const userinfo = (authorization?: string) => getJson(served, '/userinfo', { authorization });
const scoped = (...scopes: string[]) => someTokens(served, { scopes });

describe('OpenID Connect Core §5.3 userinfo', () => {
  it('says who it is about, whatever the scope, and nothing else without one', async () => {
    const { accessToken, user } = await scoped();
    const { status, headers, body } = await userinfo(`Bearer ${accessToken}`);
    expect({ status, body }).toEqual({ status: 200, body: { sub: user.id } });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('opens claims by scope (§5.4)', async () => {
    const person = await aUser(served, { dob: '1990-12-31', phone: '+491701234567' });
    const { updatedAt } = await served.source.getRepository(User).findOneByOrFail({ id: person.id });
    const claims = async (scope: string) => {
      const { accessToken } = await someTokens(served, { user: person, scopes: [scope] });
      const { sub, ...rest } = (await userinfo(`Bearer ${accessToken}`)).body;
      expect(sub).toBe(person.id);
      return rest;
    };
    expect(await claims('profile')).toEqual({
      preferred_username: person.username,
      birthdate: '1990-12-31',
      updated_at: Math.floor(updatedAt.getTime() / 1000),
    });
    expect(await claims('email')).toEqual({ email: person.email, email_verified: false });
    expect(await claims('phone')).toEqual({ phone_number: '+491701234567', phone_number_verified: false });
    expect(await claims('offline_access')).toEqual({});
  });

  it('says every standard claim that the user gave (§5.1)', async () => {
    const person = await aUser(served, { row: EVERYTHING });
    const { accessToken } = await someTokens(served, { user: person, scopes: ['profile', 'address'] });
    const { body } = await userinfo(`Bearer ${accessToken}`);
    expect(body).toMatchObject({
      name: 'Countess Lovelace',
      given_name: 'Ada',
      family_name: 'Lovelace',
      middle_name: 'King',
      nickname: 'Enchantress',
      profile: 'https://ada.example/about',
      website: 'https://ada.example',
      gender: 'female',
      zoneinfo: 'Europe/London',
      locale: 'en-GB',
    });
    expect(body['address']).toEqual({
      formatted: '12 St James’s Square\nLondon SW1Y 4JH\nUnited Kingdom',
      street_address: '12 St James’s Square',
      locality: 'London',
      postal_code: 'SW1Y 4JH',
      country: 'United Kingdom',
    });
  });

  it.each([
    ['Ada Lovelace', { givenName: 'Ada', familyName: 'Lovelace' }],
    ['Ada', { givenName: 'Ada' }],
    ['Lovelace', { familyName: 'Lovelace' }],
    [undefined, { nickname: 'Enchantress' }],
  ])('takes %s for the name when the user gave no whole one', async (name, row) => {
    const { accessToken } = await someTokens(served, { user: await aUser(served, { row }), scopes: ['profile'] });
    expect((await userinfo(`Bearer ${accessToken}`)).body['name']).toBe(name);
  });

  it('gives the picture as an absolute address, and says when the e-mail address is verified', async () => {
    const picture = v7();
    const person = await aUser(served, { row: { emailVerifiedAt: new Date() } });
    await served.source.getRepository(User).update({ id: person.id }, { picture });
    const { accessToken } = await someTokens(served, { user: person, scopes: ['profile', 'email'] });
    const { body } = await userinfo(`Bearer ${accessToken}`);
    expect(body).toMatchObject({ picture: `${served.issuer}/pictures/${picture}`, email_verified: true });
  });

  it('leaves out what the user never gave', async () => {
    const person = await aUser(served);
    await served.source.getRepository(User).update({ id: person.id }, { birthdate: null, phoneNumber: null });
    const { accessToken } = await someTokens(served, { user: person, scopes: ['profile', 'phone'] });
    const { body } = await userinfo(`Bearer ${accessToken}`);
    expect(Object.keys(body).toSorted()).toEqual(['preferred_username', 'sub', 'updated_at']);
  });

  it('never shows what is nobody else’s business', async () => {
    const { accessToken, user } = await someTokens(served);
    const text = JSON.stringify((await userinfo(`Bearer ${accessToken}`)).body);
    expect(text).not.toMatch(/argon2|password|key|role|status|empUserId/i);
    expect(text).not.toContain(user.employeeId);
  });

  it('answers a POST with the token in the header or in the form (RFC 6750 §2.1, §2.2)', async () => {
    const { accessToken, user } = await scoped();
    const header = await postForm(served, '/userinfo', '', { authorization: `Bearer ${accessToken}` });
    const bare = await served.app.inject({
      method: 'POST',
      url: '/userinfo',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const form = await postForm(served, '/userinfo', { access_token: accessToken });
    expect([header.body, bare.json(), form.body]).toEqual(Array.from({ length: 3 }, () => ({ sub: user.id })));
  });
});

describe('RFC 6750 §2 how a token is sent', () => {
  it('takes the scheme in any case (§2.1, gap of the library)', async () => {
    const { accessToken } = await scoped();
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEaReR']) {
      expect((await userinfo(`${scheme} ${accessToken}`)).status).toBe(200);
    }
  });

  it('refuses it in the URL, where it would be logged (RFC 9700 §4.3.2)', async () => {
    // Not a live one: this run's own scan looks for tokens in URLs.
    const answer = await getJson(served, '/userinfo?access_token=abc');
    expect(answer).toMatchObject({ status: 400, error: 'invalid_request' });
    expect(await postForm(served, '/userinfo?access_token=abc', '')).toMatchObject({ status: 400 });
    const { accessToken } = await scoped();
    const both = await getJson(served, '/userinfo?access_token=abc', { authorization: `Bearer ${accessToken}` });
    expect(both).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it('refuses two ways at once (§2)', async () => {
    const { accessToken } = await scoped();
    const fields = { access_token: accessToken };
    const answer = await postForm(served, '/userinfo', fields, { authorization: `Bearer ${accessToken}` });
    expect(answer).toMatchObject({ status: 400, error: 'invalid_request' });
    const twice = `access_token=${accessToken}&access_token=${accessToken}`;
    expect(await postForm(served, '/userinfo', twice)).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it('does not take a token from the body of a GET (§2.2)', async () => {
    const { accessToken } = await scoped();
    const { statusCode } = await served.app.inject({
      method: 'GET',
      url: '/userinfo',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `access_token=${accessToken}`,
    });
    expect(statusCode).toBe(401);
  });
});

describe('RFC 6750 §3 what a refusal says', () => {
  it('asks for a token, without an error code, when there is none (§3.1)', async () => {
    for (const authorization of [undefined, 'Basic abc', 'DPoP abc']) {
      const { status, headers } = await userinfo(authorization);
      expect({ status, challenge: headers['www-authenticate'] }).toEqual({
        status: 401,
        challenge: 'Bearer realm="doorward"',
      });
    }
  });

  it.each([
    ['invalid_token', 401, 'Bearer abc'],
    ['invalid_request', 400, 'Bearer a b'],
  ])('says %s with %i in the challenge and in the body', async (error, status, authorization) => {
    const answer = await userinfo(authorization);
    expect(answer).toMatchObject({ status, error });
    expect(answer.headers['www-authenticate']).toMatch(
      new RegExp(`^Bearer realm="doorward", error="${error}", error_description="[^"]+"$`),
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is the same for a token that never was and one that ended', async () => {
    const { accessToken, user } = await scoped();
    await served.app.get(GrantService).revokeAllOf(user.id);
    expect((await userinfo(`Bearer ${accessToken}`)).body).toEqual((await userinfo('Bearer abc')).body);
  });
});

describe('RFC 6750 §5.2 which tokens open userinfo', () => {
  it('a token ends after an hour', async () => {
    const { accessToken } = await scoped();
    await letTimePass(served, 3595);
    expect(await isAlive(served, accessToken)).toBe(true);
    await letTimePass(served, 6);
    expect(await isAlive(served, accessToken)).toBe(false);
  });

  it('codes, refresh tokens, secrets and session ids do not (attack A46)', async () => {
    const { code, refreshToken, client } = await someTokens(served);
    for (const wrong of [code, refreshToken, client.clientSecret, client.registrationAccessToken, client.stateKey]) {
      expect((await userinfo(`Bearer ${wrong}`)).error).toBe('invalid_token');
    }
  });

  it('a token with one character changed, missing or added does not (attack R49)', async () => {
    const { accessToken } = await scoped();
    const variants = Array.from(accessToken).flatMap((character, position) => {
      const [before, after] = [accessToken.slice(0, position), accessToken.slice(position + 1)];
      const flipped = character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase();
      return [before + after, `${before}A${character}${after}`, before + flipped + after];
    });
    for (const variant of variants.filter((text) => text !== accessToken)) {
      expect(await isAlive(served, variant)).toBe(false);
    }
    expect(await isAlive(served, accessToken)).toBe(true);
  });
});
