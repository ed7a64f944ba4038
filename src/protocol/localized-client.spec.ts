import { describe, expect, it } from 'vitest';
import { localizedMember, localizedNames } from './localized-client.js';

const LOCALIZED = {
  localized: {
    'client_name#de': 'Fotos',
    'client_name#de-CH': 'Föteli',
    'client_name#zh-Hant': '照片',
    'policy_uri#de': 'https://app.example/de',
  },
};

describe('OpenID Connect Registration §2.1 languages of a client', () => {
  it.each([
    ['de', 'Fotos'],
    ['DE', 'Fotos'],
    ['de-ch', 'Föteli'],
    ['de-CH-1996', 'Föteli'],
    ['de-AT', 'Fotos'],
    ['zh-Hant-TW', '照片'],
    ['zh', undefined],
    ['d', undefined],
    ['en', undefined],
    ['', undefined],
  ])('%s finds %s (RFC 4647 §3.4)', (locale, name) => {
    expect(localizedMember(LOCALIZED, 'client_name', locale)).toBe(name);
  });

  it('are looked up member by member', () => {
    expect(localizedMember(LOCALIZED, 'policy_uri', 'de')).toBe('https://app.example/de');
    expect(localizedMember(LOCALIZED, 'tos_uri', 'de')).toBeUndefined();
    expect(localizedMember({}, 'client_name', 'de')).toBeUndefined();
  });

  it('are part of what an app looks like as far as they are names', () => {
    expect(Object.keys(localizedNames(LOCALIZED) ?? {})).toEqual([
      'client_name#de',
      'client_name#de-CH',
      'client_name#zh-Hant',
    ]);
    expect(localizedNames({ localized: { 'policy_uri#de': 'https://app.example/de' } })).toBeUndefined();
  });
});
