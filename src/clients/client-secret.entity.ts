import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, sealed, timestamp, uuid } from '../sql/columns.js';
import { Client } from './client.entity.js';

/** One of the live secrets of a confidential client; several overlap during a rotation. */
@Entity('oauth_client_secrets')
@Index('ix_oauth_client_secrets_client', ['clientRowId'])
@Index('ix_oauth_client_secrets_expires_at', ['expiresAt'])
export class ClientSecret {
  /** Keyed digest of the secret. */
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  @Column({ name: 'client_row_id', ...uuid }) clientRowId!: string;
  /** The last four characters, so that an owner can tell which secret a deployment uses. */
  @Column({ name: 'hint', type: 'varchar', length: 8 }) hint!: string;
  /** The secret itself, for a client that proves it by HMAC (`client_secret_jwt`) and never sends it. Else null. */
  @Column({ name: 'sealed_secret', ...sealed, nullable: true }) sealedSecret!: string | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  /** Null while it is the current one. */
  @Column({ name: 'expires_at', ...timestamp, nullable: true }) expiresAt!: Date | null;
  @Column({ name: 'last_used_at', ...timestamp, nullable: true }) lastUsedAt!: Date | null;

  @ManyToOne(() => Client, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'client_row_id', foreignKeyConstraintName: 'fk_oauth_client_secrets_client' })
  client?: Client;
}
