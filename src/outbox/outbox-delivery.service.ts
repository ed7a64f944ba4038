import { Injectable, Logger } from '@nestjs/common';
import PQueue from 'p-queue';
import { Settings } from '../config/settings.js';
import { open } from '../crypto/seal.js';
import { retryDelay } from './backoff.js';
import type { JsonObject } from './json.js';
import { OutboxGiveUp } from './outbox-give-up.js';
import { OutboxRetry } from './outbox-retry.js';
import { type ClaimedMessage, OutboxStore } from './outbox.store.js';
import { payloadContext } from './payload-context.js';

/** Messages tried at once by this process: a receiver that hangs holds up one place, not the others' messages. */
const CONCURRENCY = 16;

/**
 * Brings one message to its receiver. It resolves when the message has arrived, and ends by itself well within a minute.
 * @param attempt from 1
 * @param id the same for every attempt, for receivers that want to recognise a repeat
 * @throws OutboxGiveUp when no repeat can help; anything else is tried again
 */
export type Deliver = (payload: JsonObject, attempt: number, id: string) => Promise<void>;

/** Tries the messages that are due, and decides what becomes of those that fail. */
@Injectable()
export class OutboxDelivery {
  private readonly logger = new Logger(OutboxDelivery.name);
  private readonly handlers = new Map<string, Deliver>();
  private readonly queue = new PQueue({ concurrency: CONCURRENCY });
  /** One round at a time, so that whoever asks for a round also waits for what an earlier one has taken. */
  private round: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly store: OutboxStore,
    private readonly settings: Settings,
  ) {}

  handle(kind: string, deliver: Deliver): void {
    if (this.handlers.has(kind)) throw new Error(`the outbox delivers '${kind}' already`);
    this.handlers.set(kind, deliver);
  }

  /** The kinds that this process delivers: it leaves alone what it has no handler for. */
  get kinds(): readonly string[] {
    return [...this.handlers.keys()];
  }

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
      const due = this.isStopping || this.kinds.length === 0 ? [] : await this.store.due(this.kinds);
      if (due.length === 0) return arrived;
      const outcomes = await Promise.allSettled(due.map((message) => this.queue.add(() => this.tryOne(message))));
      arrived += outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
      const failure = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failure !== undefined) throw failure.reason;
    }
  }

  private async tryOne(waiting: Parameters<OutboxStore['claim']>[0]): Promise<boolean> {
    const message = this.isStopping ? undefined : await this.store.claim(waiting);
    if (message === undefined) return false;
    try {
      await this.deliver(message);
    } catch (error) {
      await this.failed(message, error);
      return false;
    }
    await this.store.remove(message);
    return true;
  }

  private async deliver({ id, kind, payload, attempt }: ClaimedMessage): Promise<void> {
    const deliver = this.handlers.get(kind);
    if (deliver === undefined) throw new Error(`nobody delivers '${kind}'`);
    await deliver(this.opened(payload, payloadContext(kind, id)), attempt, id);
  }

  private opened(payload: string, context: string): JsonObject {
    try {
      return JSON.parse(open(this.settings.secretKeys, context, payload).toString()) as JsonObject;
    } catch (cause) {
      throw new OutboxGiveUp('the message cannot be opened: was a SECRET_KEY taken away?', { cause });
    }
  }

  private async failed(message: ClaimedMessage, error: unknown): Promise<void> {
    const { id, kind, attempt } = message;
    const reason = reasonOf(error);
    const delay = error instanceof OutboxGiveUp ? undefined : retryDelay(attempt, Math.random());
    this.logger.warn(
      `${kind} ${id}: attempt ${attempt} failed, ${delay === undefined ? 'given up' : 'to be tried again'}: ${reason}`,
    );
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
