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
  it.each(['https://api.example.com', 'https://api.example.com/photos?v=1', 'urn:example:photos'])(
    'may be %s',
    (uri) => {
      expect(identifierFault(uri, ISSUER)).toBeUndefined();
    },
  );

  it.each([
    '',
    'photos',
    '//api.example.com',
    'https://api.example.com/#top',
    'https://a b',
    'x'.repeat(501),
    ISSUER,
    `${ISSUER}/api/v1`,
  ])('is not %s', (uri) => {
    expect(identifierFault(uri, ISSUER)).toMatch(/\.$/);
  });
});
