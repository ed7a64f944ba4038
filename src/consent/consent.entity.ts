import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { json, timestamp, uuid } from '../sql/columns.js';
import { User } from '../users/user.entity.js';

/** What the app looked like when the user agreed; a change asks again. */
export interface ClientSnapshot {
  readonly name: string;
  readonly logo: string | null;
  readonly hosts: readonly string[];
}

/** What a user allowed a client. One row per user and client. */
@Entity('oauth_consents')
@Index('uq_oauth_consents_user_client', ['userId', 'clientRowId'], { unique: true })
@Index('ix_oauth_consents_client_newest', ['clientRowId', 'id'])
export class Consent {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'user_id', ...uuid }) userId!: string;
  @Column({ name: 'client_row_id', ...uuid }) clientRowId!: string;
  @Column({ name: 'granted_scopes', ...json }) grantedScopes!: string[];
  /** Asked for and unticked: not asked again until the app wants something new. */
  @Column({ name: 'refused_scopes', ...json }) refusedScopes!: string[];
  @Column({ name: 'client_snapshot', ...json }) clientSnapshot!: ClientSnapshot;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_oauth_consents_user_id' })
  user?: User;

  @ManyToOne(() => Client, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'client_row_id', foreignKeyConstraintName: 'fk_oauth_consents_client' })
  client?: Client;
}
