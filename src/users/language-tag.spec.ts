import { describe, expect, it } from 'vitest';
import { languageTag } from './language-tag.js';

describe('BCP 47 language tags', () => {
  it.each([
    ['de', 'de'],
    ['DE-at', 'de-AT'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(languageTag(typed)).toBe(kept);
  });

  it.each(['', 'd', 'de_DE', 'de-', '-de', 'english please', '../de', '<b>', `de-x-${'a'.repeat(40)}`])(
    'refuses %j',
    (typed) => {
      expect(languageTag(typed)).toBeUndefined();
    },
  );
});
