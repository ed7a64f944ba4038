import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, timestamp, uuid } from '../sql/columns.js';
import { User, type UserRole } from './user.entity.js';

/** Who invited: the same kinds of actor as in the audit log. */
export type InviterType = 'user' | 'client' | 'operator';

/** Somebody was asked to make an account. Only the digest of the mailed link is stored. See docs/adr/0048. */
@Entity('invitations')
@Index('uq_invitations_digest', ['digest'], { unique: true })
@Index('uq_invitations_open_email_key', ['openEmailKey'], { unique: true })
@Index('ix_invitations_user_id', ['userId'])
@Index('ix_invitations_expires_at', ['expiresAt'])
export class Invitation {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'email', type: 'varchar', length: 254 }) email!: string;
  @Column({ name: 'email_key', type: 'varchar', length: 254 }) emailKey!: string;
  /** The same while the invitation may still be used: an address has one of those at most. */
  @Column({ name: 'open_email_key', type: 'varchar', length: 254, nullable: true }) openEmailKey!: string | null;
  /** Of the newest link. */
  @Column({ name: 'digest', ...digest }) digest!: Buffer;
  @Column({ name: 'name', type: 'varchar', length: 200, nullable: true }) name!: string | null;
  @Column({ name: 'locale', type: 'varchar', length: 35, nullable: true }) locale!: string | null;
  @Column({ name: 'role', type: 'varchar', length: 16 }) role!: UserRole;
  @Column({ name: 'inviter_type', type: 'varchar', length: 16 }) inviterType!: InviterType;
  @Column({ name: 'inviter_id', type: 'varchar', length: 64 }) inviterId!: string;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  /** When the newest link was mailed. */
  @Column({ name: 'sent_at', ...timestamp }) sentAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
  @Column({ name: 'accepted_at', ...timestamp, nullable: true }) acceptedAt!: Date | null;
  @Column({ name: 'withdrawn_at', ...timestamp, nullable: true }) withdrawnAt!: Date | null;
  /** Who came of it. */
  @Column({ name: 'user_id', ...uuid, nullable: true }) userId!: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_invitations_user_id' })
  user?: User;
}
