import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { json, timestamp, uuid } from '../sql/columns.js';

/** `preparing` until all of its items are written down, then `running` until it is over. `failed`: it was never begun. */
export const BULK_STATES = ['preparing', 'running', 'done', 'cancelled', 'stopped', 'failed'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** Who began it, with the rights that they had then: they never grow afterwards. */
export interface BulkStarter {
  readonly type: 'user' | 'client';
  /** Of the user, or the client id. */
  readonly id: string;
  readonly scopes: readonly string[];
  /** Of a user: a new password, or the end of their logins, ends what they began. */
  readonly credentialsVersion: number | null;
}

/** The same act on many things, done in the background. See docs/adr/0048. */
@Entity('bulk_operations')
@Index('ix_bulk_operations_resource', ['resource', 'id'])
@Index('ix_bulk_operations_state', ['state'])
@Index('ix_bulk_operations_expires_at', ['expiresAt'])
export class BulkOperation {
  /** Also the correlation id in the audit log of everything that it does. */
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  /** Kind of the things that it acts on. */
  @Column({ name: 'resource', type: 'varchar', length: 32 }) resource!: string;
  @Column({ name: 'action', type: 'varchar', length: 32 }) action!: string;
  /** What the act takes besides, such as a reason. */
  @Column({ name: 'options', ...json }) options!: Readonly<Record<string, string>>;
  @Column({ name: 'starter', ...json }) starter!: BulkStarter;
  /** Where the request came from. */
  @Column({ name: 'address', type: 'varchar', length: 64, nullable: true }) address!: string | null;
  @Column({ name: 'state', type: 'varchar', length: 16 }) state!: BulkState;
  /** Why it stopped, or failed, in a word. */
  @Column({ name: 'stop_reason', type: 'varchar', length: 64, nullable: true }) stopReason!: string | null;
  @Column({ name: 'total', type: 'integer' }) total!: number;
  /** Until when nobody else looks after it. Null once it is over. */
  @Column({ name: 'claimed_until', ...timestamp, nullable: true }) claimedUntil!: Date | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'finished_at', ...timestamp, nullable: true }) finishedAt!: Date | null;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
}
