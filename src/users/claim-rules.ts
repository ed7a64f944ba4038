import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { lintWebUri } from '../protocol/redirect-uri-lint.js';
import { COUNTRIES } from './countries.js';
import { rule } from './form-rules.js';
import { languageTag } from './language-tag.js';
import { textFault, tidyLine, tidyLines } from './personal-text.js';
import { timeZoneName } from './time-zone.js';

/*
 * Validation of the standard claims that people give about themselves (OpenID Connect Core §5.1). Each rule
 * normalises first and checks what it will keep.
 */

const MAX_ADDRESS_LINES = 4;
const MAX_URL_LENGTH = 500;

/** One line that other people read: a name, a town. */
export const Line = (maxLength: number): PropertyDecorator => personalText(tidyLine, maxLength, 1);

/** The street of an address: a few lines. */
export const StreetLines = (maxLength: number): PropertyDecorator =>
  personalText(tidyLines, maxLength, MAX_ADDRESS_LINES);

/** The address of a page on the web; apps make a link of it, so only http and https pass (attack A29). */
export const WebAddress = (): PropertyDecorator =>
  rule(
    'web_address',
    (typed) => typed.trim(),
    (text) => text.length <= MAX_URL_LENGTH && lintWebUri(text) === null,
  );

/** A zone of the IANA database. */
export const TimeZone = (): PropertyDecorator =>
  rule(
    'zoneinfo',
    (typed) => timeZoneName(typed.trim()) ?? '',
    (text) => text !== '',
  );

/** A language tag, in its canonical form after validation. */
export const Language = (): PropertyDecorator =>
  rule(
    'locale',
    (typed) => languageTag(typed.trim()) ?? '',
    (text) => text !== '',
  );

/** A country by its code. */
export const Country = (): PropertyDecorator =>
  rule(
    'country',
    (typed) => typed.trim().toUpperCase(),
    (text) => COUNTRIES.includes(text),
  );

function personalText(tidy: (typed: string) => string, maxLength: number, maxLines: number): PropertyDecorator {
  const transform = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidy(value) : value));
  const validate = ValidateBy({
    name: 'personalText',
    validator: {
      validate: (value) => typeof value === 'string' && textFault(value, maxLength, maxLines) === undefined,
      defaultMessage: (args) => `validation.${faultOf(args?.value, maxLength, maxLines)}`,
    },
  });
  return (target, property) => {
    transform(target, property);
    validate(target, property);
  };
}

function faultOf(value: unknown, maxLength: number, maxLines: number): string {
  return (typeof value === 'string' ? textFault(value, maxLength, maxLines) : undefined) ?? 'invalid';
}
