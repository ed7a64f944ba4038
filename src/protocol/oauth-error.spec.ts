import { describe, expect, it } from 'vitest';
import { OAuthError, type OAuthErrorCode } from './oauth-error.js';

describe('OAuthError', () => {
  it.each<[OAuthErrorCode, number]>([
    ['invalid_request', 400],
    ['invalid_grant', 400],
    ['access_denied', 400],
    ['login_required', 400],
    ['invalid_client', 401],
    ['invalid_token', 401],
    ['insufficient_scope', 403],
    ['server_error', 500],
    ['temporarily_unavailable', 503],
  ])('%s has status %i by itself', (code, status) => {
    expect(new OAuthError(code, 'why')).toMatchObject({ code, status, description: 'why', headers: {} });
  });

  it('takes another status and headers, and keeps its cause out of what is sent', () => {
    const cause = new Error('ECONNREFUSED 127.0.0.1:3306');
    const error = new OAuthError('invalid_client', 'slow down', {
      cause,
      status: 429,
      headers: { 'retry-after': '5' },
    });
    expect(error).toMatchObject({ status: 429, headers: { 'retry-after': '5' } });
    expect(error.cause).toBe(cause);
    expect(error.description + error.message).not.toContain('ECONNREFUSED');
  });

  it.each([
    ['say "state"', "say 'state'"],
    ['back\\slash', 'back?slash'],
    ['line\r\nSet-Cookie: a=b', 'line??Set-Cookie: a=b'],
    ['null\0 and café and 😀', 'null? and caf? and ?'],
    ['!#[]~ stays', '!#[]~ stays'],
  ])('describes %j inside the character set of RFC 6749 §5.2', (text, reduced) => {
    const { description } = new OAuthError('invalid_request', text);
    expect(description).toBe(reduced);
    expect(description).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/);
  });
});
