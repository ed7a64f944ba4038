import { describe, expect, it } from 'vitest';
import { parsePrompt } from './prompt.js';

describe('prompt', () => {
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    ['none', ['none']],
    ['login', ['login']],
    ['login consent', ['login', 'consent']],
    ['consent select_account', ['consent', 'select_account']],
    ['login login', ['login']],
    ['create', ['create']],
  ])('%j asks for %j (OpenID Connect Core §3.1.2.1)', (text, expected) => {
    expect([...parsePrompt(text)]).toEqual(expected);
  });

  it.each(['none login', 'login none', 'consent none select_account'])(
    '%j is refused: none stands alone (OpenID Connect Core §3.1.2.1)',
    (text) => {
      expect(() => parsePrompt(text)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
    },
  );

  it.each(['LOGIN', 'silent', 'login,consent', ' login', 'login  consent', '__proto__', 'login\tconsent'])(
    '%j is refused: it is no list of known values',
    (text) => {
      expect(() => parsePrompt(text)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
    },
  );
});
