import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES } from '../../src/database/entities.js';
import { JSON_ENDPOINTS } from '../../src/http/json-endpoints.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { startApp, type TestApp } from '../support/app.js';
import type { TestBrowser } from '../support/browser.js';
import { aBrowserOf } from '../support/builders.js';
import { aProvenUser } from '../support/mailed-links.js';
import { type Route, routesOf } from '../support/routes.js';

const FORM = 'application/x-www-form-urlencoded';
const LONG = 'x'.repeat(20_000);
const BOUNDARY = 'boundary';

/** The names that some form or endpoint takes, so that bad values reach the code behind them. */
const NAMES =
  'grant_type code redirect_uri client_id client_secret code_verifier refresh_token scope token token_type_hint access_token state response_type code_challenge prompt max_age username password email interaction account decision return_to setup_token form_id client_name redirect_uris overlap confirmation current_password new_password birthdate'.split(
    ' ',
  );
const all = (value: string) => NAMES.map((name) => `${name}=${value}`).join('&');

interface Hostile {
  readonly contentType?: string;
  readonly body: string | Buffer;
}

/** Bodies that no browser or library of good will sends. */
const BODIES: Record<string, Hostile> = {
  'nothing at all': { body: '' },
  'no content type': { body: all('a') },
  'every parameter twice': { contentType: FORM, body: `${all('a')}&${all('b')}` },
  'arrays and objects by brackets': {
    contentType: FORM,
    body: NAMES.map((name) => `${name}[]=a&${name}[b]=c`).join('&'),
  },
  'null bytes': { contentType: FORM, body: all('%00') },
  'control characters': { contentType: FORM, body: all('a%0d%0aset-cookie:%20a=b%1b') },
  'percent-encoded bytes that are not UTF-8': { contentType: FORM, body: all('%ff%fe') },
  'raw bytes that are not UTF-8': { contentType: FORM, body: Buffer.from([0x63, 0x6f, 0x64, 0x65, 0x3d, 0xff, 0xfe]) },
  'broken percent-encoding': { contentType: FORM, body: all('%zz') },
  'lone surrogates': { contentType: FORM, body: all('%ed%a0%80') },
  'values far too long': { contentType: FORM, body: `username=${LONG}&code=${LONG}&scope=${LONG}` },
  'a body far too large': { contentType: FORM, body: 'a='.padEnd(2 ** 20, 'x') },
  'a thousand parameters': { contentType: FORM, body: Array.from({ length: 1_000 }, (_, n) => `p${n}=1`).join('&') },
  'names of the prototype': { contentType: FORM, body: '__proto__=a&constructor=b&toString=c&hasOwnProperty=d' },
  'SQL and script': { contentType: FORM, body: all(encodeURIComponent(`' OR 1=1; -- "><script>alert(1)</script>`)) },
  'numbers and booleans': { contentType: FORM, body: all('true') },
  'astral text': { contentType: FORM, body: all(encodeURIComponent('\u{1F600}\u202E\uFEFF')) },
  JSON: { contentType: 'application/json', body: '{"grant_type":"authorization_code","__proto__":{"a":1}}' },
  'broken JSON': { contentType: 'application/json', body: '{"a":' },
  XML: { contentType: 'text/xml', body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
  'a content type of nonsense': { contentType: '\u007f;;=', body: 'a=b' },
  'multipart without a boundary': { contentType: 'multipart/form-data', body: 'a=b' },
  'multipart that breaks off': {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    body: `--${BOUNDARY}\r\ncontent-disposition: form-data; name="picture"; filename="a.png"\r\n\r\nPNG`,
  },
  'multipart with two files and a bad name': {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    body: [1, 2]
      .map((n) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="__proto__"; filename="../${n}"\r\n\r\nx\r\n`)
      .concat(`--${BOUNDARY}--`)
      .join(''),
  },
};

/** What counts attempts and requests is meant to be written; statistics come every few seconds. */
const COUNTERS = new Set(['Throttle', 'Statistic', 'UserActivity']);

/** That somebody tried what they may not is meant to be written down. */
const NOT_TRIED: Readonly<Record<string, object>> = { AuditEvent: { outcome: 'success' } };

const QUERIES = [
  all('a'),
  `${all('a')}&${all('b')}`,
  '%00',
  '%ff',
  '%zz',
  'page=-1',
  'page=1e9',
  'page[]=1',
  `interaction=${LONG.slice(0, 8_000)}`,
];

describe('bad input everywhere', () => {
  let served: TestApp;
  let person: TestBrowser;
  let routes: Route[];
  beforeAll(async () => {
    served = await startApp();
    person = await aBrowserOf(served, await aProvenUser(served));
    // The notice of the sign-in is a row too, until it has been sent.
    await served.app.get(Outbox).drain();
    routes = routesOf(served);
  });
  afterAll(() => served.close());

  it.each(Object.keys(BODIES))('%s: every POST answers below 500 and writes nothing', async (name) => {
    const { contentType, body } = BODIES[name]!;
    const posts = routes.filter(({ method }) => method === 'POST');
    const before = await rowCounts();
    const wrong: string[] = [];
    for (const { path } of posts) {
      const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
      const { status, html } = await person.postBody(path, body, headers);
      if (status >= 500 || status < 300) wrong.push(`${path} answered ${status}`);
      if (/Error:|at .*\.(ts|js):\d+|SQLITE_|ER_[A-Z]+|SELECT /.test(html)) wrong.push(`${path} tells internals`);
      if (path in JSON_ENDPOINTS && !('error' in JSON.parse(html))) wrong.push(`${path} tells no error`);
    }
    expect(wrong).toEqual([]);
    expect(await rowCounts()).toEqual(before);
  });

  it('hostile queries: every GET answers below 500', async () => {
    const wrong: string[] = [];
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      for (const query of QUERIES) {
        const { status } = await person.get(`${path}?${query}`);
        if (status >= 500) wrong.push(`${path}?${query.slice(0, 40)} answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('paths that are no paths get a 4xx', async () => {
    for (const path of [
      '/%00',
      '/%ff',
      '/%zz',
      '/..%2f..%2fetc/passwd',
      '/assets/../app.module.js',
      '/assets/%2e%2e/main.js',
      `/${LONG.slice(0, 8_000)}`,
    ]) {
      const { status } = await person.get(path);
      expect([400, 404, 414], `${path.slice(0, 40)} answered ${status}`).toContain(status);
    }
  });

  async function rowCounts(): Promise<Record<string, number>> {
    const counts = ENTITIES.filter(({ name }) => !COUNTERS.has(name)).map(
      async ({ name }) => [name, await served.source.getRepository(name).countBy(NOT_TRIED[name] ?? {})] as const,
    );
    return Object.fromEntries(await Promise.all(counts));
  }
});
