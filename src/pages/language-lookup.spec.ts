import { describe, expect, it } from 'vitest';
import { lookupLanguage } from './language-lookup.js';

const SUPPORTED = ['en', 'de', 'fr', 'zh-Hant'];

describe('RFC 4647 §3.4 lookup of a language', () => {
  it.each<[string[], string | undefined]>([
    [['de'], 'de'],
    [['DE'], 'de'],
    [['de-AT'], 'de'],
    [['de-Latn-AT-x-private'], 'de'],
    [['zh-hant-tw'], 'zh-Hant'],
    [['zh-Hant-x-y-z'], 'zh-Hant'],
    [['zh'], undefined],
    [['es', 'fr-CA', 'de'], 'fr'],
    [['de-AT', 'en'], 'de'],
    [['d'], undefined],
    [['x-de'], undefined],
    [['de_DE'], undefined],
    [['*'], undefined],
    [['', '-', '--de'], undefined],
    [['constructor', '__proto__'], undefined],
    [[], undefined],
  ])('finds for %j the language %j', (wishes, language) => {
    expect(lookupLanguage(wishes, SUPPORTED)).toBe(language);
  });
});
