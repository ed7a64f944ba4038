import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, timestamp, uuid } from '../sql/columns.js';
import { User } from './user.entity.js';

/** What a user is mailed a link for. */
export type UserLinkPurpose = 'verify_email' | 'reset_password';
export type OneTimeTokenPurpose = 'first_admin' | UserLinkPurpose;

/** A link that works once. Only its digest is stored. A user has one of a purpose at most: the newest. */
@Entity('one_time_tokens')
@Index('ix_one_time_tokens_expires_at', ['expiresAt'])
@Index('uq_one_time_tokens_user_purpose', ['userId', 'purpose'], { unique: true })
export class OneTimeToken {
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  @Column({ name: 'purpose', type: 'varchar', length: 32 }) purpose!: OneTimeTokenPurpose;
  @Column({ name: 'user_id', ...uuid, nullable: true }) userId!: string | null;
  /** The address that it was mailed to, as it is compared: it works only while that is the user's. */
  @Column({ name: 'email_key', type: 'varchar', length: 254, nullable: true }) emailKey!: string | null;
  /** Of a link that sets a password, the user's when it was made: a new password ends it. See docs/adr/0023. */
  @Column({ name: 'credentials_version', type: 'int', nullable: true }) credentialsVersion!: number | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
  @Column({ name: 'consumed_at', ...timestamp, nullable: true }) consumedAt!: Date | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_one_time_tokens_user_id' })
  user?: User;
}
