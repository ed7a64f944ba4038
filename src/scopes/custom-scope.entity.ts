import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Sensitivity } from '../protocol/custom-scope.js';
import { json, timestamp, uuid } from '../sql/columns.js';
import { ResourceServer } from './resource-server.entity.js';

/** A scope that administrators defined, beside those of src/protocol/scope.ts. */
@Entity('oauth_scopes')
@Index('uq_oauth_scopes_name', ['name'], { unique: true })
@Index('ix_oauth_scopes_resource', ['resourceId', 'id'])
export class CustomScope {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'name', type: 'varchar', length: 100 }) name!: string;
  /** The resource server that it opens something of; null for none in particular. Never changes. */
  @Column({ name: 'resource_id', ...uuid, nullable: true }) resourceId!: string | null;
  /** What people are asked, a sentence by language tag; `en` is always there. */
  @Column({ name: 'descriptions', ...json }) descriptions!: Record<string, string>;
  @Column({ name: 'sensitivity', type: 'varchar', length: 16 }) sensitivity!: Sensitivity;
  /** Whether only a person can allow it; otherwise machines may have it too. */
  @Column({ name: 'needs_user', type: 'boolean' }) needsUser!: boolean;
  /** What was allowed earlier was allowed for another scope of this name. */
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;

  @ManyToOne(() => ResourceServer, 'scopes', { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'resource_id', foreignKeyConstraintName: 'fk_oauth_scopes_resource' })
  resource?: ResourceServer | null;
}
