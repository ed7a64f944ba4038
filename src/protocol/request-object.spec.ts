import { describe, expect, it } from 'vitest';
import { CLIENT_SIGNING_ALGS } from './jose-algs.js';
import { parseParams } from './params.js';
import { checkRequestObject, hasRequestObject, mergeRequestObject, requestObjectAlgs } from './request-object.js';

const now = new Date(Date.UTC(2026, 0, 1));
const seconds = now.getTime() / 1000;
const context = { clientId: 'app', issuer: 'https://login.example', now };

const outer = (query: string) => parseParams(query, { repeatable: ['resource'] });
const check = (claims: Record<string, unknown>, header: Record<string, unknown> = {}) =>
  checkRequestObject({ header, claims }, context);

describe('request objects (OpenID Connect Core §6.1, RFC 9101 §4)', () => {
  it.each<[Record<string, unknown>, Record<string, unknown>?]>([
    [{}],
    [{ iss: 'app', aud: 'https://login.example' }],
    [{ aud: ['https://other.example', 'https://login.example'] }],
    [{ exp: seconds + 1, nbf: seconds, iat: seconds }],
    [{ nbf: seconds + 60 }],
    [{}, { typ: 'JWT' }],
    [{}, { typ: 'jwt' }],
    [{}, { typ: 'oauth-authz-req+jwt' }],
    [{}, { typ: 'application/oauth-authz-req+jwt' }],
  ])('%j with header %j will do', (claims, header) => {
    expect(() => check(claims, header)).not.toThrow();
  });

  it.each<[Record<string, unknown>, Record<string, unknown>?]>([
    [{ iss: 'other' }],
    [{ iss: ['app'] }],
    [{ aud: 'https://login.example/' }],
    [{ aud: [] }],
    [{ aud: null }],
    [{ exp: seconds }],
    [{ exp: 'soon' }],
    [{ nbf: seconds + 61 }],
    [{ iat: '1' }],
    [{ request: '' }],
    [{ request_uri: 'https://app.example/jar' }],
    [{}, { typ: 'at+jwt' }],
    [{}, { typ: 'dpop+jwt' }],
    [{}, { typ: ['JWT'] }],
    [{}, { typ: '' }],
    [{}, { crit: [] }],
  ])('%j with header %j will not', (claims, header) => {
    expect(() => check(claims, header)).toThrow(expect.objectContaining({ code: 'invalid_request_object' }));
  });

  it('are signed with what the client registered, or anything that no secret makes', () => {
    expect(requestObjectAlgs({})).toEqual(CLIENT_SIGNING_ALGS);
    expect(requestObjectAlgs({ request_object_signing_alg: 'PS256' })).toEqual(['PS256']);
  });

  it('come in the request or by reference', () => {
    expect(['request=x', 'request_uri=x', 'state=x'].map((query) => hasRequestObject(outer(query).values))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

const resourceIn = (resource: unknown) => mergeRequestObject(outer('scope=openid'), { resource }).lists['resource'];

describe('a request with an object', () => {
  it('is both, and the object wins (OpenID Connect Core §6.1)', () => {
    const request = outer('client_id=app&scope=openid+email&state=a&nonce=n&request=x&resource=https://api.example');
    expect(mergeRequestObject(request, { state: 'b', max_age: 60, claims: { userinfo: {} }, nonce: '' })).toEqual({
      values: {
        client_id: 'app',
        scope: 'openid email',
        state: 'b',
        nonce: 'n',
        max_age: '60',
        claims: '{"userinfo":{}}',
      },
      lists: { resource: ['https://api.example'] },
    });
  });

  it('is the object alone without openid outside (RFC 9101 §6.3)', () => {
    const request = outer('client_id=app&scope=email&state=a&request=x&resource=https://api.example');
    expect(mergeRequestObject(request, { scope: 'openid' })).toEqual({
      values: { client_id: 'app', scope: 'openid' },
      lists: {},
    });
  });

  it('names one resource or several (RFC 8707 §2)', () => {
    expect([resourceIn('a'), resourceIn(['a', 'b'])]).toEqual([['a'], ['a', 'b']]);
    expect(() => resourceIn([1])).toThrow(/resource/);
  });

  it.each([{ client_id: 'other' }, { response_type: 'token' }])('cannot say two things: %j', (claims) => {
    const request = outer('client_id=app&response_type=code&scope=openid');
    expect(() => mergeRequestObject(request, claims)).toThrow(
      expect.objectContaining({ code: 'invalid_request_object' }),
    );
  });

  it('takes nothing from members that are no parameters, nor from a prototype', () => {
    const claims = { sub: 'x', request: 'x', toString: 'x', ...JSON.parse('{"__proto__":{"state":"x"}}') } as object;
    const { values } = mergeRequestObject(outer('client_id=app'), claims as Record<string, unknown>);
    expect(values).toEqual({ client_id: 'app' });
  });
});
