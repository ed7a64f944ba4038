import { DEFAULT_LANGUAGE } from '../pages/reader.js';

const MAX_LANGUAGES = 50;
const MAX_LENGTH = 200;

/** What is wrong with the sentences of a scope, by language tag; undefined when nothing is. */
export function descriptionsFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'Give sentences by language tag.';
  const entries = Object.entries(value);
  if (!Object.hasOwn(value, DEFAULT_LANGUAGE)) return `Give the sentence in English, as ${DEFAULT_LANGUAGE}.`;
  if (entries.length > MAX_LANGUAGES) return `At most ${MAX_LANGUAGES} languages.`;
  const isFine = entries.every(([tag, sentence]) => isCanonicalTag(tag) && isSentence(sentence));
  return isFine ? undefined : `Language tags like de or pt-BR, each with a line of 1 to ${MAX_LENGTH} characters.`;
}

function isCanonicalTag(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** One line of text without control characters and without what turns the direction of writing. */
function isSentence(value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() !== value) return false;
  return (
    value.length >= 1 && value.length <= MAX_LENGTH && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(value)
  );
}
