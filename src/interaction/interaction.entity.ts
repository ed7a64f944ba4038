import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, json, timestamp, uuid } from '../sql/columns.js';

/** What the consent step decided. */
export type ConsentDecision = 'granted' | 'denied';

/** An authorization request that waits for a person. Made only when a page must be shown. */
@Entity('oauth_interactions')
@Index('ix_oauth_interactions_expires_at', ['expiresAt'])
export class Interaction {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  /** Digest of the browser's cookie: another browser cannot take this request over. */
  @Column({ name: 'browser_digest', ...digest }) browserDigest!: Buffer;
  @Column({ name: 'client_id', type: 'varchar', length: 64 }) clientId!: string;
  /** The parameters of the authorization request as they were validated. */
  @Column({ name: 'parameters', ...json }) parameters!: Record<string, string>;
  /** When this interaction's login step was done; null when it was not needed or is outstanding. */
  @Column({ name: 'login_at', ...timestamp, nullable: true }) loginAt!: Date | null;
  /** The user chose to use another account: a login must follow even though a session exists. */
  @Column({ name: 'switch_account', type: 'boolean' }) isSwitchingAccount!: boolean;
  @Column({ name: 'consent_decision', type: 'varchar', length: 16, nullable: true })
  consentDecision!: ConsentDecision | null;
  /** Who decided: a decision counts for that user only. */
  @Column({ name: 'consent_user_id', ...uuid, nullable: true }) consentUserId!: string | null;
  @Column({ name: 'consent_scopes', type: 'simple-json', nullable: true }) consentScopes!: string[] | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
  @Column({ name: 'consumed_at', ...timestamp, nullable: true }) consumedAt!: Date | null;
}
