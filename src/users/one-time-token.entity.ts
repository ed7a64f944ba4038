import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, timestamp } from '../sql/columns.js';

export type OneTimeTokenPurpose = 'first_admin';

/** A link that works once. Only its digest is stored. */
@Entity('one_time_tokens')
@Index('ix_one_time_tokens_expires_at', ['expiresAt'])
export class OneTimeToken {
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  @Column({ name: 'purpose', type: 'varchar', length: 32 }) purpose!: OneTimeTokenPurpose;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
  @Column({ name: 'consumed_at', ...timestamp, nullable: true }) consumedAt!: Date | null;
}
