import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, sealedText, timestamp } from '../sql/columns.js';

/** A creation that was asked for with an Idempotency-Key, and what it was answered. */
@Entity('api_idempotency')
@Index('ix_api_idempotency_expires_at', ['expiresAt'])
export class IdempotencyRecord {
  /** Of caller, operation and key: one caller's keys are nothing to another one. */
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  /** Of what was sent, under a key of the installation: a repeat must be the same. */
  @Column({ name: 'request_digest', ...digest }) requestDigest!: Buffer;
  /** Sealed, for it may hold a secret that is shown once. Null while the work is under way. */
  @Column({ name: 'answer', ...sealedText, nullable: true }) answer!: string | null;
  /** Until when nobody else may begin the work anew. */
  @Column({ name: 'lease_ends_at', ...timestamp }) leaseEndsAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
}
