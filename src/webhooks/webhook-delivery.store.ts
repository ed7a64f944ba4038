import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import { isMissingReference } from '../sql/missing-reference.js';
import { sqlNow } from '../sql/now.js';
import { type DeliveryState, WebhookDelivery } from './webhook-delivery.entity.js';
import type { Webhook } from './webhook.entity.js';

/** How long a delivery can be looked at and replayed. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const MAX_ERROR = 255;

/** A delivery in one of its rounds. */
export type Round = Pick<WebhookDelivery, 'eventId' | 'webhookId' | 'round'>;

/** What there is to tell. */
export type NewDelivery = Pick<WebhookDelivery, 'eventId' | 'type' | 'payload'>;

/** A delivery with what it is sent by. */
export interface Sendable {
  readonly delivery: WebhookDelivery;
  readonly webhook: Webhook;
  /** Whether the secret before the newest one still signs. */
  readonly signsTwice: boolean;
}

/** Owns `webhook_deliveries`. Every method is one statement. Outcomes count for the round they belong to, and once. */
@Injectable()
export class WebhookDeliveryStore {
  private readonly now: string;

  constructor(@InjectRepository(WebhookDelivery) private readonly deliveries: Repository<WebhookDelivery>) {
    this.now = sqlNow(deliveries.manager);
  }

  /**
   * Deliveries that are not there yet; those that are stay as they are.
   * @param held why they are not sent now; undefined when they are
   */
  async create(webhookId: string, events: readonly NewDelivery[], held?: string): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => ({
      ...event,
      webhookId,
      state: held === undefined ? ('pending' as const) : ('dead' as const),
      round: 0,
      attempts: 0,
      lastError: held ?? null,
      nextAttemptAt: held === undefined ? () => this.now : null,
      createdAt: () => this.now,
      expiresAt: () => `${this.now} + ${KEPT_MS}`,
    }));
    try {
      await this.deliveries.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
    } catch (error) {
      // The webhook was deleted a moment ago.
      if (!isMissingReference(error)) throw error;
    }
  }

  /** The newest first. */
  page(
    filter: { readonly webhookId: string; readonly state?: DeliveryState | undefined },
    limit: number,
    after?: Position,
  ): Promise<KeysetPage<WebhookDelivery>> {
    const { webhookId, state } = filter;
    const query = this.deliveries
      .createQueryBuilder('delivery')
      .where({ webhookId, ...(state !== undefined && { state }) });
    return keysetPage(query, { by: 'eventId', direction: 'DESC', key: 'eventId' }, limit, after);
  }

  async find(webhookId: string, eventId: string): Promise<WebhookDelivery | undefined> {
    return (await this.deliveries.findOneBy({ webhookId, eventId })) ?? undefined;
  }

  /** Dead ones after this event, in the order of their events. */
  dead(webhookId: string, afterEventId: string, limit: number): Promise<WebhookDelivery[]> {
    return this.deliveries
      .createQueryBuilder('delivery')
      .where({ webhookId, state: 'dead' })
      .andWhere('delivery.eventId > :afterEventId', { afterEventId })
      .orderBy('delivery.eventId')
      .limit(limit)
      .getMany();
  }

  async sendable(webhookId: string, eventId: string): Promise<Sendable | undefined> {
    const { entities, raw } = await this.deliveries
      .createQueryBuilder('delivery')
      .innerJoinAndSelect('delivery.webhook', 'webhook')
      .addSelect(`CASE WHEN webhook.previous_secret_until > ${this.now} THEN 1 ELSE 0 END`, 'signs_twice')
      .where({ webhookId, eventId })
      .getRawAndEntities<{ signs_twice: unknown }>();
    const delivery = entities[0];
    if (delivery?.webhook === undefined) return undefined;
    return { delivery, webhook: delivery.webhook, signsTwice: Number(raw[0]?.signs_twice) === 1 };
  }

  /** Deliveries in this round enter the next one, unless somebody was faster. */
  async renew({ webhookId, round }: Omit<Round, 'eventId'>, eventIds: readonly string[]): Promise<void> {
    await this.deliveries
      .createQueryBuilder()
      .update()
      .set({
        state: 'pending',
        round: round + 1,
        nextAttemptAt: () => this.now,
        expiresAt: () => `${this.now} + ${KEPT_MS}`,
      })
      .where({ webhookId, round, eventId: In(eventIds) })
      .execute();
  }

  /** It has arrived. */
  async noteArrival(round: Round, status: number): Promise<void> {
    await this.attempted(round, { state: 'delivered', lastStatus: status, lastError: null, nextAttemptAt: null });
  }

  /** An attempt failed. @param delay milliseconds until the next one; undefined when there is none */
  async noteFailure(
    round: Round,
    { status, error, delay }: { readonly status: number | null; readonly error: string; readonly delay?: number },
  ): Promise<void> {
    await this.attempted(round, {
      state: delay === undefined ? 'dead' : 'pending',
      lastStatus: status,
      lastError: error.slice(0, MAX_ERROR),
      nextAttemptAt: delay === undefined ? null : () => `${this.now} + ${delay}`,
    });
  }

  /** It is not sent now, and nobody tried. */
  async hold(round: Round, error: string): Promise<void> {
    const { eventId, webhookId, round: number } = round;
    await this.deliveries.update(
      { eventId, webhookId, round: number, state: 'pending' },
      { state: 'dead', lastError: error, nextAttemptAt: null },
    );
  }

  private async attempted(
    { eventId, webhookId, round }: Round,
    outcome: Pick<WebhookDelivery, 'state' | 'lastStatus' | 'lastError'> & {
      readonly nextAttemptAt: (() => string) | null;
    },
  ): Promise<void> {
    await this.deliveries
      .createQueryBuilder()
      .update()
      .set({ ...outcome, attempts: () => 'attempts + 1', lastAttemptAt: () => this.now })
      .where({ eventId, webhookId, round, state: 'pending' })
      .execute();
  }
}
