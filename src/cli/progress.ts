/** How often a terminal is told, at most. Milliseconds. */
const INTERVAL_MS = 100;

/** A line on the terminal that counts up while long work goes on; nothing where nobody watches. */
export class Progress {
  private shownAt = 0;

  constructor(private readonly what: string) {}

  show(count: number): void {
    if (!process.stderr.isTTY || Date.now() - this.shownAt < INTERVAL_MS) return;
    this.shownAt = Date.now();
    process.stderr.write(`\r${count} ${this.what}`);
  }

  end(): void {
    if (process.stderr.isTTY && this.shownAt > 0) process.stderr.write('\r\u001B[K');
  }
}
