import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync } from 'node:fs';
import { lookupLanguage } from './language-lookup.js';

/** What texts are written in when nobody wishes for anything; every other language falls back to it. */
export const DEFAULT_LANGUAGE = 'en';

/**
 * The languages that there are texts in: the files of src/pages/locales, read once. Nothing is ever loaded or kept by a
 * name that came with a request (attack R18).
 */
export const LANGUAGES: readonly string[] = readdirSync(new URL('./locales/', import.meta.url))
  .map((file) => file.replace(/\.json$/, ''))
  .toSorted((a, b) => Number(b === DEFAULT_LANGUAGE) - Number(a === DEFAULT_LANGUAGE) || a.localeCompare(b));

/** Whom the texts of this moment are for. The language may become known, or change, while the work goes on. */
export interface Reader {
  /** One of `LANGUAGES`. */
  readonly language: string;
}

const readers = new AsyncLocalStorage<Reader>();

/** Does some work, and whatever it waits for, with texts for this reader. */
export function forReader<T>(reader: Reader, work: () => T): T {
  return readers.run(reader, work);
}

/** The same with the supported language that is nearest to a language tag; English when there is none. */
export function inLocale<T>(locale: string | undefined, work: () => T): T {
  return forReader({ language: nearestLanguage(locale === undefined ? [] : [locale]) ?? DEFAULT_LANGUAGE }, work);
}

/** The language that texts are in right now. */
export function currentLanguage(): string {
  return readers.getStore()?.language ?? DEFAULT_LANGUAGE;
}

/** The first of the wishes that there are texts in (RFC 4647 §3.4). */
export function nearestLanguage(wishes: readonly string[]): string | undefined {
  return lookupLanguage(wishes, LANGUAGES);
}
