import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, json, timestamp, uuid } from '../sql/columns.js';
import { User } from '../users/user.entity.js';

/** What an administrator decided for the apps that register with a token. */
export interface TokenPolicy {
  /** False for confidential apps that cannot do PKCE. */
  readonly pkceRequired: boolean;
  /** What an app may be registered for at most; every scope when absent. */
  readonly allowedScopes?: readonly string[];
}

/** A token with which apps may register themselves (RFC 7591 §1.2 "initial access token"). */
@Entity('initial_access_tokens')
@Index('uq_initial_access_tokens_digest', ['digest'], { unique: true })
@Index('ix_initial_access_tokens_emp_user_id', ['ownerEmployeeId'])
@Index('ix_initial_access_tokens_expires_at', ['expiresAt'])
export class InitialAccessToken {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'digest', ...digest }) digest!: Buffer;
  /** What it is for, in its maker's words. */
  @Column({ name: 'label', type: 'varchar', length: 100 }) label!: string;
  @Column({ name: 'policy', ...json }) policy!: TokenPolicy;
  /** Whose the registered apps become; null for apps of the installation. */
  @Column({ name: 'empUserId', type: 'varchar', length: 64, nullable: true }) ownerEmployeeId!: string | null;
  @Column({ name: 'max_uses', type: 'integer' }) maxUses!: number;
  @Column({ name: 'used_count', type: 'integer' }) usedCount!: number;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn({
    name: 'empUserId',
    referencedColumnName: 'employeeId',
    foreignKeyConstraintName: 'fk_initial_access_tokens_emp_user_id',
  })
  owner?: User | null;
}
