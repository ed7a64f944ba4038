import type { OutboundAnswer } from './outbound-answer.js';

/** Milliseconds. What an answer says of its own age counts between these. */
const MIN_AGE_MS = 60_000;
const DEFAULT_AGE_MS = 5 * 60_000;
const MAX_AGE_MS = 15 * 60_000;
/** A failure is kept too, or every request of a stranger could cause another attempt. */
const FAILURE_AGE_MS = 10_000;
/** At most 64 KiB each. */
const MAX_ENTRIES = 250;

export type CacheMode = 'use' | 'renew' | 'failures';

interface Entry {
  readonly answer: Promise<OutboundAnswer>;
  /** Monotonic milliseconds. */
  readonly until: number;
}

/** Keeps answers for as long as they say, within bounds. Requests for one key at one time are one request. */
export class AnswerCache {
  private readonly entries = new Map<string, Entry>();
  private readonly reads = new Map<string, Promise<OutboundAnswer>>();

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * The kept answer, or failure, or what `fetch` gives. An attempt that is under way is shared in every mode.
   * @param mode `renew`: fetch again even when there is a fresh one. `failures`: keep nothing else.
   */
  async get(key: string, fetch: () => Promise<OutboundAnswer>, mode: CacheMode = 'use'): Promise<OutboundAnswer> {
    const fresh = this.fresh(key);
    if (fresh !== undefined && mode !== 'renew') return fresh.answer;
    return this.reads.get(key) ?? this.read(key, fetch, mode);
  }

  private fresh(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && this.now() < entry.until ? entry : undefined;
  }

  private read(key: string, fetch: () => Promise<OutboundAnswer>, mode: CacheMode): Promise<OutboundAnswer> {
    const answer = fetch();
    this.reads.set(key, answer);
    void answer.then(
      (value) => this.keep(key, answer, ageOf(value, mode)),
      () => this.keep(key, answer, undefined),
    );
    return answer;
  }

  /** @param age undefined for a failure, which does not replace an answer that is still good; 0 for what is not kept */
  private keep(key: string, answer: Promise<OutboundAnswer>, age: number | undefined): void {
    this.reads.delete(key);
    if (age === 0) return;
    if (age === undefined && this.fresh(key) !== undefined) return;
    this.entries.delete(key);
    this.entries.set(key, { answer, until: this.now() + (age ?? FAILURE_AGE_MS) });
    const [oldest] = this.entries.keys();
    if (this.entries.size > MAX_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
  }
}

/** RFC 9111 §5.2.2: `max-age` in seconds; whoever wants nothing kept gets the least that protects them from us. */
function ageOf({ status, cacheControl }: OutboundAnswer, mode: CacheMode): number | undefined {
  if (status !== 200) return undefined;
  if (mode === 'failures') return 0;
  const directives = cacheControl.toLowerCase();
  if (/\bno-(store|cache)\b/.test(directives)) return MIN_AGE_MS;
  const [, seconds] = /\bmax-age="?(\d{1,9})/.exec(directives) ?? [];
  return seconds === undefined ? DEFAULT_AGE_MS : Math.min(Math.max(Number(seconds) * 1000, MIN_AGE_MS), MAX_AGE_MS);
}
