import { describe, expect, it } from 'vitest';
import {
  HOSTILE_REDIRECT_URIS,
  mutationsOf,
  REGISTERED_REDIRECT_URI,
} from '../../test/support/hostile-redirect-uris.js';
import { isClaimedHttps, redirectHost, redirectOrigin, redirectUriMatches } from './redirect-uri.js';

const REGISTERED = [
  REGISTERED_REDIRECT_URI,
  'https://app.example:8443/a.b/callback?tenant=a%2Fb',
  'http://localhost:3000/callback',
  'com.example.app:/callback',
  'https://app.example',
];

const LOOPBACK = [
  'http://127.0.0.1/callback',
  'http://[::1]:5000/callback?x=1',
  'http://127.0.0.1:80',
  'http://[::1]?x=1',
];

describe('redirect URIs in a request', () => {
  it.each([...REGISTERED, ...LOOPBACK])('match when they are a registered one: %s (RFC 9700 §4.1.3)', (uri) => {
    expect(redirectUriMatches([uri], uri)).toBe(true);
    expect(redirectUriMatches(['https://other.example/', uri], uri)).toBe(true);
    expect(redirectUriMatches([], uri)).toBe(false);
    expect(redirectUriMatches(['https://other.example/'], uri)).toBe(false);
  });

  it.each(REGISTERED)('do not match in any of hundreds of mutations of %s', (uri) => {
    const mutations = mutationsOf(uri);
    expect(mutations.length).toBeGreaterThan(400);
    expect(mutations.filter((mutation) => redirectUriMatches([uri], mutation))).toEqual([]);
  });

  it('do not match in any hostile form, whatever is registered', () => {
    const hostile = HOSTILE_REDIRECT_URIS.map(([uri]) => uri);
    expect(hostile.filter((uri) => redirectUriMatches([...REGISTERED, ...LOOPBACK], uri))).toEqual([]);
  });

  it.each([
    ['http://127.0.0.1/callback', 'http://127.0.0.1:51004/callback'],
    ['http://127.0.0.1:5000/callback', 'http://127.0.0.1/callback'],
    ['http://127.0.0.1:5000/callback', 'http://127.0.0.1:65535/callback'],
    ['http://[::1]/callback?x=1', 'http://[::1]:1/callback?x=1'],
    ['http://127.0.0.1', 'http://127.0.0.1:8080'],
    ['http://127.0.0.1?x=1', 'http://127.0.0.1:8080?x=1'],
  ])('may have another port than %s on a loopback address: %s (RFC 8252 §7.3)', (registered, presented) => {
    expect(redirectUriMatches([registered], presented)).toBe(true);
  });

  it.each([
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080/callback/'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080/other'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080/callback?x=1'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080/Callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080/%63allback'],
    ['http://127.0.0.1/callback', 'http://[::1]:8080/callback'],
    ['http://127.0.0.1/callback', 'http://localhost:8080/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.2:8080/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080@evil.example/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1@evil.example/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1.evil.example/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080.evil.example/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080#/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080\\@evil.example/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:0/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:65536/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:080/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:8080:9090/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:+80/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1: 80/callback'],
    ['http://127.0.0.1/callback', 'http://127.1:8080/callback'],
    ['http://127.0.0.1/callback', 'https://127.0.0.1:8080/callback'],
    ['http://127.0.0.1/callback', 'HTTP://127.0.0.1:8080/callback'],
    ['http://127.0.0.1/callback', ' http://127.0.0.1:8080/callback'],
    ['http://[::1]/callback', 'http://[0:0:0:0:0:0:0:1]:8080/callback'],
    ['https://127.0.0.1/callback', 'https://127.0.0.1:8443/callback'],
    ['http://localhost/callback', 'http://localhost:8080/callback'],
    ['http://localhost:3000/callback', 'http://localhost/callback'],
    ['http://app.example/callback', 'http://app.example:8080/callback'],
    ['com.example.app:/callback', 'com.example.app:8080/callback'],
  ])('may differ from %s in nothing else: %s', (registered, presented) => {
    expect(redirectUriMatches([registered], presented)).toBe(false);
  });

  it('are compared literally: nothing in a registered one is a pattern (attack R39)', () => {
    expect(redirectUriMatches(['https://a.example/callback'], 'https://axexample/callback')).toBe(false);
    expect(redirectUriMatches(['.*'], 'https://app.example/callback')).toBe(false);
  });
});

describe('what a redirect URI leads to', () => {
  it.each([
    ['https://app.example/callback', 'app.example', 'https://app.example', true],
    ['https://app.example', 'app.example', 'https://app.example', true],
    ['https://app.example:8443?x=/y', 'app.example:8443', 'https://app.example:8443', true],
    ['http://localhost:3000/callback', 'localhost:3000', 'http://localhost:3000', false],
    ['https://localhost:3000/callback', 'localhost:3000', 'https://localhost:3000', false],
    ['http://127.0.0.1/callback', '127.0.0.1', 'http://127.0.0.1', false],
    ['https://127.0.0.1/callback', '127.0.0.1', 'https://127.0.0.1', false],
    ['http://[::1]:5000/callback', '[::1]:5000', 'http://[::1]:5000', false],
    ['com.example.app:/callback', 'com.example.app:/', 'com.example.app:', false],
  ])(
    '%s: people read %s, its pages have the origin %s, only its owner receives it: %s',
    (uri, host, origin, isClaimed) => {
      expect(redirectHost(uri)).toBe(host);
      expect(redirectOrigin(uri)).toBe(origin);
      expect(isClaimedHttps(uri)).toBe(isClaimed);
    },
  );

  it('cannot pass for a host when it is a private scheme', () => {
    expect(redirectHost('login.example:/callback')).not.toBe(redirectHost('https://login.example/callback'));
  });
});
