import { describe, expect, it } from 'vitest';
import { HOSTILE_REDIRECT_URIS } from '../../test/support/hostile-redirect-uris.js';
import { APP_KINDS, type AppKind } from './grant-types.js';
import { lintRedirectUri, lintWebUri } from './redirect-uri-lint.js';
import type { UriFaultCode } from './uri-fault.js';

/** Kinds that have redirect URIs. */
const KINDS = APP_KINDS.filter((kind) => kind !== 'machine');

const GOOD = [
  'https://app.example/callback',
  'https://app.example',
  'https://app.example/',
  'https://app.example?tenant=7',
  'https://app.example:8443/auth/callback?tenant=a%2Fb&x=y+z',
  'https://xn--bcher-kva.example/callback',
  'https://intranet/callback',
  'https://192.0.2.7/callback',
  'https://[2001:db8::1]:8443/callback',
  'https://app.example/a.b/..c/d..e/...',
  'https://app.example/~user/a@b;v=1,2!$&()=:',
  'https://app.example/caf%C3%A9',
  'https://app.example/100%25',
  'https://app.example/callback?decode=1&states=2&error_code=3',
  `https://app.example/${'x'.repeat(1_980)}`,
  'http://localhost:3000/callback',
  'http://127.0.0.1/callback',
  'http://127.0.0.1:51004/callback',
  'http://[::1]:51004/callback',
];

