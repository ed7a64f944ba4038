import { currentLanguage } from './reader.js';

const TIME = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** Day before month: English is also read where the other order means another day. */
const FORMAT_OF: Readonly<Record<string, string>> = { en: 'en-GB' };

/** A moment in a zone (UTC unless said otherwise), in the language of whoever reads it: "23 Nov 2026, 21:10 UTC". */
export function timeText(at: Date, timeZone?: string): string {
  return formatter(TIME, timeZone).format(at);
}

/** The day of a moment: "23 November 2026". */
export function dayText(at: Date, timeZone?: string): string {
  return formatter({ dateStyle: 'long' }, timeZone).format(at);
}

/** The same day for programs: "2026-11-23". */
export function isoDay(at: Date, timeZone?: string): string {
  // Canada's custom is ISO 8601's.
  return formatter({ dateStyle: 'short' }, timeZone, 'en-CA').format(at);
}

function formatter(
  options: Intl.DateTimeFormatOptions,
  timeZone = 'UTC',
  language = FORMAT_OF[currentLanguage()] ?? currentLanguage(),
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone });
  } catch {
    // Another version of Node knew the zone when it was chosen. A page without it is better than none.
    return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  }
}
