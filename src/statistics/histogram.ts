/** Upper bounds of the buckets in milliseconds; what took longer is in one more. */
export const BOUNDS = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000] as const;
const BEYOND = 'more';

/** The bucket of a duration in milliseconds: its upper bound as text. */
export function bucketOf(milliseconds: number): string {
  return String(BOUNDS.find((bound) => milliseconds <= bound) ?? BEYOND);
}

/**
 * The duration that this share of the requests did not exceed: the place within its bucket is estimated as if all of the
 * bucket's requests were spread evenly, as Prometheus does.
 * @param counts requests by bucket, see `bucketOf`
 * @param share between 0 and 1
 * @returns milliseconds, or null without a request; the last bound for what took longer
 */
export function quantile(counts: ReadonlyMap<string, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let [lower, before] = [0, 0];
  for (const bound of BOUNDS) {
    const count = counts.get(String(bound)) ?? 0;
    if (count > 0 && before + count >= share * total) {
      return rounded(lower + ((bound - lower) * (share * total - before)) / count);
    }
    before += count;
    lower = bound;
  }
  return lower;
}

function rounded(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}
