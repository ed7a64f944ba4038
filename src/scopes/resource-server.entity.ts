import { Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';
import type { CustomScope } from './custom-scope.entity.js';

export type ResourceStatus = 'active' | 'suspended';

const seconds = {
  type: 'bigint',
  transformer: { to: (value: unknown) => value, from: (value: unknown) => (value === null ? null : Number(value)) },
} as const;

/** A resource server (RFC 6749 §1.1): an API that takes this server's access tokens. */
@Entity('oauth_resources')
@Index('uq_oauth_resources_identifier', ['identifier'], { unique: true })
@Index('ix_oauth_resources_name', ['name', 'id'])
@Index('ix_oauth_resources_client', ['clientRowId'])
export class ResourceServer {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  /** The absolute URI by which clients name it and which its tokens have as audience (RFC 8707 §2). Never changes. */
  @Column({ name: 'identifier', type: 'varchar', length: 500 }) identifier!: string;
  @Column({ name: 'name', type: 'varchar', length: 100 }) name!: string;
  /** Seconds; null for what the installation gives. */
  @Column({ name: 'access_token_lifetime', ...seconds, nullable: true }) accessTokenLifetime!: number | null;
  /** The app as which it asks what a token is worth (RFC 7662). */
  @Column({ name: 'client_row_id', ...uuid, nullable: true }) clientRowId!: string | null;
  @Column({ name: 'status', type: 'varchar', length: 16 }) status!: ResourceStatus;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;

  // By name: apps are above this folder.
  @ManyToOne('Client', { onDelete: 'SET NULL', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'client_row_id', foreignKeyConstraintName: 'fk_oauth_resources_client' })
  client?: { readonly clientId: string } | null;

  @OneToMany('CustomScope', 'resource') scopes?: CustomScope[];
}
