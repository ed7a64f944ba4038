import { Logger } from '@nestjs/common';
import type { DeliveryLane } from './delivery-lane.js';
import type { OutboxStore } from './outbox.store.js';

/** Milliseconds between two looks for what other processes left behind; each process adds up to half of it. */
const INTERVAL_MS = 30_000;
/** Milliseconds between two looks while something is under way: a receiver that hangs keeps no other message waiting. */
const MEANWHILE_MS = 5_000;

/** A lane, whatever its payloads are. */
export type Lane = Pick<DeliveryLane<unknown>, 'kind' | 'begin' | 'drain' | 'receiverOf' | 'stop'>;

/** Keeps one lane going: when it is woken, when its next message is due, and now and then. */
export class LaneWorker {
  private readonly logger = new Logger(LaneWorker.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  /** While a round was under way. */
  private isWoken = false;
  private isStopping = false;

  constructor(
    private readonly lane: Lane,
    private readonly store: OutboxStore,
  ) {}

  /** Something is due. Returns at once: nobody waits for a delivery, and a new message not for the ones under way. */
  wake(): void {
    if (this.isStopping) return;
    clearTimeout(this.timer);
    if (this.round === undefined) {
      this.round = this.run().finally(() => (this.round = undefined));
      return;
    }
    this.isWoken = true;
    this.begin();
  }

  /** Begins no further attempt, and waits for those under way. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.lane.stop();
    await this.round;
  }

  private async run(): Promise<void> {
    this.isWoken = false;
    const meanwhile = setInterval(() => this.begin(), MEANWHILE_MS);
    meanwhile.unref();
    try {
      await this.lane.drain();
      const wait = (await this.store.nextDue(this.lane.kind)) ?? INTERVAL_MS;
      this.schedule(this.isWoken ? 0 : Math.min(Math.max(wait, 0), INTERVAL_MS * (1 + Math.random() / 2)));
    } catch (error) {
      // A database that is away comes back; the next round finds the rows.
      this.complain(error);
      this.schedule(INTERVAL_MS);
    } finally {
      clearInterval(meanwhile);
    }
  }

  private begin(): void {
    void this.lane.begin().catch((error: unknown) => this.complain(error));
  }

  private complain(error: unknown): void {
    this.logger.warn(`the outbox could not be read: ${error instanceof Error ? error.name : 'unknown'}`);
  }

  private schedule(delay: number): void {
    if (this.isStopping) return;
    this.timer = setTimeout(() => this.wake(), delay);
    this.timer.unref();
  }
}
