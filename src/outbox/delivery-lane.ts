import { Logger } from '@nestjs/common';
import PQueue from 'p-queue';
import type { Settings } from '../config/settings.js';
import { open } from '../crypto/seal.js';
import { retryDelay } from './backoff.js';
import type { JsonObject } from './json.js';
import { OutboxGiveUp } from './outbox-give-up.js';
import { OutboxRetry } from './outbox-retry.js';
import type { ClaimedMessage, OutboxStore, WaitingMessage } from './outbox.store.js';
import { payloadContext } from './payload-context.js';

/** Messages of one kind tried at once by this process; as many as src/outbound sends to one host. */
const CONCURRENCY = 8;

/**
 * Brings one message to its receiver. It resolves when the message has arrived, and ends by itself well within a minute.
 * @param payload as its kind's owner kept it: only that one writes messages of the kind
 * @param attempt from 1
 * @param id the same for every attempt, for receivers that want to recognise a repeat
 * @throws OutboxGiveUp when no repeat can help; anything else is tried again
 */
export type Deliver<T = JsonObject> = (payload: T, attempt: number, id: string) => Promise<void>;

/**
 * Tries the messages of one kind, and decides what becomes of those that fail. Each kind has a lane of its own, so that
 * apps that hang do not hold up mails.
 */
export class DeliveryLane<T> {
  private readonly logger = new Logger(DeliveryLane.name);
  private readonly queue = new PQueue({ concurrency: CONCURRENCY });
  /** One round at a time, so that whoever asks for a round also waits for what an earlier one has taken. */
  private round: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    readonly kind: string,
    private readonly deliver: Deliver<T>,
    private readonly store: OutboxStore,
    private readonly settings: Settings,
  ) {}

  /** Tries what is due, until nothing is. @returns how many messages arrived */
  drain(): Promise<number> {
    const round = this.round.then(() => this.deliverDue());
    this.round = round.catch(() => undefined);
    return round;
  }

  /** Begins no further attempt, and waits for those under way. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.round;
  }

  private async deliverDue(): Promise<number> {
    let arrived = 0;
    for (;;) {
      const due = this.isStopping ? [] : await this.store.due(this.kind);
      if (due.length === 0) return arrived;
      const outcomes = await Promise.allSettled(due.map((message) => this.queue.add(() => this.tryOne(message))));
      arrived += outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
      const failure = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failure !== undefined) throw failure.reason;
    }
  }

  private async tryOne(waiting: WaitingMessage): Promise<boolean> {
    const message = this.isStopping ? undefined : await this.store.claim(waiting);
    if (message === undefined) return false;
    try {
      await this.deliver(this.opened(message), message.attempt, message.id);
    } catch (error) {
      await this.failed(message, error);
      return false;
    }
    await this.store.remove(message);
    return true;
  }

  private opened({ id, payload }: ClaimedMessage): T {
    try {
      const context = payloadContext(this.kind, id);
      return JSON.parse(open(this.settings.secretKeys, context, payload).toString()) as T;
    } catch (cause) {
      throw new OutboxGiveUp('the message cannot be opened: was a SECRET_KEY taken away?', { cause });
    }
  }

  private async failed(message: ClaimedMessage, error: unknown): Promise<void> {
    const reason = reasonOf(error);
    const delay = error instanceof OutboxGiveUp ? undefined : retryDelay(message.attempt, Math.random());
    const outcome = delay === undefined ? 'given up' : 'to be tried again';
    this.logger.warn(`${this.kind} ${message.id}: attempt ${message.attempt} failed, ${outcome}: ${reason}`);
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
