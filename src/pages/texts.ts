import { createInstance } from 'i18next';
import { readFileSync } from 'node:fs';

const DEFAULT_LANGUAGE = 'en';

const english = JSON.parse(
  readFileSync(new URL(`./locales/${DEFAULT_LANGUAGE}.json`, import.meta.url), 'utf8'),
) as object;

const texts = createInstance();
void texts.init({
  lng: DEFAULT_LANGUAGE,
  fallbackLng: DEFAULT_LANGUAGE,
  resources: { [DEFAULT_LANGUAGE]: { translation: english } },
  // Templates escape what they print; escaping here too would show `&amp;` to people.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The text of a key in src/pages/locales, with `{{name}}` filled in. @throws Error for a key that does not exist */
export function text(key: string, values: Readonly<Record<string, unknown>> = {}): string {
  if (!texts.exists(key, values)) throw new Error(`no text '${key}' in src/pages/locales/${DEFAULT_LANGUAGE}.json`);
  return texts.t(key, values);
}

/** Whether there is a text of this key. */
export function hasText(key: string): boolean {
  return texts.exists(key);
}

/** The sentences of a key that holds a list of them. @throws Error for a key that does not exist */
export function textList(key: string): readonly string[] {
  const list: unknown = texts.exists(key) ? texts.t(key, { returnObjects: true }) : undefined;
  if (!Array.isArray(list)) throw new Error(`no list of texts '${key}' in src/pages/locales/${DEFAULT_LANGUAGE}.json`);
  return list as string[];
}
