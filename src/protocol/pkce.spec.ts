import { describe, expect, it } from 'vitest';
import { challengeOf, isCodeChallenge, isCodeVerifier } from './pkce.js';

describe('PKCE', () => {
  it('has the challenge of RFC 7636 appendix B', () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    expect(challengeOf(verifier)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    expect(isCodeVerifier(verifier)).toBe(true);
    expect(isCodeChallenge(challengeOf(verifier))).toBe(true);
  });

  it.each(['a'.repeat(43), 'a'.repeat(128), `${'-._~'.repeat(20)}09AZaz`])(
    'has a verifier of 43 to 128 unreserved characters: %s (RFC 7636 §4.1)',
    (text) => expect(isCodeVerifier(text)).toBe(true),
  );

  it.each(['', 'a'.repeat(42), 'a'.repeat(129), `${'a'.repeat(43)}\n`, `\n${'a'.repeat(43)}`, `${'a'.repeat(42)} `])(
    'has no verifier like %j',
    (text) => expect(isCodeVerifier(text)).toBe(false),
  );

  it.each(['+', '/', '=', '%', '!', 'é', '\0'])('has no verifier with %j', (character) => {
    expect(isCodeVerifier(`${'a'.repeat(50)}${character}`)).toBe(false);
  });

  it.each([
    '',
    'short',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(42)}=`,
    `${'a'.repeat(42)}.`,
    `${'a'.repeat(43)}\n`,
  ])('has no S256 challenge like %j (RFC 7636 §4.2, attack A11)', (text) => expect(isCodeChallenge(text)).toBe(false));
});
