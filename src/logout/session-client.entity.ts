import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { timestamp, uuid } from '../sql/columns.js';
import { User } from '../users/user.entity.js';

/** An app that a session signed in to and that wants to know when the session ends. Outlives the session's grants. */
@Entity('session_clients')
@Index('ix_session_clients_client', ['clientRowId'])
@Index('ix_session_clients_user_id', ['userId'])
@Index('ix_session_clients_expires_at', ['expiresAt'])
export class SessionClient {
  @PrimaryColumn({ name: 'sid', ...uuid }) sid!: string;
  @PrimaryColumn({ name: 'client_row_id', ...uuid }) clientRowId!: string;
  @Column({ name: 'user_id', ...uuid }) userId!: string;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  /** When no session of this `sid` can be alive any more. */
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => Client, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'client_row_id', foreignKeyConstraintName: 'fk_session_clients_client' })
  client?: Client;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_session_clients_user_id' })
  user?: User;
}
