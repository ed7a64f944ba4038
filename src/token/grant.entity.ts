import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { digest, json, timestamp, uuid } from '../sql/columns.js';
import type { GrantedClaims } from '../protocol/granted-claims.js';
import { User } from '../users/user.entity.js';

/**
 * One authorization by one user for one client. The row carries it through code, tokens and revocation, so that
 * redeeming, reuse detection and revoking are one statement each.
 */
@Entity('oauth_grants')
@Index('uq_oauth_grants_code_digest', ['codeDigest'], { unique: true })
@Index('ix_oauth_grants_user_client', ['userId', 'clientRowId'])
@Index('ix_oauth_grants_client_newest', ['clientRowId', 'id'])
@Index('ix_oauth_grants_sid', ['sid'])
@Index('ix_oauth_grants_expires_at', ['expiresAt'])
export class Grant {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'user_id', ...uuid }) userId!: string;
  @Column({ name: 'client_row_id', ...uuid }) clientRowId!: string;
  /** The browser session it was made in (`sid`). */
  @Column({ name: 'sid', ...uuid }) sid!: string;
  @Column({ name: 'auth_time', ...timestamp }) authTime!: Date;
  /** How the user signed in (RFC 8176), like `["pwd"]`. */
  @Column({ name: 'amr', ...json }) amr!: string[];
  /** The user's in the session it was made in: the grant lives only while it still is. See docs/adr/0023. */
  @Column({ name: 'credentials_version', type: 'int' }) credentialsVersion!: number;
  @Column({ name: 'scopes', ...json }) scopes!: string[];
  @Column({ name: 'code_digest', ...digest }) codeDigest!: Buffer;
  @Column({ name: 'code_expires_at', ...timestamp }) codeExpiresAt!: Date;
  /** Null only for a confidential client that an admin exempted from PKCE. */
  @Column({ name: 'code_challenge', type: 'varchar', length: 43, nullable: true }) codeChallenge!: string | null;
  @Column({ name: 'redirect_uri', type: 'varchar', length: 2000 }) redirectUri!: string;
  @Column({ name: 'nonce', type: 'varchar', length: 255, nullable: true }) nonce!: string | null;
  /** What the `claims` parameter adds to the scopes; null when it adds nothing. */
  @Column({ name: 'claims', ...json, nullable: true }) claims!: GrantedClaims | null;
  /** When the code was redeemed; the guard of its single use. */
  @Column({ name: 'consumed_at', ...timestamp, nullable: true }) consumedAt!: Date | null;
  @Column({ name: 'refresh_digest', ...digest, nullable: true }) refreshDigest!: Buffer | null;
  @Column({ name: 'refresh_previous_digest', ...digest, nullable: true }) refreshPreviousDigest!: Buffer | null;
  /** Random bytes that, with the previous token and a server key, give the current token again (replay window). */
  @Column({ name: 'refresh_salt', ...digest, nullable: true }) refreshSalt!: Buffer | null;
  @Column({ name: 'refresh_rotated_at', ...timestamp, nullable: true }) refreshRotatedAt!: Date | null;
  @Column({ name: 'refresh_idle_expires_at', ...timestamp, nullable: true }) refreshIdleExpiresAt!: Date | null;
  @Column({ name: 'refresh_absolute_expires_at', ...timestamp, nullable: true }) refreshAbsoluteExpiresAt!: Date | null;
  @Column({ name: 'last_used_at', ...timestamp, nullable: true }) lastUsedAt!: Date | null;
  @Column({ name: 'revoked_at', ...timestamp, nullable: true }) revokedAt!: Date | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  /** When the row can be deleted: nothing that it carries is valid any more. */
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_oauth_grants_user_id' })
  user?: User;

  @ManyToOne(() => Client, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'client_row_id', foreignKeyConstraintName: 'fk_oauth_grants_client' })
  client?: Client;
}
