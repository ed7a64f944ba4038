import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { type Deliver, DeliveryLane } from './delivery-lane.js';
import { OutboxStore } from './outbox.store.js';

/** A lane, whatever its payloads are. */
type Lane = Pick<DeliveryLane<unknown>, 'drain' | 'stop'>;

/** The kinds of messages that this process delivers. It leaves alone what it has no lane for. */
@Injectable()
export class OutboxDelivery {
  private readonly lanes = new Map<string, Lane>();

  constructor(
    private readonly store: OutboxStore,
    private readonly settings: Settings,
  ) {}

  handle<T>(kind: string, deliver: Deliver<T>): void {
    if (this.lanes.has(kind)) throw new Error(`the outbox delivers '${kind}' already`);
    this.lanes.set(kind, new DeliveryLane(kind, deliver, this.store, this.settings));
  }

  get kinds(): readonly string[] {
    return [...this.lanes.keys()];
  }

  /** Tries what is due in every lane, until nothing is. @returns how many messages arrived */
  async drain(): Promise<number> {
    const arrived = await this.inAllLanes((lane) => lane.drain());
    return arrived.reduce((sum, count) => sum + count, 0);
  }

  /** Begins no further attempt, and waits for those under way. */
  async stop(): Promise<void> {
    await this.inAllLanes((lane) => lane.stop());
  }

  private inAllLanes<T>(work: (lane: Lane) => Promise<T>): Promise<T[]> {
    return Promise.all([...this.lanes.values()].map(work));
  }
}
