import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../examples/relying-party/html.ts';
import { readSettings } from '../../examples/relying-party/settings.ts';
import { isOwnState, signState } from '../../examples/relying-party/state.ts';
import { startApp, type TestApp } from '../support/app.js';
import { allow } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { freePort } from '../support/free-port.js';
import { textOf } from '../support/html-forms.js';
import { type RelyingParty, startRelyingParty } from '../support/relying-party.js';

const KEY = randomBytes(32);
const NOW = Date.UTC(2026, 10, 23);
const MINUTE = 60_000;

describe('the example app signs `state` (RFC 6749 §10.12)', () => {
  const state = signState(KEY, 'challenge', NOW);

  it('and takes it back from the browser that holds the verifier', () => {
    expect(isOwnState(KEY, state, 'challenge', NOW + 9 * MINUTE)).toBe(true);
  });

  it('and refuses it from another browser, with another key, changed, too late, or from the future', () => {
    expect(isOwnState(KEY, state, 'other challenge', NOW)).toBe(false);
    expect(isOwnState(randomBytes(32), state, 'challenge', NOW)).toBe(false);
    expect(isOwnState(KEY, state, 'challenge', NOW + 10 * MINUTE)).toBe(false);
    expect(isOwnState(KEY, state, 'challenge', NOW - MINUTE)).toBe(false);
    const [, signature] = state.split('.');
    for (const forged of [
      '',
      '.',
      signature ?? '',
      `${(NOW + MINUTE).toString(36)}.${signature}`,
      `${state}x`,
      `${state}.x`,
    ]) {
      expect([forged, isOwnState(KEY, forged, 'challenge', NOW + MINUTE)]).toEqual([forged, false]);
    }
  });
});

describe('the example app escapes', () => {
  it('whatever people call themselves', () => {
    const name = `<script>alert("1")</script>'&`;
    expect(html`<b title="${name}">${name}</b>`.text).not.toMatch(/<script|"1"|'&(?!#)/);
    expect(html`${html`<i>${1}</i>`}${undefined}${[html`a`, html`b`]}`.text).toBe('<i>1</i>ab');
  });
});

describe('the example app', () => {
  let doorward: TestApp;
  let app: RelyingParty;

  beforeAll(async () => {
    doorward = await startApp({}, await freePort());
    const port = await freePort();
    const client = await aClient(doorward, { redirect_uris: [`http://localhost:${port}/callback`] });
    app = await startRelyingParty({ issuer: doorward.issuer, port, ...client });
  });
  afterAll(async () => {
    await app?.stop();
    await doorward?.close();
  });

  /** A browser that pressed the button: the cookie it was given and the `state` that it carries to the server. */
  async function pressButton(): Promise<{ cookie: string; state: string }> {
    const answer = await fetch(`${app.url}/authLogin`, { redirect: 'manual' });
    const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    return { cookie, state: new URL(answer.headers.get('location') ?? '').searchParams.get('state') ?? '' };
  }

  async function comeBack(cookie: string, answer: Readonly<Record<string, string>>): Promise<[number, string]> {
    const url = `${app.url}/callback?${new URLSearchParams(answer)}`;
    const page = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    expect(page.headers.getSetCookie().join()).not.toContain('acme_session=');
    return [page.status, /<h1>(.*?)<\/h1>/.exec(await page.text())?.[1] ?? ''];
  }

  it('asks with PKCE S256, a fresh state, and nothing secret (RFC 7636 §4.3)', async () => {
    const answer = await fetch(`${app.url}/authLogin`, { redirect: 'manual' });
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    expect([...searchParams.keys()].toSorted()).toEqual([
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await pressButton()).state).not.toBe((await pressButton()).state);
  });

  it('takes no answer that this browser did not ask for', async () => {
    const [mine, theirs] = [await pressButton(), await pressButton()];
    const over = [400, 'This login is over'];
    const answer = { code: 'stolen', iss: doorward.issuer };
    expect(await comeBack('', { ...answer, state: mine.state })).toEqual(over);
    expect(await comeBack(mine.cookie, { ...answer, state: theirs.state })).toEqual(over);
    expect(await comeBack(mine.cookie, { ...answer, state: 'made.up' })).toEqual(over);
    expect(await comeBack(mine.cookie, answer)).toEqual(over);
  });

  it('takes no answer of another server, or of none (RFC 9207 §2.4)', async () => {
    const { cookie, state } = await pressButton();
    for (const iss of [{}, { iss: 'https://evil.example' }]) {
      expect(await comeBack(cookie, { code: 'x', state, ...iss })).toEqual([502, 'The login did not work']);
    }
  });

  it('shows what the verified ID token says', async () => {
    const ada = await aUser(doorward);
    const browser = await aBrowserOf(doorward, ada);
    const start = await fetch(`${app.url}/authLogin`, { redirect: 'manual' });
    const cookie = start.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const { location = '' } = await allow(browser, await browser.open(start.headers.get('location') ?? ''));
    const back = await fetch(location, { headers: { cookie }, redirect: 'manual' });
    const session = back.headers.getSetCookie().find((text) => text.startsWith('acme_session=')) ?? '';
    const page = textOf(await (await fetch(app.url, { headers: { cookie: session.split(';', 1)[0] ?? '' } })).text());
    expect(page).toContain('What the ID token says');
    for (const value of [doorward.issuer, ada.id, 'urn:doorward:acr:password', '["pwd"]'])
      expect(page).toContain(value);
  });

  it('is friendly to who says no, and lets them try again', async () => {
    const { cookie, state } = await pressButton();
    const answer = { error: 'access_denied', state, iss: doorward.issuer };
    expect(await comeBack(cookie, answer)).toEqual([200, 'No permission given']);
  });

  it('says that a code is spent or too old', async () => {
    const { cookie, state } = await pressButton();
    expect(await comeBack(cookie, { code: 'x'.repeat(43), state, iss: doorward.issuer })).toEqual([
      400,
      'This login is over',
    ]);
  });

  it('lets no other site press its buttons, and has no other pages', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await fetch(`${app.url}/logout`, { method: 'POST', headers })).status).toBe(403);
    for (const path of ['/nothing', '/constructor', '/logout', '//evil.example']) {
      expect([path, (await fetch(`${app.url}${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('loads nothing from elsewhere and cannot be framed', async () => {
    const { headers } = await fetch(app.url);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('the settings of the example app', () => {
  it('name every missing variable at once', () => {
    expect(() => readSettings({ ISSUER: 'nonsense' })).toThrow(/ISSUER[^]*CLIENT_ID|CLIENT_ID[^]*ISSUER/);
    expect(() => readSettings({})).toThrow(/CLIENT_ID[^]*CLIENT_SECRET[^]*STATE_KEY/);
  });
});