describe('redirect URIs at registration', () => {
  it.each(GOOD)('may be %s, for every kind of app', (uri) => {
    for (const kind of KINDS) expect(lintRedirectUri(uri, kind)).toBeNull();
  });

  it('are refused in more than sixty hostile forms', () => {
    expect(HOSTILE_REDIRECT_URIS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HOSTILE_REDIRECT_URIS.map(([uri]) => uri)).size).toBe(HOSTILE_REDIRECT_URIS.length);
  });

  it.each(HOSTILE_REDIRECT_URIS)('may not be %j: %s (RFC 9700 §4.1)', (uri) => {
    for (const kind of KINDS) {
      const fault = lintRedirectUri(uri, kind);
      expect(fault).not.toBeNull();
      const { index = NaN, length = NaN, message = '' } = fault ?? {};
      expect(index).toBeGreaterThanOrEqual(0);
      expect(length).toBeGreaterThan(0);
      expect(index + length).toBeLessThanOrEqual(uri.length);
      expect(message).toMatch(/^[A-Z].*[^\s]$/s);
    }
  });

  /** Address, fault, and the text that is marked; for something missing, the character at its place. */
  it.each<[string, UriFaultCode, string, number?]>([
    ['', 'empty', ''],
    ['https://app.example/a b', 'whitespace', ' '],
    ['https://app.example/a\r\nb', 'whitespace', '\r\n'],
    ['https://app.example/a\0b', 'control_character', '\0'],
    ['https://app.exam\u200bple/', 'control_character', '\u200b'],
    ['https://bücher.example/', 'non_ascii', 'ü'],
    ['https://app.example/😀', 'non_ascii', '😀'],
    ['https://app.example\\x', 'backslash', '\\'],
    ['https://app.example/a#b#c', 'fragment', '#b#c'],
    ['https://*.app.example/', 'wildcard', '*'],
    ['https://app.example/a"b', 'character', '"'],
    ['https://app.example/a[b', 'character', '['],
    ['https://app.example/%g0', 'percent_encoding', '%'],
    ['https://app.example/a%0Db', 'percent_encoding', '%0D'],
    ['https://app.example/a%41%FFb', 'percent_encoding', '%41%FF'],
    ['app.example/callback', 'relative', 'a'],
    ['localhost:3000/callback', 'relative', 'l'],
    ['ftp://app.example/', 'scheme', 'ftp:'],
    ['HTTP://localhost/', 'scheme', 'HTTP'],
    ['https:/app.example/', 'slashes', '/'],
    ['https://me:pw@app.example/', 'userinfo', 'me:pw@'],
    ['https://', 'host', '/', 7],
    ['https://app..example/', 'host', 'app..example'],
    ['https://App.example/', 'host', 'App.example'],
    ['https://127.1/', 'host', '127.1'],
    ['https://1.2.3.256/', 'host', '1.2.3.256'],
    ['https://app.example:99999/', 'port', '99999'],
    ['https://app.example:/', 'port', '/', 20],
    ['http://app.example/', 'http_not_loopback', 'http'],
    ['https://app.example/a/../b', 'dot_segment', '..'],
    ['https://app.example/a%2Fb', 'dot_segment', '%2F'],
    ['https://app.example/?a=1&state=2', 'reserved_parameter', 'state'],
    ['https://app.example/?a=1&%73tate', 'reserved_parameter', '%73tate'],
    ['https://app.example:443/', 'normal_form', ':443/'],
  ])('%j has the fault %s at %j', (uri, code, marked, place = uri.indexOf(marked)) => {
    const fault = lintRedirectUri(uri, 'server');
    expect(fault?.code).toBe(code);
    expect(fault?.index).toBe(place);
    expect(uri.slice(place, place + (fault?.length ?? 0))).toBe(marked);
  });

  it.each([
    ['https://', 'like https://app.example/callback'],
    ['https://App.Example/', 'lower case: app.example'],
    ['https://127.1/', 'as browsers read it: 127.0.0.1'],
    ['https://1.2.3.256/', 'a host that exists'],
    ['https://app_1.example/', 'letters, digits, hyphens and dots'],
    ['https://bücher.example/', "'xn--' form"],
    ['HTTPS://app.example/', 'https in lower case'],
    ['https://app.example:443/callback', 'https://app.example/callback'],
    ['app.example/callback', 'https:// at its beginning'],
    ['https://app.example/call back', '%20'],
    ['https://app.example/100%', '%25'],
  ])('with a fault tell a person what to do: %s, "%s"', (uri, advice) => {
    expect(lintRedirectUri(uri, 'server')?.message).toContain(advice);
  });

  it('are at most 2000 characters long, and what is beyond is marked', () => {
    const uri = `https://app.example/${'x'.repeat(1_990)}`;
    expect(lintRedirectUri(uri, 'server')).toMatchObject({ code: 'too_long', index: 2_000, length: 10 });
  });

  it.each(['com.example.app:/callback', 'com.example.app:/', 'com.example.app-2:/oauth/callback?tenant=7'])(
    'may be %s for a native app, and for no other (RFC 8252 §7.1)',
    (uri) => {
      expect(lintRedirectUri(uri, 'native')).toBeNull();
      expect(lintRedirectUri(uri, 'server')?.code).toBe('scheme');
      expect(lintRedirectUri(uri, 'browser')?.code).toBe('scheme');
    },
  );

  it.each<[string, UriFaultCode]>([
    ['com.example.app://callback', 'slashes'],
    ['com.example.app:///callback', 'slashes'],
    ['com.example.app:callback', 'slashes'],
    ['com.example.app:', 'slashes'],
    ['myapp:/callback', 'scheme'],
    ['Com.Example.App:/callback', 'scheme'],
    ['com.:/callback', 'scheme'],
    ['.com:/callback', 'scheme'],
    ['com..app:/callback', 'scheme'],
    ['com_x.app:/callback', 'scheme'],
    ['com.example.app:/../callback', 'dot_segment'],
    ['com.example.app:/callback?code=1', 'reserved_parameter'],
    ['com.example.app:/callback#x', 'fragment'],
    ['com.example.app:/*', 'wildcard'],
  ])('of a native app may not be %s (%s)', (uri, code) => {
    expect(lintRedirectUri(uri, 'native')?.code).toBe(code);
  });

  it('are nothing for a machine app', () => {
    expect(lintRedirectUri('https://app.example/callback', 'machine')?.code).toBe('not_used');
  });

  it('are judged in the time that their length takes', () => {
    const start = performance.now();
    for (const unit of ['a.', 'a-', '%41', '/..', '&code', 'a=&', '[', ':', '@', 'é']) {
      for (const kind of KINDS) {
        lintRedirectUri(`https://${unit.repeat(30_000)}`, kind);
        lintRedirectUri(`https://${unit.repeat(1_990 / unit.length)}`, kind);
        lintRedirectUri(`https://app.example/?${unit.repeat(1_970 / unit.length)}`, kind);
      }
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('web addresses in client metadata (RFC 7591 §2)', () => {
  it.each(['https://app.example', 'https://app.example/about?code=de', 'http://localhost:3000/'])(
    'may be %s',
    (uri) => {
      expect(lintWebUri(uri)).toBeNull();
    },
  );

  const withoutQueries = HOSTILE_REDIRECT_URIS.filter(
    ([uri]) => lintRedirectUri(uri, 'server')?.code !== 'reserved_parameter',
  );

  it.each(withoutQueries)('may not be %j: %s (attack A29)', (uri) => {
    expect(lintWebUri(uri)).not.toBeNull();
  });

  it.each<[AppKind, string]>([['native', 'com.example.app:/about']])('know no scheme of %s apps', (_kind, uri) => {
    expect(lintWebUri(uri)?.code).toBe('scheme');
  });
});
