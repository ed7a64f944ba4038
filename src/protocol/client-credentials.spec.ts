import { describe, expect, it } from 'vitest';
import { presentedCredentials } from './client-credentials.js';
import { OAuthError } from './oauth-error.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const basic = (text: string) => `Basic ${base64(text)}`;

function refusal(authorization: string | undefined, params: Record<string, string> = {}): OAuthError {
  try {
    presentedCredentials(authorization, params);
  } catch (error) {
    if (error instanceof OAuthError) return error;
    throw error;
  }
  throw new Error('the credentials were accepted');
}

describe('client authentication', () => {
  it('is client_secret_post with id and secret in the body (RFC 6749 §2.3.1)', () => {
    expect(presentedCredentials(undefined, { client_id: 'app', client_secret: 's:e+c%72' })).toEqual({
      method: 'client_secret_post',
      clientId: 'app',
      clientSecret: 's:e+c%72',
    });
  });

  it('is none with the id alone (RFC 7591 §2)', () => {
    expect(presentedCredentials(undefined, { client_id: 'app' })).toEqual({ method: 'none', clientId: 'app' });
  });

  it.each([
    ['app:secret', 'app', 'secret'],
    ['app:se:cr:et', 'app', 'se:cr:et'],
    ['a%3Ap:s%2Bcret', 'a:p', 's+cret'],
    ['my+app:two+words', 'my app', 'two words'],
    ['app:%25%26%3d', 'app', '%&='],
    ['https%3A%2F%2Fapp.example%2F:secret', 'https://app.example/', 'secret'],
  ])('is client_secret_basic with form-encoded halves: %s (RFC 6749 §2.3.1)', (text, clientId, clientSecret) => {
    const expected = { method: 'client_secret_basic', clientId, clientSecret };
    expect(presentedCredentials(basic(text), {})).toEqual(expected);
    expect(presentedCredentials(`bAsIc ${base64(text)}`, {})).toEqual(expected);
    expect(presentedCredentials(basic(text), { client_id: clientId })).toEqual(expected);
  });

  it.each<[string, string | undefined, Record<string, string>]>([
    ['header and secret', basic('app:secret'), { client_secret: 'secret' }],
    ['header and the same in the body', basic('app:secret'), { client_id: 'app', client_secret: 'secret' }],
    ['header and assertion', basic('app:secret'), { client_assertion: 'jwt' }],
    ['secret and assertion', undefined, { client_id: 'app', client_secret: 'secret', client_assertion: 'jwt' }],
    ['another scheme and secret', 'Bearer token', { client_id: 'app', client_secret: 'secret' }],
    ['a malformed header and secret', 'Basic', { client_id: 'app', client_secret: 'secret' }],
    ['a header and another id', basic('app:secret'), { client_id: 'other' }],
  ])('must not be two methods at once: %s (RFC 6749 §2.3)', (_title, authorization, params) => {
    expect(refusal(authorization, params)).toMatchObject({ code: 'invalid_request', status: 400 });
  });

  it.each([
    'Basic',
    'Basic ',
    'basic',
    base64('app:secret'),
    `Basic${base64('app:secret')}`,
    `Basic  ${base64('app:secret')}`,
    `Basic\t${base64('app:secret')}`,
    ` Basic ${base64('app:secret')}`,
    `Basic ${base64('app:secret')} `,
    `Basic ${base64('app:secret')}\n`,
    `Basic ${base64('app:secret')}, Basic ${base64('app:secret')}`,
    `Basic "${base64('app:secret')}"`,
    `Basic ${base64('app:secret').replaceAll('=', '')}`,
    `Basic ${base64('app:secret')}=`,
    `Basic ${base64('app:secret!')}====`,
    `Basic ${base64('app:secre')}A`,
    'Basic YXBwOnNlY3JldB==',
    'Basic YXBwOnNl-_8=',
    'Basic YXBw OnNl',
    'Basic ====',
    basic('app'),
    basic(':secret'),
    basic('app:'),
    basic(':'),
    basic('app:%'),
    basic('app:%zz'),
    basic('%FF:secret'),
    basic('app:%00'),
    basic('app:%0d%0a'),
    basic('app:\0'),
    basic('app:caf%C3%A9'),
    basic('app:café'),
    `Basic ${Buffer.from([0x61, 0x3a, 0xff]).toString('base64')}`,
    basic(`app:${'x'.repeat(513)}`),
    basic(`${'x'.repeat(513)}:secret`),
    basic(`app:${'x'.repeat(100_000)}`),
    'Bearer token',
    'DPoP token',
    'Digest username="app"',
    '',
  ])('in the header is strict Basic, or a 401 that names the scheme: %j (RFC 7617 §2, attack R23)', (authorization) => {
    expect(refusal(authorization)).toMatchObject({
      code: 'invalid_client',
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="doorward", charset="UTF-8"' },
    });
  });

  it.each<Record<string, string>>([
    {},
    { client_secret: 'secret' },
    { client_assertion: 'jwt' },
    { client_id: 'app', client_assertion: 'jwt' },
    { client_id: 'app\n' },
    { client_id: 'café' },
    { client_id: 'x'.repeat(513) },
    { client_id: 'app', client_secret: 'x'.repeat(513) },
    { client_id: 'app', client_secret: 'sécret' },
  ])('in the body is an id and a secret, or invalid_client: %j', (params) => {
    expect(refusal(undefined, params)).toMatchObject({ code: 'invalid_client', status: 401 });
  });

  it('is never repeated in an error', () => {
    for (const error of [
      refusal(basic('app:hunter2%')),
      refusal(undefined, { client_id: 'a', client_secret: 'hunter2é' }),
    ]) {
      expect(JSON.stringify([error.message, error.description, String(error.cause)])).not.toContain('hunter2');
    }
  });
});
