import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';
import { Webhook } from './webhook.entity.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one webhook, and what became of it. The outbox says when it is tried. */
@Entity('webhook_deliveries')
@Index('ix_webhook_deliveries_webhook_event', ['webhookId', 'eventId'])
@Index('ix_webhook_deliveries_webhook_state_event', ['webhookId', 'state', 'eventId'])
@Index('ix_webhook_deliveries_expires_at', ['expiresAt'])
export class WebhookDelivery {
  /** Of the audit event, or of a test. The consumer gets it as `webhook-id`, the same at every attempt. */
  @PrimaryColumn({ name: 'event_id', ...uuid }) eventId!: string;
  @PrimaryColumn({ name: 'webhook_id', ...uuid }) webhookId!: string;
  @Column({ name: 'type', type: 'varchar', length: 64 }) type!: string;
  /** The body, byte for byte: what is signed. */
  @Column({ name: 'payload', type: 'text' }) payload!: string;
  @Column({ name: 'state', type: 'varchar', length: 16 }) state!: DeliveryState;
  /** Grows with every replay: a message of an earlier round does nothing any more. */
  @Column({ name: 'round', type: 'int' }) round!: number;
  /** Of all rounds. */
  @Column({ name: 'attempts', type: 'int' }) attempts!: number;
  /** HTTP status of the last attempt; null when there was none. */
  @Column({ name: 'last_status', type: 'int', nullable: true }) lastStatus!: number | null;
  /** In our own words; null when the last attempt arrived. */
  @Column({ name: 'last_error', type: 'varchar', length: 255, nullable: true }) lastError!: string | null;
  @Column({ name: 'last_attempt_at', ...timestamp, nullable: true }) lastAttemptAt!: Date | null;
  /** Null when there will be none. */
  @Column({ name: 'next_attempt_at', ...timestamp, nullable: true }) nextAttemptAt!: Date | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => Webhook, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'webhook_id', foreignKeyConstraintName: 'fk_webhook_deliveries_webhook' })
  webhook?: Webhook;
}
