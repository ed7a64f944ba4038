import PQueue from 'p-queue';
import { OutboundError } from './outbound-error.js';

const MAX_AT_ONCE = 32;
const MAX_WAITING = 128;
/** So that one host that takes its time cannot take everybody's. */
const MAX_PER_HOST = 8;

/** Bounds how many requests of one purpose run and wait at once. */
export class Slots {
  private readonly queue = new PQueue({ concurrency: MAX_AT_ONCE });
  private readonly perHost = new Map<string, number>();

  /**
   * Runs the work when there is room.
   * @param signal gives up waiting
   * @throws OutboundError `busy`
   */
  async run<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const running = this.perHost.get(host) ?? 0;
    if (running >= MAX_PER_HOST || this.queue.size >= MAX_WAITING) {
      throw new OutboundError('busy', 'too many requests to it were under way at once');
    }
    this.perHost.set(host, running + 1);
    try {
      return await this.queue.add(work, { signal });
    } finally {
      this.leave(host);
    }
  }

  private leave(host: string): void {
    const running = (this.perHost.get(host) ?? 1) - 1;
    if (running > 0) this.perHost.set(host, running);
    else this.perHost.delete(host);
  }
}
