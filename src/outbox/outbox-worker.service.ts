import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LaneWorker } from './lane-worker.js';
import { OutboxDelivery } from './outbox-delivery.service.js';
import { OutboxStore } from './outbox.store.js';

/**
 * Delivers in the background, in every process of the server: at once what this process enqueued, in time what failed,
 * and now and then what another one left when it stopped. Each lane goes on by itself.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly workers = new Map<string, LaneWorker>();
  /** Not before the start, when every owner of a kind has said how it is delivered. */
  private isRunning = false;

  constructor(
    private readonly delivery: OutboxDelivery,
    private readonly store: OutboxStore,
  ) {}

  onApplicationBootstrap(): void {
    this.isRunning = true;
    for (const { kind } of this.delivery.lanes) this.wake(kind);
  }

  async onModuleDestroy(): Promise<void> {
    this.isRunning = false;
    await Promise.all([...this.workers.values()].map((worker) => worker.stop()));
  }

  /** A message of this kind is due. Returns at once: nobody waits for a delivery. */
  wake(kind: string): void {
    if (this.isRunning) this.workerOf(kind)?.wake();
  }

  private workerOf(kind: string): LaneWorker | undefined {
    const known = this.workers.get(kind);
    const lane = this.delivery.lane(kind);
    if (known !== undefined || lane === undefined) return known;
    const worker = new LaneWorker(lane, this.store);
    this.workers.set(kind, worker);
    return worker;
  }
}
