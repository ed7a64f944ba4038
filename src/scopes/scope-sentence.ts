import { lookupLanguage } from '../pages/language-lookup.js';
import { currentLanguage, DEFAULT_LANGUAGE } from '../pages/reader.js';
import type { DefinedScope } from '../protocol/custom-scope.js';

/** What people are asked, in their language (RFC 4647 §3.4), or in English. */
export function scopeSentence({ name, descriptions }: Pick<DefinedScope, 'name' | 'descriptions'>): string {
  const language = lookupLanguage([currentLanguage()], Object.keys(descriptions)) ?? DEFAULT_LANGUAGE;
  return descriptions[language] ?? name;
}
