import { expect } from 'vitest';
import { PictureService } from '../../../src/pictures/picture.service.js';
import { SCOPE_NAMES } from '../../../src/protocol/scope.js';
import { User } from '../../../src/users/user.entity.js';
import type { TestApp } from '../app.js';
import { allow, anAttempt, answerAt, type Changes } from '../authorization.js';
import type { TestBrowser } from '../browser.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../builders.js';
import { aPicture } from '../pictures.js';

/** A server with an app that may ask for everything, and a person who gave everything and is signed in. */
export interface Provider {
  readonly served: TestApp;
  readonly client: TestClient;
  readonly user: TestUser;
  readonly browser: TestBrowser;
  /** The document under test. */
  readonly document: Readonly<Record<string, unknown>>;
}

/**
 * Exercises what a member of the metadata advertises, and tries what it does not: both against the running server.
 * Fails when the server refuses what is advertised, or takes what is not.
 */
export type Probe = (value: unknown, provider: Provider) => Promise<void>;

/** One probe for each member. */
export type Probes = Readonly<Record<string, Probe>>;

/** What sign-up does not ask for. */
const EVERY_CLAIM = {
  name: 'Ada Lovelace',
  givenName: 'Ada',
  familyName: 'Lovelace',
  middleName: 'King',
  nickname: 'Ada',
  profileUrl: 'https://ada.example/',
  website: 'https://ada.example/notes',
  gender: 'female',
  zoneinfo: 'Europe/London',
  locale: 'en',
  address: { locality: 'London', country: 'GB' },
};

export async function aProvider(served: TestApp, document: Readonly<Record<string, unknown>>): Promise<Provider> {
  const user = await aUser(served);
  const picture = await served.app.get(PictureService).store(await aPicture('png'));
  await served.source.getRepository(User).update({ id: user.id }, { picture, ...EVERY_CLAIM });
  const client = await aClient(served, { scope: [...SCOPE_NAMES] });
  return { served, client, user, browser: await aBrowserOf(served, user), document };
}

/** Makes an authorization request and allows it. @returns what the app is told at its redirect URI */
export async function authorize({ browser, client }: Provider, changes: Changes = {}): Promise<Record<string, string>> {
  const page = await browser.open(anAttempt(client, changes).url);
  return answerAt(client, page.location === undefined ? await allow(browser, page) : page);
}

/** That an authorization request with each of the values leads to a code. */
export async function expectCodes(provider: Provider, name: string, values: readonly string[]): Promise<void> {
  for (const value of values) {
    const answer = await authorize(provider, { [name]: value });
    expect([name, value, answer['error'], answer['code'] !== undefined]).toEqual([name, value, undefined, true]);
  }
}

/** That an authorization request with each of the values, but those that are advertised, is refused with the error. */
export async function expectRefused(
  provider: Provider,
  name: string,
  { values, advertised, error }: { values: readonly string[]; advertised: readonly string[]; error: string },
): Promise<void> {
  for (const value of values.filter((one) => !advertised.includes(one))) {
    expect([name, value, (await authorize(provider, { [name]: value }))['error']]).toEqual([name, value, error]);
  }
}

/** The member as a list of texts; fails when it is none, or holds one twice. */
export function listOf(value: unknown): string[] {
  expect(value).toBeInstanceOf(Array);
  const list = value as string[];
  expect(new Set(list).size).toBe(list.length);
  for (const one of list) expect(one).toBeTypeOf('string');
  return list;
}
