export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

export const INTERVALS = ['hour', 'day'] as const;
export type Interval = (typeof INTERVALS)[number];

/** A stretch of time: whole hours, the end excluded. UTC epoch milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is asked for: from when, until when, in steps of what, days of which zone (IANA). */
export interface Asked {
  readonly since: Date;
  readonly until: Date;
  readonly interval: Interval;
  readonly timeZone: string;
}

/**
 * Cuts time into hours, or into the days of a zone: a day of 23 or 25 hours is one of 23 or 25 hours. Counted is by the
 * hour of UTC, so where a zone is half an hour off, an hour belongs to the day that it begins in.
 * @returns at least one, without gaps, the first with `since` in it and the last with the moment before `until`
 */
export function bucketsOf({ since, until, interval, timeZone }: Asked): readonly Span[] {
  const [first, last] = [floorHour(since.getTime()), floorHour(until.getTime() - 1)];
  if (interval === 'hour') return hoursFrom(first, last).map((start) => ({ start, end: start + HOUR_MS }));
  const dayOf = dayReader(timeZone);
  const isSameDay = (hour: number, day: string) => dayOf(hour) === day;
  const [firstDay, lastDay] = [dayOf(first), dayOf(last)];
  let [start, end] = [first, last + HOUR_MS];
  while (isSameDay(start - HOUR_MS, firstDay)) start -= HOUR_MS;
  while (isSameDay(end, lastDay)) end += HOUR_MS;
  const starts = hoursFrom(start, end - HOUR_MS).filter(
    (hour, index) => index === 0 || dayOf(hour - HOUR_MS) !== dayOf(hour),
  );
  return starts.map((begin, index) => ({ start: begin, end: starts[index + 1] ?? end }));
}

/** As many buckets of the same kind, ending where these begin. */
export function bucketsBefore(buckets: readonly Span[], { interval, timeZone }: Asked): readonly Span[] {
  const { start = 0 } = buckets[0] ?? {};
  const length = buckets.length * (interval === 'hour' ? HOUR_MS : DAY_MS);
  // Half a day of room for a change of the clocks; the surplus is cut off.
  const since = new Date(start - length - (interval === 'hour' ? 0 : DAY_MS / 2));
  return bucketsOf({ since, until: new Date(start), interval, timeZone }).slice(-buckets.length);
}

/** The whole of several stretches that follow one another. */
export function spanOf(buckets: readonly Span[]): Span {
  return { start: buckets[0]?.start ?? 0, end: buckets.at(-1)?.end ?? 0 };
}

export function floorHour(time: number): number {
  return Math.floor(time / HOUR_MS) * HOUR_MS;
}

function hoursFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(1, (last - first) / HOUR_MS + 1) }, (_none, index) => first + index * HOUR_MS);
}

/** Reads the date of a moment in a zone; each hour is asked for several times and formatted once. */
function dayReader(timeZone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const known = new Map<number, string>();
  return (time) => {
    const day = known.get(time) ?? format.format(time);
    known.set(time, day);
    return day;
  };
}
