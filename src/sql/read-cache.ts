/** How long a value may be served without asking the database again, in milliseconds. */
const MAX_AGE_MS = 1_000;
const MAX_ENTRIES = 1_000;

interface Entry<V> {
  readonly value: V;
  /** When the read began, so that the age bounds how old the answer is, not how long ago it arrived. */
  readonly readAt: number;
}

/**
 * Keeps what was read for at most a second, so that a busy client costs one read a second and not one a request.
 * Concurrent reads of one key are one read. What does not exist is not kept: it may exist a moment later, and
 * made-up keys must not push real ones out. See docs/adr: a change in another process is seen within a second.
 */
export class ReadCache<V extends object> {
  private readonly entries = new Map<string, Entry<V>>();
  private readonly reads = new Map<string, Promise<V | undefined>>();

  /** @param now monotonic milliseconds: a clock that is set back must not make a value live longer */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The kept value, or what `read` finds. A failed read is not kept. */
  async get(key: string, read: () => Promise<V | undefined>): Promise<V | undefined> {
    const entry = this.entries.get(key);
    if (entry !== undefined && this.now() - entry.readAt < MAX_AGE_MS) return entry.value;
    return this.reads.get(key) ?? this.startRead(key, read);
  }

  /** Forgets the key. A read that is under way still answers those who wait for it, but is not kept. */
  forget(key: string): void {
    this.entries.delete(key);
    this.reads.delete(key);
  }

  /** Forgets every key, likewise. */
  clear(): void {
    this.entries.clear();
    this.reads.clear();
  }

  private startRead(key: string, read: () => Promise<V | undefined>): Promise<V | undefined> {
    const readAt = this.now();
    const reading: Promise<V | undefined> = read()
      .then((value) => {
        if (this.reads.get(key) === reading) this.keep(key, value, readAt);
        return value;
      })
      .finally(() => {
        if (this.reads.get(key) === reading) this.reads.delete(key);
      });
    this.reads.set(key, reading);
    return reading;
  }

  private keep(key: string, value: V | undefined, readAt: number): void {
    this.entries.delete(key);
    if (value === undefined) return;
    this.entries.set(key, { value, readAt });
    const [oldest] = this.entries.keys();
    if (this.entries.size > MAX_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
  }
}
