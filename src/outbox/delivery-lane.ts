import { Logger } from '@nestjs/common';
import type { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { open } from '../crypto/seal.js';
import { retryDelay } from './backoff.js';
import type { JsonObject } from './json.js';
import { OutboxGiveUp } from './outbox-give-up.js';
import { OutboxRetry } from './outbox-retry.js';
import { type ClaimedMessage, DUE_AT_ONCE, type OutboxStore, type WaitingMessage } from './outbox.store.js';
import { payloadContext } from './payload-context.js';
import { Places } from './places.js';
import { ReceiversInHand } from './receivers-in-hand.js';

/** Messages that this process has read and not yet done with. */
const MAX_UNDER_WAY = 1_000;

/**
 * Brings one message to its receiver. It resolves when the message has arrived, and ends by itself well within a minute.
 * @param payload as its kind's owner kept it: only that one writes messages of the kind
 * @param attempt from 1
 * @param id the same for every attempt, for receivers that want to recognise a repeat
 * @throws OutboxGiveUp when no repeat can help; anything else is tried again
 */
export type Deliver<T = JsonObject> = (payload: T, attempt: number, id: string) => Promise<void>;

/** Who gets a message, of kinds that have many receivers: one that is slow must not hold up the others. */
export type ReceiverOf<T = JsonObject> = (payload: T) => string;

/** An attempt that failed. */
export interface Failure {
  /** What the delivery threw. */
  readonly error: unknown;
  /** What of it may be kept. */
  readonly reason: string;
  /** Milliseconds until the next attempt; undefined when there is none. */
  readonly delay: number | undefined;
}

/** Told of an attempt that failed, before the outbox keeps the outcome: after a crash in between there is another attempt. */
export type OnFailure<T = JsonObject> = (payload: T, failure: Failure) => Promise<void>;

export interface KindOptions<T> {
  /** Of a kind whose messages go to many receivers. */
  readonly receiverOf?: ReceiverOf<T>;
  readonly onFailure?: OnFailure<T>;
}

export interface KindOfMessage<T> extends KindOptions<T> {
  readonly kind: string;
  readonly deliver: Deliver<T>;
}

/**
 * Tries the messages of one kind, and decides what becomes of those that fail. Each kind has a lane of its own, so that
 * apps that hang do not hold up mails.
 */
export class DeliveryLane<T> {
  private readonly logger = new Logger(DeliveryLane.name);
  private readonly places: Places;
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly inHand = new ReceiversInHand();
  /** One reading at a time, or two would begin the same message. */
  private reading: Promise<unknown> = Promise.resolve();
  private arrived = 0;
  private isStopping = false;

  constructor(
    private readonly messages: KindOfMessage<T>,
    private readonly store: OutboxStore,
    private readonly settings: Settings,
  ) {
    this.places = new Places(messages.receiverOf === undefined ? 'one receiver' : 'many receivers');
  }

  get kind(): string {
    return this.messages.kind;
  }

  /** Who gets this payload, as its row keeps it. */
  receiverOf(payload: T): string | null {
    const receiver = this.messages.receiverOf?.(payload);
    return receiver === undefined ? null : sha256(receiver).toString('hex');
  }

  /** Begins what is due, and does not wait for it. */
  begin(): Promise<void> {
    const reading = this.reading.then(() => this.readDue());
    this.reading = reading.catch(() => undefined);
    return reading;
  }

  /** Tries what is due, until nothing is, and waits for it. @returns how many messages arrived meanwhile */
  async drain(): Promise<number> {
    const before = this.arrived;
    for (;;) {
      await this.begin();
      if (this.underWay.size === 0) return this.arrived - before;
      const outcomes = await Promise.allSettled(this.underWay.values());
      const failure = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failure !== undefined) throw failure.reason;
    }
  }

  /** Begins no further attempt, and waits for those under way. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.reading;
    await Promise.allSettled(this.underWay.values());
  }

  private async readDue(): Promise<void> {
    while (!this.isStopping && this.underWay.size < MAX_UNDER_WAY) {
      const except = { ids: [...this.underWay.keys()], receivers: this.inHand.passOver() };
      const due = await this.store.due(this.kind, except);
      for (const message of due) if (this.inHand.take(message.receiver)) this.start(message);
      if (due.length < DUE_AT_ONCE) return;
    }
  }

  private start(message: WaitingMessage): void {
    const payload = this.opened(message);
    const receiver = payload instanceof OutboxGiveUp ? undefined : this.messages.receiverOf?.(payload);
    const attempt = this.places
      .run(receiver ?? '', () => this.tryOne(message, payload))
      .finally(() => this.letGo(message));
    // Whoever drains is told; without anybody the row stays as it is, and is found again.
    attempt.catch(() => undefined);
    this.underWay.set(message.id, attempt);
  }

  private letGo({ id, receiver }: WaitingMessage): void {
    this.underWay.delete(id);
    // When the database is away, the next round finds the rest.
    if (this.inHand.letGo(receiver)) void this.begin().catch(() => undefined);
  }

  private async tryOne(waiting: WaitingMessage, payload: T | OutboxGiveUp): Promise<void> {
    const message = this.isStopping ? undefined : await this.store.claim(waiting);
    if (message === undefined) return;
    try {
      if (payload instanceof OutboxGiveUp) throw payload;
      await this.messages.deliver(payload, message.attempt, message.id);
    } catch (error) {
      await this.failed(message, error, payload);
      return;
    }
    await this.store.remove(message);
    this.arrived += 1;
  }

  private opened({ id, payload }: WaitingMessage): T | OutboxGiveUp {
    try {
      const context = payloadContext(this.kind, id);
      return JSON.parse(open(this.settings.secretKeys, context, payload).toString()) as T;
    } catch (cause) {
      return new OutboxGiveUp('the message cannot be opened: was a SECRET_KEY taken away?', { cause });
    }
  }

  private async failed(message: ClaimedMessage, error: unknown, payload: T | OutboxGiveUp): Promise<void> {
    const reason = reasonOf(error);
    const delay = error instanceof OutboxGiveUp ? undefined : retryDelay(message.attempt, Math.random());
    const outcome = delay === undefined ? 'given up' : 'to be tried again';
    this.logger.warn(`${this.kind} ${message.id}: attempt ${message.attempt} failed, ${outcome}: ${reason}`);
    if (!(payload instanceof OutboxGiveUp)) await this.messages.onFailure?.(payload, { error, reason, delay });
    if (delay === undefined) await this.store.bury(message, reason);
    else await this.store.retry(message, delay, reason);
  }
}

/** What may be kept of an error. A library's message can hold anything, an address or a secret: its name says enough. */
function reasonOf(error: unknown): string {
  if (error instanceof OutboxGiveUp || error instanceof OutboxRetry) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
