import { describe, expect, it } from 'vitest';
import type { DefinedScopes } from './custom-scope.js';
import { aim, checkTargets, identifierFault } from './resource-indicator.js';

const ISSUER = 'https://login.example.com';
const NOTHING: DefinedScopes = new Map();
const invalidTarget = expect.objectContaining({ code: 'invalid_target' });

describe('without a scope that an administrator defined', () => {
  it.each([['https://api.example'], ['https://api.example', ISSUER], [`${ISSUER}/api/v1`], ['a'], ['']])(
    'nobody is a resource server but this one: %s',
    (...resources) => {
      expect(() => checkTargets(['profile'], resources, NOTHING, ISSUER)).toThrow(invalidTarget);
      expect(() => aim(['profile'], resources, NOTHING, ISSUER)).toThrow(invalidTarget);
    },
  );

  it.each([[[]], [[ISSUER]]])('a token is for this server: %j', (resources) => {
    expect(() => checkTargets(['profile'], resources, NOTHING, ISSUER)).not.toThrow();
    expect(aim(['profile'], resources, NOTHING, ISSUER)).toEqual({ target: undefined, scopes: ['profile'] });
  });
});

describe('the identifier of a resource server (RFC 8707 §2)', () => {
  it.each([
    'https://api.example.com',
    'https://api.example.com/photos?v=1',
    'urn:example:photos',
    'http://127.0.0.1:5000/x',
  ])('may be %s', (uri) => {
    expect(identifierFault(uri, ISSUER)).toBeUndefined();
  });

  it.each([
    '',
    'photos',
    '//api.example.com',
    'https://api.example.com/#top',
    'https://a b',
    'x'.repeat(501),
    ISSUER,
    `${ISSUER}/api/v1`,
    `${ISSUER}/`,
    `${ISSUER}/API/v1`,
    `${ISSUER}/%61pi/v1`,
    `${ISSUER}/x/../api/v1`,
    `${ISSUER}?x=1`,
    ISSUER.replace('https://', 'https://user@'),
    ISSUER.replace('login', 'LOGIN'),
    'javascript:1',
    'data:x',
    'ftp://api.example.com',
    'http://api.example.com',
  ])('is not %s', (uri) => {
    expect(identifierFault(uri, ISSUER)).toMatch(/\.$/);
  });

  it.each(['http://LOCALHOST:3000/api/v1', 'http://127.0.0.1:3000/api/v1', 'http://[::1]:3000'])(
    'is not another name of a server on this machine: %s',
    (uri) => {
      expect(identifierFault(uri, 'http://localhost:3000')).toMatch(/own addresses/);
    },
  );
});
