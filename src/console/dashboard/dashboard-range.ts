const HOUR_MS = 60 * 60 * 1000;

/** What can be looked at. The present hour or day counts as one, so that a week has seven columns. */
export const RANGES = {
  '24h': { label: '24 hours', before: 'the 24 hours before', interval: 'hour', reach: 23 * HOUR_MS },
  '7d': { label: '7 days', before: 'the 7 days before', interval: 'day', reach: 6 * 24 * HOUR_MS },
  '30d': { label: '30 days', before: 'the 30 days before', interval: 'day', reach: 29 * 24 * HOUR_MS },
  '90d': { label: '90 days', before: 'the 90 days before', interval: 'day', reach: 89 * 24 * HOUR_MS },
} as const;
export type RangeName = keyof typeof RANGES;
export const RANGE_NAMES = Object.keys(RANGES) as RangeName[];

/** The range that the address names; a week otherwise. */
export function rangeOf(asked: unknown): RangeName {
  return RANGE_NAMES.find((name) => name === asked) ?? '7d';
}

/** The range as the API takes it. */
export function apiQuery(range: RangeName, timeZone: string) {
  const { interval, reach } = RANGES[range];
  const now = Date.now();
  return {
    since: new Date(now - reach).toISOString(),
    until: new Date(now).toISOString(),
    interval,
    time_zone: timeZone,
  };
}
