import { describe, expect, it } from 'vitest';
import {
  checkAuthenticationClass,
  claimsAskedFor,
  type ClaimsRequest,
  parseClaimsRequest,
  subjectsAskedFor,
} from './claims-request.js';

const parse = (value: unknown) => parseClaimsRequest(JSON.stringify(value));
const plain = ({ userinfo, idToken }: ClaimsRequest) => ({
  userinfo: Object.fromEntries(userinfo),
  idToken: Object.fromEntries(idToken),
});
/** An object inside an object, so many times. */
const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

describe('OpenID Connect Core §5.5 the claims parameter', () => {
  it('reads how each claim is asked for (§5.5.1)', () => {
    const request = parse({
      userinfo: { nickname: { essential: true }, email: null, picture: {} },
      id_token: { auth_time: { essential: true }, acr: { values: ['a', 'b'] }, sub: { value: 'u1' } },
    });
    expect(plain(request)).toEqual({
      userinfo: { nickname: { isEssential: true }, email: { isEssential: false }, picture: { isEssential: false } },
      idToken: {
        auth_time: { isEssential: true },
        acr: { isEssential: false, values: ['a', 'b'] },
        sub: { isEssential: false, values: ['u1'] },
      },
    });
  });

  it.each([
    [{}],
    [{ userinfo: null }],
    [{ verified_claims: 'whatever' }],
    [{ userinfo: { 'http://example.info/claims/groups': null, constructor: null, 'name#de': null } }],
    [{ userinfo: { __proto__: null } }],
  ])('ignores what it does not know: %j', (value) => {
    expect(plain(parse(value))).toEqual({ userinfo: {}, idToken: {} });
  });

  it('ignores members that it does not know inside a wish', () => {
    expect(plain(parse({ userinfo: { email: { purpose: 'billing' } } })).userinfo).toEqual({
      email: { isEssential: false },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"email"'],
    ['a member that is no object', '{"userinfo":["email"]}'],
    ['a wish that is no object', '{"userinfo":{"email":true}}'],
    ['a wish that is a list', '{"userinfo":{"email":[]}}'],
    ['essential that is no boolean', '{"userinfo":{"email":{"essential":"true"}}}'],
    ['values that are no list', '{"id_token":{"acr":{"values":"a"}}}'],
    ['more levels than anybody needs', JSON.stringify({ userinfo: { email: { value: nested(6) } } })],
    ['more characters than anybody needs', JSON.stringify({ userinfo: { email: { value: 'a'.repeat(4_000) } } })],
    [
      'more claims than there are',
      JSON.stringify({ userinfo: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, null])) }),
    ],
  ])('refuses %s', (_case, text) => {
    expect(() => parseClaimsRequest(text)).toThrowError(expect.objectContaining({ code: 'invalid_request' }));
  });

  it('counts with the scope openid only, but is read in any case', () => {
    expect(claimsAskedFor('{}', ['openid'], ['openid'])).toBeDefined();
    expect(claimsAskedFor('{}', ['email'], ['email'])).toBeUndefined();
    expect(claimsAskedFor(undefined, ['openid'], ['openid'])).toBeUndefined();
    expect(() => claimsAskedFor('{', ['email'], ['email'])).toThrowError('invalid_request');
  });

  it('asks for no claim that none of the client’s scopes opens, and always for what every ID token tells', () => {
    const text = '{"userinfo":{"email":null,"nickname":null},"id_token":{"email":null,"acr":null,"sub":null}}';
    const claims = claimsAskedFor(text, ['openid'], ['openid', 'profile']);
    expect([...(claims?.userinfo.keys() ?? [])]).toEqual(['nickname']);
    expect([...(claims?.idToken.keys() ?? [])]).toEqual(['acr', 'sub']);
  });

  it.each([
    [{ id_token: { sub: { value: 'u1' } } }, ['u1']],
    [{ userinfo: { sub: { value: 'u1' } } }, ['u1']],
    [{ id_token: { sub: { values: ['u1', 'u2'] } } }, ['u1', 'u2']],
    [{ id_token: { sub: { value: 7 } } }, [7]],
    [{ id_token: { sub: { essential: true } } }, undefined],
    [{ id_token: { sub: null } }, undefined],
    [{}, undefined],
  ])('names the user it is about in %j', (value, expected) => {
    expect(subjectsAskedFor(parse(value))).toEqual(expected);
  });
});

describe('OpenID Connect Core §5.5.1.1 acr', () => {
  const known = 'urn:doorward:acr:password';

  it.each([
    ['not asked for', undefined],
    ['voluntary', { values: ['urn:example:silver'] }],
    ['essential without values', { essential: true }],
    ['essential with a value that there is', { essential: true, values: ['urn:example:silver', known] }],
    ['essential with the value', { essential: true, value: known }],
  ])('is met when %s', (_case, acr) => {
    expect(() => checkAuthenticationClass(parse({ id_token: acr === undefined ? {} : { acr } }))).not.toThrow();
  });

  it.each([
    [{ essential: true, value: 'urn:example:silver' }],
    [{ essential: true, values: ['urn:example:silver', known.toUpperCase()] }],
    [{ essential: true, values: [] }],
  ])('is unmet by %j', (acr) => {
    expect(() => checkAuthenticationClass(parse({ id_token: { acr } }))).toThrowError(
      'unmet_authentication_requirements',
    );
  });
});
