/** How often a terminal is told, at most. Milliseconds. */
const INTERVAL_MS = 100;
const WIDTH = 30;

/** A bar on the terminal for long work of a known size; nothing where nobody watches. */
export class ProgressBar {
  private shownAt = 0;

  /** @param total what `done` is when everything is */
  constructor(private readonly total: number) {}

  show(done: number, text: string): void {
    if (!process.stderr.isTTY || Date.now() - this.shownAt < INTERVAL_MS) return;
    this.shownAt = Date.now();
    process.stderr.write(`\r${bar(this.total === 0 ? 1 : done / this.total)} ${text}\u001B[K`);
  }

  end(): void {
    if (process.stderr.isTTY && this.shownAt > 0) process.stderr.write('\r\u001B[K');
  }
}

/** @param share from 0 to 1 */
function bar(share: number): string {
  const full = Math.floor(Math.min(Math.max(share, 0), 1) * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${Math.floor(share * 100)}%`;
}
