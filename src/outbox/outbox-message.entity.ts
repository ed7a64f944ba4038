import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';

/** Something that must reach another server. Delivered rows are deleted; dead ones stay some days. */
@Entity('outbox')
@Index('ix_outbox_due', ['kind', 'nextAttemptAt', 'receiver'])
@Index('ix_outbox_expires_at', ['expiresAt'])
export class OutboxMessage {
  /** The same for every attempt: what a receiver recognises a repeat by. */
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  /** Who delivers it. */
  @Column({ name: 'kind', type: 'varchar', length: 32 }) kind!: string;
  /** Who gets it, as a digest, of a kind with many receivers: what is due to one of them can be passed over. */
  @Column({ name: 'receiver', type: 'varchar', length: 64, nullable: true }) receiver!: string | null;
  /** JSON, sealed for this row. */
  @Column({ name: 'payload', type: 'text' }) payload!: string;
  @Column({ name: 'attempts', type: 'int' }) attempts!: number;
  /** From when on it may be tried; while one process tries, the end of its lease. Null once it is dead. */
  @Column({ name: 'next_attempt_at', ...timestamp, nullable: true }) nextAttemptAt!: Date | null;
  /** Who tries it: only the holder of the newest claim writes the outcome. */
  @Column({ name: 'claim', ...uuid, nullable: true }) claim!: string | null;
  @Column({ name: 'last_error', type: 'varchar', length: 255, nullable: true }) lastError!: string | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  /** When a dead message is forgotten. Null while it is alive. */
  @Column({ name: 'expires_at', ...timestamp, nullable: true }) expiresAt!: Date | null;
}
