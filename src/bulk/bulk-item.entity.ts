import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';
import { BulkOperation } from './bulk-operation.entity.js';

export type BulkItemState = 'waiting' | 'working' | 'done' | 'failed';

/** One thing that a bulk operation acts on. */
@Entity('bulk_items')
@Index('ix_bulk_items_operation_id_state', ['operationId', 'state'])
export class BulkItem {
  @PrimaryColumn({ name: 'operation_id', ...uuid }) operationId!: string;
  @PrimaryColumn({ name: 'position', type: 'integer' }) position!: number;
  @Column({ name: 'target', type: 'varchar', length: 64 }) target!: string;
  @Column({ name: 'state', type: 'varchar', length: 16 }) state!: BulkItemState;
  /** Type of the problem of one that failed. */
  @Column({ name: 'problem', type: 'varchar', length: 64, nullable: true }) problem!: string | null;
  /** Of the process that works on it. */
  @Column({ name: 'claim', ...uuid, nullable: true }) claim!: string | null;
  /** Until when no other process takes it over. */
  @Column({ name: 'claimed_until', ...timestamp, nullable: true }) claimedUntil!: Date | null;

  @ManyToOne(() => BulkOperation, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'operation_id', foreignKeyConstraintName: 'fk_bulk_items_operation_id' })
  operation?: BulkOperation;
}
