import { createInstance } from 'i18next';
import { readFileSync } from 'node:fs';
import { currentLanguage, DEFAULT_LANGUAGE, LANGUAGES } from './reader.js';

export { inLocale } from './reader.js';

const texts = createInstance();
void texts.init({
  lng: DEFAULT_LANGUAGE,
  // What a language does not say yet is said in English.
  fallbackLng: DEFAULT_LANGUAGE,
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: fileOf(language) }])),
  // Templates escape what they print; escaping here too would show `&amp;` to people.
  interpolation: { escapeValue: false },
  initAsync: false,
});

function fileOf(language: string): object {
  return JSON.parse(readFileSync(new URL(`./locales/${language}.json`, import.meta.url), 'utf8')) as object;
}

/**
 * The text of a key in src/pages/locales, with `{{name}}` filled in, in the language of whoever reads it
 * (src/pages/reader.ts).
 * @throws Error for a key that does not exist
 */
export function text(key: string, values: Readonly<Record<string, unknown>> = {}): string {
  const options = { ...values, lng: currentLanguage() };
  if (!texts.exists(key, options)) throw new Error(`no text '${key}' in src/pages/locales/${DEFAULT_LANGUAGE}.json`);
  return texts.t(key, options);
}

/** Whether there is a text of this key. */
export function hasText(key: string): boolean {
  return texts.exists(key);
}

/** The sentences of a key that holds a list of them. @throws Error for a key that does not exist */
export function textList(key: string): readonly string[] {
  const options = { lng: currentLanguage(), returnObjects: true };
  const list: unknown = texts.exists(key) ? texts.t(key, options) : undefined;
  if (!Array.isArray(list)) throw new Error(`no list of texts '${key}' in src/pages/locales/${DEFAULT_LANGUAGE}.json`);
  return list as string[];
}
