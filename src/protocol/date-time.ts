const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What to say to somebody whose time is none. */
export const DATE_TIME_ADVICE = 'Give a time with its offset, like 2026-11-26T08:00:00Z (RFC 3339).';

/**
 * RFC 3339 §5.6: a moment. The offset must be there: without one it would be a time of wherever the server happens to be.
 * @returns undefined for anything else, also for a day that no month has
 */
export function parseDateTime(text: string): Date | undefined {
  const [, day] = DATE_TIME.exec(text) ?? [];
  return day !== undefined && isDay(day) ? new Date(text) : undefined;
}

/** The same, where a day alone means its beginning in UTC. */
export function parseDayOrDateTime(text: string): Date | undefined {
  return parseDateTime(DATE.test(text) ? `${text}T00:00:00Z` : text);
}

/** `Date` reads the 30th of February as a day of March. */
function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
