import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OutboxDelivery } from './outbox-delivery.service.js';
import { OutboxStore } from './outbox.store.js';

/** Milliseconds between two looks for what other processes left behind; each process adds up to half of it. */
const INTERVAL_MS = 30_000;

/**
 * Delivers in the background, in every process of the server: at once what this process enqueued, in time what failed,
 * and now and then what another one left when it stopped.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OutboxWorker.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  /** Not before the start, when every owner of a kind has said how it is delivered. */
  private isRunning = false;
  private isWoken = false;

  constructor(
    private readonly delivery: OutboxDelivery,
    private readonly store: OutboxStore,
  ) {}

  onApplicationBootstrap(): void {
    this.isRunning = true;
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.isRunning = false;
    clearTimeout(this.timer);
    await this.delivery.stop();
    await this.round;
  }

  /** Something is due. Returns at once: nobody waits for a delivery. */
  wake(): void {
    if (!this.isRunning || this.isWoken) return;
    this.isWoken = true;
    clearTimeout(this.timer);
    this.round = this.round.then(() => this.run());
  }

  private async run(): Promise<void> {
    this.isWoken = false;
    try {
      await this.delivery.drain();
      const wait = (await this.store.nextDue(this.delivery.kinds)) ?? INTERVAL_MS;
      this.schedule(Math.min(Math.max(wait, 0), INTERVAL_MS * (1 + Math.random() / 2)));
    } catch (error) {
      // A database that is away comes back; the next round finds the rows.
      this.logger.warn(`the outbox could not be read: ${error instanceof Error ? error.name : 'unknown'}`);
      this.schedule(INTERVAL_MS);
    }
  }

  private schedule(delay: number): void {
    if (!this.isRunning || this.isWoken) return;
    this.timer = setTimeout(() => this.wake(), delay);
    this.timer.unref();
  }
}
