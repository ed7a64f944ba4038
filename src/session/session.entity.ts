import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, timestamp, uuid } from '../sql/columns.js';
import { User } from '../users/user.entity.js';

/** A signed-in browser. The cookie holds the raw id; the row holds its digest. */
@Entity('sessions')
@Index('ix_sessions_user_id', ['userId'])
@Index('ix_sessions_expires_at', ['expiresAt'])
export class Session {
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  /** The public session id (`sid`): safe to store beside grants, useless as a cookie. */
  @Column({ name: 'sid', ...uuid }) sid!: string;
  @Column({ name: 'user_id', ...uuid }) userId!: string;
  /** When the user last proved who they are (OIDC Core §2 `auth_time`). */
  @Column({ name: 'auth_time', ...timestamp }) authTime!: Date;
  /** The user's when they signed in: the session lives only while it still is. See docs/adr/0023. */
  @Column({ name: 'credentials_version', type: 'int' }) credentialsVersion!: number;
  /** Authentication methods (RFC 8176), like `["pwd"]`. */
  @Column({ name: 'amr', type: 'simple-json' }) amr!: string[];
  @Column({ name: 'user_agent', type: 'varchar', length: 255, nullable: true }) userAgent!: string | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'last_seen_at', ...timestamp }) lastSeenAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_sessions_user_id' })
  user?: User;
}
