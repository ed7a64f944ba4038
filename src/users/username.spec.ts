import { describe, expect, it } from 'vitest';
import { isUsername, normaliseUsername, usernameKey } from './username.js';

describe('user names', () => {
  it.each([
    'ada',
    'Ada.Lovelace',
    'anna-lena_3',
    'Δημητρα',
    'жанна',
    '山田太郎',
    'さくら花',
    '김철수',
    'ÅngströmX',
    '٣٤٥',
    'a'.repeat(64),
  ])('accepts %s', (name) => {
    expect(isUsername(normaliseUsername(name))).toBe(true);
  });

  it.each([
    ['too short', 'ab'],
    ['too long', 'a'.repeat(65)],
    ['a space inside', 'ada lovelace'],
    ['an at sign: it would look like an e-mail address', 'ada@example.com'],
    ['a full-width at sign, which NFKC turns into one', 'ada＠example.com'],
    ['a leading dot', '.ada'],
    ['a trailing hyphen', 'ada-'],
    ['a zero-width joiner', 'ad\u200da'],
    ['a zero-width space', 'ad\u200ba'],
    ['a right-to-left override', 'ada\u202exe'],
    ['a soft hyphen', 'ad\u00ada'],
    ['a Hangul filler, which is a letter that nobody sees', 'ada\u3164'],
    ['a variation selector', 'ada\ufe0f'],
    ['a control character', 'ada\u0007'],
    ['a null byte', 'ada\u0000'],
    ['a slash', 'ada/../x'],
    ['markup', '<b>ada</b>'],
    ['an emoji', 'ada🙂'],
    ['Latin letters with a Cyrillic а', 'аdmin'],
    ['Latin letters with a Greek ο', 'rοοt'],
    ['a lone surrogate', 'ada\ud800'],
  ])('refuses %s (attack R63)', (_why, name) => {
    expect(isUsername(normaliseUsername(name))).toBe(false);
  });

  it.each([
    ['case', 'Ada', 'ADA'],
    ['sharp s', 'STRASSE', 'straße'],
    ['final sigma', 'ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['full width', 'ａｄａ', 'ada'],
    ['ligatures', 'ﬁnn', 'FINN'],
    ['composed and decomposed letters', 'Zo\u00eb', 'zoe\u0308'],
    ['the Kelvin sign', '\u212aelvin', 'kelvin'],
    ['surrounding spaces', '  ada ', 'ada'],
  ])('compares names without %s', (_what, one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other));
  });

  it('keeps different names apart', () => {
    expect(usernameKey('ada')).not.toBe(usernameKey('adá'));
  });

  it('gives the same key for a key', () => {
    for (const name of ['İstanbul', 'ŉaam', 'ΐota', 'ǰan', 'Straße', 'ﬀ']) {
      expect(usernameKey(usernameKey(name))).toBe(usernameKey(name));
    }
  });
});
