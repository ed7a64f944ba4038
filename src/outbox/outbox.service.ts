import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Settings } from '../config/settings.js';
import { seal } from '../crypto/seal.js';
import type { JsonObject } from './json.js';
import type { Deliver, KindOptions } from './delivery-lane.js';
import { OutboxDelivery } from './outbox-delivery.service.js';
import { OutboxWorker } from './outbox-worker.service.js';
import { type NewMessage, OutboxStore } from './outbox.store.js';
import { payloadContext } from './payload-context.js';

/**
 * Messages that must reach another server: kept in the database until they have, tried again with growing waits, at
 * least once. See docs/adr/0039.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly store: OutboxStore,
    private readonly delivery: OutboxDelivery,
    private readonly worker: OutboxWorker,
    private readonly settings: Settings,
  ) {}

  /** Says how messages of a kind are delivered. Called once, by the owner's module when it starts (`onModuleInit`). */
  handle<T>(kind: string, deliver: Deliver<T>, options?: KindOptions<T>): void {
    this.delivery.handle(kind, deliver, options);
  }

  /** Keeps a message; its delivery begins at once, and nobody waits for it. One INSERT. */
  async enqueue(kind: string, payload: JsonObject): Promise<void> {
    await this.enqueueAll(kind, [payload]);
  }

  /** Keeps several messages, all or none. One INSERT. */
  async enqueueAll(kind: string, payloads: readonly JsonObject[]): Promise<void> {
    if (payloads.length === 0) return;
    await this.store.insert(payloads.map((payload) => this.sealed(kind, v7(), payload)));
    this.worker.wake(kind);
  }

  /**
   * Keeps messages whose ids the caller chose, but for those that are kept already: repeating this does no harm. One INSERT.
   * @param messages by id, a UUID
   */
  async enqueueOnce(kind: string, messages: ReadonlyMap<string, JsonObject>): Promise<void> {
    if (messages.size === 0) return;
    await this.store.insertNew([...messages].map(([id, payload]) => this.sealed(kind, id, payload)));
    this.worker.wake(kind);
  }

  /** Tries what is due now and waits for it. @returns how many messages arrived */
  drain(): Promise<number> {
    return this.delivery.drain();
  }

  private sealed(kind: string, id: string, payload: JsonObject): NewMessage {
    const plaintext = Buffer.from(JSON.stringify(payload));
    const receiver = this.delivery.receiverOf(kind, payload);
    return { id, kind, receiver, payload: seal(this.settings.secretKeys, payloadContext(kind, id), plaintext) };
  }
}
