import { describe, expect, it } from 'vitest';
import { emailKey, isEmail, normaliseEmail } from './email-address.js';

describe('e-mail addresses', () => {
  it.each([
    ['Ada@Example.COM', 'Ada@example.com'],
    [' ada@example.com ', 'ada@example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada＠example。com', 'ada@example.com'],
    ["o'neil+tag@mail.example.co.uk", "o'neil+tag@mail.example.co.uk"],
  ])('keeps %s as %s', (typed, kept) => {
    expect(normaliseEmail(typed)).toBe(kept);
    expect(isEmail(kept)).toBe(true);
  });

  it.each([
    'ada',
    '@example.com',
    'ada@',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@example.com@evil.example',
    'ada@@example.com',
    'a da@example.com',
    '.ada@example.com',
    'ada..x@example.com',
    '"ada"@example.com',
    'ada@-example.com',
    'ada@example..com',
    'ada@example.com\r\nbcc:x@evil.example',
    'ada@exa\u0000mple.com',
    'аda@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a'.repeat(64)}.com`,
    `ada@${'abc.'.repeat(70)}com`,
    'ada@example.com/path',
    'ada@example.com:25',
    'ada@xn--a.example%2ecom',
  ])('refuses %j (attack R88)', (typed) => {
    expect(isEmail(normaliseEmail(typed))).toBe(false);
  });

  it('compares addresses without case', () => {
    expect(emailKey('Ada@Example.com')).toBe(emailKey('ada@EXAMPLE.com'));
  });
});
