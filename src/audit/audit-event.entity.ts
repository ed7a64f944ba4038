import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, json, timestamp, uuid } from '../sql/columns.js';
import type { AuditAction, AuditTargetType } from './audit-actions.js';

export type AuditDetails = Record<string, string | number | boolean | null | readonly string[]>;

/** Something that happened. Rows are never changed; each holds the hash of the one before it in its chain. */
@Entity('audit_events')
@Index('uq_audit_events_chain_seq', ['chain', 'seq'], { unique: true })
@Index('ix_audit_events_action_id', ['action', 'id'])
@Index('ix_audit_events_actor_id', ['actorId', 'id'])
@Index('ix_audit_events_target_id', ['targetId', 'id'])
@Index('ix_audit_events_request_id', ['requestId', 'id'])
export class AuditEvent {
  /** Ordered by time. */
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  /** Several chains, so that processes seldom wait for one another. */
  @Column({ name: 'chain', type: 'int' }) chain!: number;
  /** From 1, without a gap. */
  @Column({ name: 'seq', type: 'int' }) seq!: number;
  @Column({ name: 'occurred_at', ...timestamp }) occurredAt!: Date;
  @Column({ name: 'action', type: 'varchar', length: 64 }) action!: AuditAction;
  @Column({ name: 'outcome', type: 'varchar', length: 16 }) outcome!: 'success' | 'failure';
  /** Why it failed, in a word. */
  @Column({ name: 'reason', type: 'varchar', length: 64, nullable: true }) reason!: string | null;
  @Column({ name: 'actor_type', type: 'varchar', length: 16 }) actorType!: string;
  @Column({ name: 'actor_id', type: 'varchar', length: 64, nullable: true }) actorId!: string | null;
  @Column({ name: 'target_type', type: 'varchar', length: 32, nullable: true }) targetType!: AuditTargetType | null;
  @Column({ name: 'target_id', type: 'varchar', length: 64, nullable: true }) targetId!: string | null;
  @Column({ name: 'address', type: 'varchar', length: 64, nullable: true }) address!: string | null;
  @Column({ name: 'user_agent', type: 'varchar', length: 255, nullable: true }) userAgent!: string | null;
  @Column({ name: 'request_id', ...uuid, nullable: true }) requestId!: string | null;
  /** Nothing secret, and nothing that a person typed. */
  @Column({ name: 'details', ...json }) details!: AuditDetails;
  @Column({ name: 'previous_hash', ...digest }) previousHash!: Buffer;
  @Column({ name: 'hash', ...digest }) hash!: Buffer;
}
