import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditPlaces } from '../audit/audit-feed.service.js';
import { json, sealed, timestamp, uuid } from '../sql/columns.js';
import type { EventPattern } from './event-patterns.js';

export const WEBHOOK_STATUSES = ['active', 'disabled'] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** Why a webhook is disabled: somebody chose so, it failed for days, or it answered that it is gone for good. */
export const DISABLED_REASONS = ['by_hand', 'failing', 'gone'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** An address that is told of events as they happen. */
@Entity('webhooks')
export class Webhook {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'name', type: 'varchar', length: 100 }) name!: string;
  @Column({ name: 'url', type: 'varchar', length: 2000 }) url!: string;
  @Column({ name: 'events', ...json }) events!: readonly EventPattern[];
  @Column({ name: 'status', type: 'varchar', length: 16 }) status!: WebhookStatus;
  /** Null while it is active. */
  @Column({ name: 'disabled_reason', type: 'varchar', length: 16, nullable: true })
  disabledReason!: DisabledReason | null;
  /** Of the first failure since something arrived; null while things arrive. */
  @Column({ name: 'failing_since', ...timestamp, nullable: true }) failingSince!: Date | null;
  /** What it signs with, sealed for this row. */
  @Column({ name: 'secret', ...sealed }) secret!: string;
  /** The secret before, which signs as well until its end. */
  @Column({ name: 'previous_secret', ...sealed, nullable: true }) previousSecret!: string | null;
  @Column({ name: 'previous_secret_until', ...timestamp, nullable: true }) previousSecretUntil!: Date | null;
  /** How far the audit log has been read for it. */
  @Column({ name: 'places', ...json }) places!: AuditPlaces;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  /** Moves on with every change by a person or a program, and when it is disabled. */
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;
}
