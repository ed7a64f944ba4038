import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-policy.js';

const ADA = { username: 'ada.l', email: 'lovelace@example.com' };

describe('new passwords', () => {
  it.each([
    'correct horse battery',
    'Tr0ub4dor&3x',
    'пароль-для-ады',
    '12 gelbe Enten',
    '🦆🦆🐢🐢🦊🦊🐸🐸',
    'qwzv'.repeat(32),
  ])('accepts %s', (password) => {
    expect(passwordFault(password, ADA)).toBeUndefined();
  });

  it.each([
    ['1234567', 'too_short'],
    ['🦆🐢🦊🐸🦆🐢🦊', 'too_short'],
    ['q'.repeat(64) + 'w'.repeat(65), 'too_long'],
    ['password', 'common'],
    ['PassWord', 'common'],
    ['iloveyou', 'common'],
    ['qwertyuiop', 'common'],
    ['my-ada.l-password', 'personal'],
    ['the LOVELACE of 1815', 'personal'],
    ['lovelace@example.com', 'personal'],
  ])('refuses %s: %s', (password, fault) => {
    expect(passwordFault(password, ADA)).toBe(fault);
  });

  it('lets a very short name stand inside a password', () => {
    expect(passwordFault('a bo in a boat', { username: 'bo' })).toBeUndefined();
  });

  it('refuses a password that is the name itself, however short the rules for parts are', () => {
    expect(passwordFault('abcdefghij', { username: 'ABCDEFGHIJ' })).toBe('personal');
  });
});
