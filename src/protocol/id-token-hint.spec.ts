import { describe, expect, it } from 'vitest';
import { subjectOfHint } from './id-token-hint.js';

const context = { issuer: 'https://login.example', clientId: 'app' };
const payload = { iss: context.issuer, aud: 'app', sub: 'ada', exp: 1 };
const subjectOf = (changes: Record<string, unknown> = {}, header: { typ?: string } = { typ: 'JWT' }) =>
  subjectOfHint({ header, payload: { ...payload, ...changes } }, context);

describe('OpenID Connect Core §3.1.2.1 id_token_hint', () => {
  it('names a user, also when it has expired', () => {
    expect(subjectOf()).toBe('ada');
    expect(subjectOf({ aud: ['other', 'app'], azp: 'app' }, {})).toBe('ada');
  });

  it.each<[Record<string, unknown>, { typ?: string }?]>([
    [{ iss: 'https://other.example' }],
    [{ iss: undefined }],
    [{ aud: 'other' }],
    [{ aud: [] }],
    [{ aud: undefined }],
    [{ azp: 'other' }],
    [{ aud: ['app', 'other'], azp: 'other' }],
    [{ sub: undefined }],
    [{ sub: 5 }],
    [{}, { typ: 'logout+jwt' }],
    [{}, { typ: 'at+jwt' }],
  ])('is none with %j and header %j', (changes, header) => {
    expect(() => subjectOf(changes, header)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });

  it('is none that this server did not sign', () => {
    expect(() => subjectOfHint(undefined, context)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});
