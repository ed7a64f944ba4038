import type { AccountChoices, Choice } from '../pages/account/account.page.js';
import { currentLanguage, LANGUAGES } from '../pages/reader.js';
import { text } from '../pages/texts.js';
import { COUNTRIES } from '../users/countries.js';
import { countryName } from '../users/postal-address.js';
import { TIME_ZONES } from '../users/time-zone.js';
import type { User } from '../users/user.entity.js';

/** OpenID Connect Core §5.1 defines the first two; "other values MAY be used". */
const GENDERS = ['female', 'male', 'nonbinary'] as const;

const ZONES: readonly Choice[] = TIME_ZONES.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

/** Each language in its own words: whoever looks for one may read no other. */
const LANGUAGE_CHOICES: readonly Choice[] = LANGUAGES.map((tag) => ({ value: tag, label: languageName(tag, tag) }));

/** What the lists of the profile page offer, and what the user chose before, should it not be among it. */
export function profileChoices({ gender, locale, zoneinfo }: User): AccountChoices {
  const genders = GENDERS.map((value) => ({ value, label: text(`gender.${value}`) }));
  return {
    genders: withChosen(genders, gender, (value) => value),
    countries: countries(),
    languages: withChosen(LANGUAGE_CHOICES, locale, (tag) => languageName(tag, currentLanguage())),
    timeZones: withChosen(ZONES, zoneinfo, (zone) => zone),
  };
}

/** What a language is called in a language, as the beginning of a line. */
export function languageName(tag: string, language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)}`;
}

function withChosen(
  choices: readonly Choice[],
  chosen: string | null,
  labelOf: (value: string) => string,
): readonly Choice[] {
  if (chosen === null || choices.some(({ value }) => value === chosen)) return choices;
  return [{ value: chosen, label: labelOf(chosen) }, ...choices];
}

/** In the reader's language and its order. */
function countries(): readonly Choice[] {
  const language = currentLanguage();
  const { compare } = new Intl.Collator(language);
  return COUNTRIES.map((code) => ({ value: code, label: countryName(code, language) })).toSorted((a, b) =>
    compare(a.label, b.label),
  );
}
