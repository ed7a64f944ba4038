import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LANGUAGE, LANGUAGES } from './reader.js';

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

/** Key → text; the sentences of a list by their number. */
type Texts = ReadonlyMap<string, string>;

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

const textsOf = (language: string): Texts =>
  new Map(leaves(JSON.parse(readFileSync(join(import.meta.dirname, `locales/${language}.json`), 'utf8')) as Tree, []));
const english = textsOf(DEFAULT_LANGUAGE);

describe.each(LANGUAGES)('the texts of %s', (language) => {
  const texts = textsOf(language);

  it('lack none that the pages have', () => {
    expect([...expectedKeys(language)].filter((key) => !texts.has(key))).toEqual([]);
  });

  it('have none that no page has', () => {
    const expected = expectedKeys(language);
    expect([...texts.keys()].filter((key) => !expected.has(key))).toEqual([]);
  });

  it('are filled in with the same values', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      return !hasValuesOf(text, original, PLURAL.test(key));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('are no empty ones', () => {
    expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('are written from left to right or from right to left', () => {
    expect(['ltr', 'rtl']).toContain(texts.get('language.direction'));
  });
});

describe('texts in other languages', () => {
  it('are other texts', () => {
    for (const language of LANGUAGES.filter((tag) => tag !== DEFAULT_LANGUAGE)) {
      const texts = textsOf(language);
      const same = [...english].filter(([key, text]) => text.split(' ').length > 3 && texts.get(key) === text);
      expect([language, same.map(([key]) => key)]).toEqual([language, []]);
    }
  });
});

/** The English keys, with the plural forms that the language has in place of the English ones. */
function expectedKeys(language: string): ReadonlySet<string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return new Set(
    [...english.keys()].flatMap((key) => {
      if (!/_(?:one|other)$/.test(key) || !english.has(key.replace(PLURAL, '_other'))) return [key];
      return forms.map((form) => key.replace(PLURAL, `_${form}`));
    }),
  );
}

/** `{{count}}` may be said in words: "one minute". */
function hasValuesOf(text: string, original: string, isPlural: boolean): boolean {
  const [own, expected] = [valuesIn(text), valuesIn(original)];
  const isKnown = own.every((name) => expected.includes(name));
  return isKnown && expected.every((name) => own.includes(name) || (isPlural && name === 'count'));
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
}

function leaves(tree: Tree, path: readonly (string | number)[]): [string, string][] {
  if (typeof tree === 'string') return [[path.join('.'), tree]];
  return Object.entries(tree).flatMap(([key, inner]: [string, Tree]) => leaves(inner, [...path, key]));
}
