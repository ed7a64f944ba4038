import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, timestamp, uuid } from '../sql/columns.js';
import { User } from './user.entity.js';

/** An address that a user wants instead of theirs, until both have agreed. A user has one at most: the newest. */
@Entity('email_changes')
@Index('ix_email_changes_expires_at', ['expiresAt'])
@Index('uq_email_changes_old_digest', ['oldDigest'], { unique: true })
@Index('uq_email_changes_new_digest', ['newDigest'], { unique: true })
export class EmailChange {
  @PrimaryColumn({ name: 'user_id', ...uuid }) userId!: string;
  @Column({ name: 'email', type: 'varchar', length: 254 }) email!: string;
  @Column({ name: 'email_key', type: 'varchar', length: 254 }) emailKey!: string;
  /** The user's address when they asked. */
  @Column({ name: 'old_email_key', type: 'varchar', length: 254 }) oldEmailKey!: string;
  /** The user's when they asked: a new password ends what somebody who knew the old one may have begun. */
  @Column({ name: 'credentials_version', type: 'int' }) credentialsVersion!: number;
  @Column({ name: 'old_digest', ...digest }) oldDigest!: Buffer;
  @Column({ name: 'new_digest', ...digest }) newDigest!: Buffer;
  @Column({ name: 'old_confirmed_at', ...timestamp, nullable: true }) oldConfirmedAt!: Date | null;
  @Column({ name: 'new_confirmed_at', ...timestamp, nullable: true }) newConfirmedAt!: Date | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_email_changes_user_id' })
  user?: User;
}
