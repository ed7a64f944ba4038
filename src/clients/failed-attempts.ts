const WINDOW_MS = 60_000;
const MAX_FAILURES = 30;
const MAX_KEYS = 1_000;

interface Count {
  failures: number;
  readonly endsAt: number;
}

/**
 * Counts wrong secrets by client id within this process, a minute at a time. It bounds memory, and it never judges a
 * right secret: whoever knows a client id could otherwise lock that client out. A secret has 256 random bits, so what
 * this adds is not protection of the secret but an early answer and a log line that shows the noise.
 */
export class FailedAttempts {
  private readonly counts = new Map<string, Count>();

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Counts one more failure. @returns how many there were beyond the limit, and seconds until the count ends */
  add(key: string): { readonly excess: number; readonly retryAfter: number } {
    const now = this.now();
    const count = this.current(key, now);
    count.failures += 1;
    return { excess: Math.max(0, count.failures - MAX_FAILURES), retryAfter: Math.ceil((count.endsAt - now) / 1000) };
  }

  private current(key: string, now: number): Count {
    const known = this.counts.get(key);
    if (known !== undefined && known.endsAt > now) return known;
    const count = { failures: 0, endsAt: now + WINDOW_MS };
    this.counts.delete(key);
    this.counts.set(key, count);
    const [oldest] = this.counts.keys();
    if (this.counts.size > MAX_KEYS && oldest !== undefined) this.counts.delete(oldest);
    return count;
  }
}
