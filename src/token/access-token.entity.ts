import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { digest, json, timestamp, uuid } from '../sql/columns.js';
import { User } from '../users/user.entity.js';
import { Grant } from './grant.entity.js';

/** A live opaque access token. Only its digest is stored. */
@Entity('oauth_access_tokens')
@Index('ix_oauth_access_tokens_grant_id', ['grantId'])
@Index('ix_oauth_access_tokens_user_id', ['userId'])
@Index('uq_oauth_access_tokens_id', ['id'], { unique: true })
@Index('ix_oauth_access_tokens_client_newest', ['clientRowId', 'id'])
@Index('ix_oauth_access_tokens_expires_at', ['expiresAt'])
export class AccessToken {
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  /** What administrators call it by. It opens nothing, and says nothing of the token. */
  @Column({ name: 'id', ...uuid }) id!: string;
  /** Null for client credentials. */
  @Column({ name: 'grant_id', ...uuid, nullable: true }) grantId!: string | null;
  @Column({ name: 'user_id', ...uuid, nullable: true }) userId!: string | null;
  @Column({ name: 'client_row_id', ...uuid }) clientRowId!: string;
  @Column({ name: 'scopes', ...json }) scopes!: string[];
  /** The resource server that it is for (RFC 8707); null for this server's own endpoints. */
  @Column({ name: 'audience', type: 'varchar', length: 500, nullable: true }) audience!: string | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => Grant, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'grant_id', foreignKeyConstraintName: 'fk_oauth_access_tokens_grant_id' })
  grant?: Grant | null;

  @ManyToOne(() => User, 'accessTokens', { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_oauth_access_tokens_user_id' })
  user?: User | null;

  @ManyToOne(() => Client, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'client_row_id', foreignKeyConstraintName: 'fk_oauth_access_tokens_client' })
  client?: Client;
}
