const WINDOW_MS = 60_000;
const MAX_KEYS = 1_000;

interface Count {
  events: number;
  readonly endsAt: number;
}

/** Counts events by key within this process, a minute at a time, in bounded memory. */
export class MinuteCounts {
  private readonly counts = new Map<string, Count>();

  /**
   * @param most how many of one key are usual in a minute
   * @param now monotonic milliseconds
   */
  constructor(
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts one more. @returns how many there were beyond the limit, and seconds until the count ends */
  add(key: string): { readonly excess: number; readonly retryAfter: number } {
    const now = this.now();
    const count = this.current(key, now);
    count.events += 1;
    return { excess: Math.max(0, count.events - this.most), retryAfter: Math.ceil((count.endsAt - now) / 1000) };
  }

  private current(key: string, now: number): Count {
    const known = this.counts.get(key);
    if (known !== undefined && known.endsAt > now) return known;
    const count = { events: 0, endsAt: now + WINDOW_MS };
    this.counts.delete(key);
    this.counts.set(key, count);
    const [oldest] = this.counts.keys();
    if (this.counts.size > MAX_KEYS && oldest !== undefined) this.counts.delete(oldest);
    return count;
  }
}
