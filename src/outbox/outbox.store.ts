import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not, type Repository } from 'typeorm';
import { v7 } from 'uuid';
import { sqlNow } from '../sql/now.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** How long one process may try a message before another one takes it over. Every delivery must have ended by then. */
const LEASE_MS = 2 * 60 * 1000;
/** How long a dead message can still explain itself. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** Messages read at once; fewer of them are all. */
export const DUE_AT_ONCE = 50;
const MAX_ERROR = 255;

/** A message that this process, and no other, tries now. */
export interface ClaimedMessage extends Pick<OutboxMessage, 'id' | 'payload'> {
  readonly claim: string;
  /** This attempt's number, from 1. */
  readonly attempt: number;
}

/** A message that is not kept yet. */
export type NewMessage = Pick<OutboxMessage, 'id' | 'kind' | 'receiver' | 'payload'>;

/** A message that is due. */
export type WaitingMessage = Pick<OutboxMessage, 'id' | 'receiver' | 'payload' | 'attempts'>;

/** What is not read although it is due. */
export interface PassedOver {
  /** Messages that the caller has already. */
  readonly ids: readonly string[];
  /** Receivers to whom it has enough. */
  readonly receivers: readonly string[];
}

/**
 * Owns `outbox`. Every method is one statement. Several processes may read the same message as due; the guarded UPDATE
 * of `claim` gives it to one of them, and only the holder of the newest claim writes what became of it.
 */
@Injectable()
export class OutboxStore {
  private readonly now: string;

  constructor(@InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>) {
    this.now = sqlNow(messages.manager);
  }

  /** New messages, due at once. */
  async insert(messages: readonly NewMessage[]): Promise<void> {
    await this.inserting(messages).execute();
  }

  /** The same, but for messages that have a row already. */
  async insertNew(messages: readonly NewMessage[]): Promise<void> {
    await this.inserting(messages).orIgnore().execute();
  }

  private inserting(messages: readonly NewMessage[]) {
    const rows = messages.map((message) => ({
      ...message,
      attempts: 0,
      nextAttemptAt: () => this.now,
      createdAt: () => this.now,
    }));
    return this.messages.createQueryBuilder().insert().values(rows).updateEntity(false);
  }

  /**
   * Messages of this kind that are due, the longest waiting first, at most `DUE_AT_ONCE`.
   */
  due(kind: string, { ids, receivers }: PassedOver = { ids: [], receivers: [] }): Promise<WaitingMessage[]> {
    const query = this.messages
      .createQueryBuilder('message')
      .select(['message.id', 'message.receiver', 'message.payload', 'message.attempts'])
      .where(ids.length === 0 ? { kind } : { kind, id: Not(In(ids)) })
      .andWhere(`message.next_attempt_at <= ${this.now}`)
      .orderBy('message.next_attempt_at')
      .limit(DUE_AT_ONCE);
    if (receivers.length === 0) return query.getMany();
    const others = '(message.receiver IS NULL OR message.receiver NOT IN (:...receivers))';
    return query.andWhere(others, { receivers }).getMany();
  }

  /** Takes a due message, for as long as the lease lasts. @returns undefined when another process has it */
  async claim({ id, payload, attempts }: WaitingMessage): Promise<ClaimedMessage | undefined> {
    const [claim, attempt] = [v7(), attempts + 1];
    const { affected } = await this.messages
      .createQueryBuilder()
      .update()
      .set({ claim, attempts: attempt, nextAttemptAt: () => `${this.now} + ${LEASE_MS}` })
      .where({ id, attempts })
      .andWhere(`next_attempt_at <= ${this.now}`)
      .execute();
    return affected === 1 ? { id, payload, claim, attempt } : undefined;
  }

  /** It has arrived. */
  async remove({ id, claim }: ClaimedMessage): Promise<void> {
    await this.messages.delete({ id, claim });
  }

  /** It is tried again after some milliseconds. */
  async retry({ id, claim }: ClaimedMessage, delay: number, error: string): Promise<void> {
    const values = { claim: null, lastError: error.slice(0, MAX_ERROR) };
    await this.messages.update({ id, claim }, { ...values, nextAttemptAt: () => `${this.now} + ${delay}` });
  }

  /** It is not tried again. */
  async bury({ id, claim }: ClaimedMessage, error: string): Promise<void> {
    const values = { claim: null, nextAttemptAt: null, lastError: error.slice(0, MAX_ERROR) };
    await this.messages.update({ id, claim }, { ...values, expiresAt: () => `${this.now} + ${KEPT_MS}` });
  }

  /** Milliseconds until the next message of this kind is due, zero or less when one is; undefined without any. */
  async nextDue(kind: string): Promise<number | undefined> {
    const row = await this.messages
      .createQueryBuilder('message')
      .select(`MIN(message.next_attempt_at) - ${this.now}`, 'wait')
      .where({ kind })
      .getRawOne<{ wait: unknown }>();
    return row?.wait === null || row?.wait === undefined ? undefined : Number(row.wait);
  }
}
