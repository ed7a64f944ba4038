import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { type Deliver, DeliveryLane, type KindOptions } from './delivery-lane.js';
import type { JsonObject } from './json.js';
import type { Lane } from './lane-worker.js';
import { OutboxStore } from './outbox.store.js';

/** The kinds of messages that this process delivers. It leaves alone what it has no lane for. */
@Injectable()
export class OutboxDelivery {
  private readonly byKind = new Map<string, Lane>();

  constructor(
    private readonly store: OutboxStore,
    private readonly settings: Settings,
  ) {}

  handle<T>(kind: string, deliver: Deliver<T>, options: KindOptions<T> = {}): void {
    if (this.byKind.has(kind)) throw new Error(`the outbox delivers '${kind}' already`);
    this.byKind.set(kind, new DeliveryLane({ kind, deliver, ...options }, this.store, this.settings));
  }

  get lanes(): readonly Lane[] {
    return [...this.byKind.values()];
  }

  lane(kind: string): Lane | undefined {
    return this.byKind.get(kind);
  }

  /** Who gets a message, as its row keeps it. Null of a kind with one receiver, and where this process has no lane for it. */
  receiverOf(kind: string, payload: JsonObject): string | null {
    return this.byKind.get(kind)?.receiverOf(payload) ?? null;
  }

  /** Tries what is due in every lane, until nothing is. @returns how many messages arrived */
  async drain(): Promise<number> {
    const arrived = await Promise.all(this.lanes.map((lane) => lane.drain()));
    return arrived.reduce((sum, count) => sum + count, 0);
  }
}
