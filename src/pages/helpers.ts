import Handlebars, { type HelperDeclareSpec, type HelperOptions } from 'handlebars';
import { dayText, isoDay, timeText } from './time-text.js';
import { hasText, text, textList } from './texts.js';
import { waitText } from './wait-text.js';

const { escapeExpression, SafeString } = Handlebars;

/** The helpers of every template. */
export const HELPERS: HelperDeclareSpec = {
  /** `{{t 'login.title' app=clientName}}`: a text of src/pages/locales. */
  t: (key: string, { hash }: HelperOptions) => text(key, hash as Record<string, unknown>),
  /** `{{rich 'login.to_app' app=clientName}}`: the same with each value emphasised. */
  rich: (key: string, { hash }: HelperOptions) => richText(key, hash as Record<string, unknown>),
  /** A text that is a list of sentences. */
  texts: (key: string) => textList(key),
  hasText: (key: string) => hasText(key),
  /** `{{wait 'error.retry' seconds}}`: how long to wait, in the unit that a person would use. */
  wait: (key: string, seconds: number) => waitText(key, seconds),
  /** `{{time date}}`: "23 Nov 2026, 21:10 UTC" in the zone that the viewer chose; else a script uses the browser's. */
  time: (date: Date, options: HelperOptions) => timeText(date, zoneOf(options)),
  /** `{{iso date}}`: for the `datetime` attribute. */
  iso: (date: Date) => date.toISOString(),
  /** `{{day date}}`: "23 November 2026", where the hour does not matter. */
  day: (date: Date, options: HelperOptions) => dayText(date, zoneOf(options)),
  isoDay: (date: Date, options: HelperOptions) => isoDay(date, zoneOf(options)),
  eq: (a: unknown, b: unknown) => a === b,
  or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  and: (a: unknown, b: unknown) => Boolean(a) && Boolean(b),
  /** Whether a list or a record has anything in it. */
  hasEntries: (value: object | undefined) => value !== undefined && Object.keys(value).length > 0,
  hasSeveral: (list: readonly unknown[]) => list.length > 1,
  /** `{{concat 'scope.' name '.name'}}`: a key made of parts. */
  concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
  /** `{{field form.values 'email'}}`: a member that may be missing; empty then. */
  field: (values: Record<string, string>, name: string) => (Object.hasOwn(values, name) ? values[name] : ''),
  /** `{{anyField form 'dob' 'phone'}}`: whether one of the fields was filled in or is wrong. */
  anyField: ({ values, errors }: Record<'values' | 'errors', object>, ...names: unknown[]) =>
    names.some((name) => typeof name === 'string' && (Object.hasOwn(values, name) || Object.hasOwn(errors, name))),
  /** The first letter of a name, for apps and people without a picture. */
  initial: (name: string) => firstLetter(name),
};

/** What src/pages/render-page.ts gave every template of the page. */
function zoneOf({ data }: HelperOptions): string | undefined {
  return (data as { timeZone?: string } | undefined)?.timeZone;
}

/**
 * A text whose values stand out. `bdi` keeps a name written from right to left from turning the sentence around it.
 * The text itself is ours; what it is filled with is escaped.
 */
function richText(key: string, values: Readonly<Record<string, unknown>>): Handlebars.SafeString {
  const marked = Object.entries(values).map(([name, value]) => [
    name,
    `<strong><bdi>${escapeExpression(String(value))}</bdi></strong>`,
  ]);
  return new SafeString(text(key, Object.fromEntries(marked) as Record<string, unknown>));
}

function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter('en').segment(name.trim());
  return first?.segment.toUpperCase() ?? '?';
}
