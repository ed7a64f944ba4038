import { describe, expect, it } from 'vitest';
import { OAuthError } from './oauth-error.js';
import { claimsOf, narrowScope, parseScope, SCOPE_NAMES, SCOPES } from './scope.js';

const invalidScope = expect.objectContaining({ code: 'invalid_scope', status: 400 }) as OAuthError;

const many = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`).join(' ');

describe('scope', () => {
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    ['profile', ['profile']],
    ['profile email', ['profile', 'email']],
    ['email profile email', ['email', 'profile']],
    [' profile  email ', ['profile', 'email']],
    ['urn:example:read!#[]~', ['urn:example:read!#[]~']],
    ['Profile', ['Profile']],
  ])('%j is the list %j (RFC 6749 §3.3)', (text, expected) => {
    expect(parseScope(text)).toEqual(expected);
  });

  it.each(['profile\temail', 'profile\nemail', 'a"b', 'a\\b', 'é', 'a\0b', 'a\u00a0b'])(
    '%j holds a character that a scope cannot have (RFC 6749 §3.3)',
    (text) => {
      expect(() => parseScope(text)).toThrow(invalidScope);
    },
  );

  it('has at most 50 values and 1000 characters', () => {
    expect(parseScope(many(50))).toHaveLength(50);
    expect(() => parseScope(many(51))).toThrow(invalidScope);
    expect(parseScope('x'.repeat(1_000))).toHaveLength(1);
    expect(() => parseScope('x'.repeat(1_001))).toThrow(invalidScope);
  });

  it('with a million values is refused in no time (attack R19)', () => {
    const huge = 'a b '.repeat(500_000);
    const start = performance.now();
    expect(() => parseScope(huge)).toThrow(invalidScope);
    expect(performance.now() - start).toBeLessThan(20);
  });

  it('of a refresh is that of the grant, or part of it, never more (RFC 6749 §6)', () => {
    const granted = ['profile', 'email'];
    expect(narrowScope([], granted)).toEqual(granted);
    expect(narrowScope(['email'], granted)).toEqual(['email']);
    expect(narrowScope(['email', 'profile'], granted)).toEqual(['email', 'profile']);
    expect(() => narrowScope(['email', 'phone'], granted)).toThrow(invalidScope);
    expect(() => narrowScope(['PROFILE'], granted)).toThrow(invalidScope);
    expect(() => narrowScope(['profile'], [])).toThrow(invalidScope);
  });

  it('opens the claims of OpenID Connect Core §5.4, and nothing by itself', () => {
    expect([...claimsOf(['email'])]).toEqual(['email', 'email_verified']);
    expect([...claimsOf(['phone', 'offline_access'])]).toEqual(['phone_number', 'phone_number_verified']);
    expect([...claimsOf(['address'])]).toEqual(['address']);
    expect([...claimsOf(['profile'])].toSorted((a, b) => a.localeCompare(b)).join(' ')).toBe(
      'birthdate family_name gender given_name locale middle_name name nickname picture preferred_username profile updated_at website zoneinfo',
    );
    expect([...claimsOf([])]).toEqual([]);
    expect([...claimsOf(['unknown', 'toString'])]).toEqual([]);
  });

  it('opens each claim by one scope alone', () => {
    const claims = SCOPES.flatMap((scope) => scope.claims);
    expect(new Set(claims).size).toBe(claims.length);
    expect(new Set(SCOPE_NAMES).size).toBe(SCOPES.length);
  });
});
