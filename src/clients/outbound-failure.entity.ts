import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';
import { Client } from './client.entity.js';

/** The last failure to reach a URL of an app, one row for each purpose; gone when it works again. */
@Entity('outbound_failures')
export class OutboundFailure {
  @PrimaryColumn({ name: 'client_row_id', ...uuid }) clientRowId!: string;
  /** The member of the registration that holds the URL (src/outbound/outbound-purpose.ts). */
  @PrimaryColumn({ name: 'purpose', type: 'varchar', length: 32 }) purpose!: string;
  @Column({ name: 'url', type: 'varchar', length: 2000 }) url!: string;
  /** The end of a sentence for the app's owner; nobody else sees it. */
  @Column({ name: 'message', type: 'varchar', length: 255 }) message!: string;
  @Column({ name: 'occurred_at', ...timestamp }) occurredAt!: Date;

  @ManyToOne(() => Client, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'client_row_id', foreignKeyConstraintName: 'fk_outbound_failures_client' })
  client?: Client;
}
