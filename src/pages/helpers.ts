import type { HelperDeclareSpec, HelperOptions } from 'handlebars';
import { text } from './texts.js';

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** The helpers of every template. */
export const HELPERS: HelperDeclareSpec = {
  /** `{{t 'login.title' app=clientName}}`: a text of src/pages/locales. */
  t: (key: string, { hash }: HelperOptions) => text(key, hash as Record<string, unknown>),
  /** `{{time date}}`: "23 Nov 2026, 21:10 UTC"; a script turns it into the reader's own zone. */
  time: (date: Date) => `${DATE.format(date)} UTC`,
  /** `{{iso date}}`: for the `datetime` attribute. */
  iso: (date: Date) => date.toISOString(),
  eq: (a: unknown, b: unknown) => a === b,
  or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  not: (value: unknown) => !value,
  /** `{{field form.values 'email'}}`: a member that may be missing; empty then. */
  field: (values: Record<string, string>, name: string) => (Object.hasOwn(values, name) ? values[name] : ''),
  /** The first letter of a name, for apps and people without a picture. */
  initial: (name: string) => [...name.trim()][0]?.toUpperCase() ?? '?',
  /** A list of strings as one, for attributes. */
  join: (list: readonly string[], separator: string) => list.join(typeof separator === 'string' ? separator : ' '),
};
