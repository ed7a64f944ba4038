import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';
import type { AuditPlaces } from '../audit/audit-feed.service.js';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import { sqlNextVersion, sqlNow } from '../sql/now.js';
import { type DisabledReason, Webhook } from './webhook.entity.js';

/** How long nothing may arrive before a webhook is disabled. */
const MAX_FAILING_MS = 3 * 24 * 60 * 60 * 1000;

/** What of a webhook is chosen. */
export type WebhookChange = Partial<
  Pick<Webhook, 'name' | 'url' | 'events' | 'status' | 'disabledReason' | 'failingSince'>
>;

/** Owns `webhooks`. Every method is one statement, but for those that read the row again. */
@Injectable()
export class WebhookStore {
  private readonly now: string;
  private readonly nextVersion: string;

  constructor(@InjectRepository(Webhook) private readonly webhooks: Repository<Webhook>) {
    this.now = sqlNow(webhooks.manager);
    this.nextVersion = sqlNextVersion(webhooks.manager);
  }

  all(): Promise<Webhook[]> {
    return this.webhooks.find({ order: { id: 'ASC' } });
  }

  /** The newest first. */
  page(limit: number, after?: Position): Promise<KeysetPage<Webhook>> {
    return keysetPage(this.webhooks.createQueryBuilder('webhook'), { by: 'id', direction: 'DESC' }, limit, after);
  }

  async find(id: string): Promise<Webhook | undefined> {
    return (await this.webhooks.findOneBy({ id })) ?? undefined;
  }

  async insert(webhook: Pick<Webhook, 'id' | 'name' | 'url' | 'events' | 'secret' | 'places'>): Promise<void> {
    const times = { createdAt: () => this.now, updatedAt: () => this.now };
    const row = { ...webhook, status: 'active' as const, ...times };
    await this.webhooks.createQueryBuilder().insert().values(row).updateEntity(false).execute();
  }

  /** Changes the version that was read, and no other. @returns undefined when it was changed meanwhile */
  async change({ id, updatedAt }: Webhook, change: WebhookChange): Promise<Webhook | undefined> {
    const { affected } = await this.webhooks
      .createQueryBuilder()
      .update()
      .set({ ...change, updatedAt: () => this.nextVersion })
      .where({ id, updatedAt })
      .execute();
    return affected === 1 ? this.find(id) : undefined;
  }

  /**
   * Signs with another secret from now on, and with the one that was read for a while.
   * @param sealed the new one
   * @param overlap milliseconds that the old one signs as well
   * @returns undefined when the webhook was changed meanwhile
   */
  async rotate({ id, updatedAt, secret }: Webhook, sealed: string, overlap: number): Promise<Webhook | undefined> {
    const { affected } = await this.webhooks
      .createQueryBuilder()
      .update()
      .set({
        secret: sealed,
        previousSecret: secret,
        previousSecretUntil: () => `${this.now} + ${overlap}`,
        updatedAt: () => this.nextVersion,
      })
      .where({ id, updatedAt })
      .execute();
    return affected === 1 ? this.find(id) : undefined;
  }

  /** @returns whether this call did it: not when it was changed meanwhile */
  async delete({ id, updatedAt }: Webhook): Promise<boolean> {
    return (await this.webhooks.delete({ id, updatedAt })).affected === 1;
  }

  /** Moves on in the audit log. @returns whether it stood where it was thought to stand */
  async move(id: string, from: AuditPlaces, to: AuditPlaces): Promise<boolean> {
    const { affected } = await this.webhooks
      .createQueryBuilder()
      .update()
      .set({ places: to })
      .where({ id })
      .andWhere('places = :from', { from: JSON.stringify(from) })
      .execute();
    return affected === 1;
  }

  /** Something failed. Only the first time counts. */
  async noteFailure(id: string): Promise<void> {
    await this.webhooks
      .createQueryBuilder()
      .update()
      .set({ failingSince: () => this.now })
      .where('id = :id AND failing_since IS NULL', { id })
      .execute();
  }

  /** Something arrived. */
  async noteSuccess(id: string): Promise<void> {
    await this.webhooks.update({ id, failingSince: Not(IsNull()) }, { failingSince: null });
  }

  /** After a delivery was given up. @returns whether this call disabled it */
  async disable(id: string, reason: Exclude<DisabledReason, 'by_hand'>): Promise<boolean> {
    const query = this.webhooks
      .createQueryBuilder()
      .update()
      .set({ status: 'disabled', disabledReason: reason, updatedAt: () => this.nextVersion })
      .where({ id, status: 'active' });
    if (reason === 'failing') query.andWhere(`failing_since <= ${this.now} - ${MAX_FAILING_MS}`);
    return (await query.execute()).affected === 1;
  }
}
