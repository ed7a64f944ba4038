import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, timestamp, uuid } from '../sql/columns.js';
import type { Actor } from '../http/origin.js';

export const IMPORT_FORMATS = ['csv', 'json'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** `receiving` until the last part has come, then `running` until it is over. `failed`: the file itself is faulty. */
export const IMPORT_STATES = ['receiving', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** The import of one file of users, and how far it is. Forgotten with everything that hangs from it. */
@Entity('user_imports')
@Index('ix_user_imports_state_lease_ends_at', ['state', 'leaseEndsAt'])
@Index('ix_user_imports_digest', ['digest'])
@Index('ix_user_imports_expires_at', ['expiresAt'])
export class UserImport {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'actor_type', type: 'varchar', length: 16 }) actorType!: Actor['type'];
  @Column({ name: 'actor_id', type: 'varchar', length: 191, nullable: true }) actorId!: string | null;
  /** The name of the file, to tell imports apart. */
  @Column({ name: 'name', type: 'varchar', length: 255 }) name!: string;
  @Column({ name: 'format', type: 'varchar', length: 8 }) format!: ImportFormat;
  /** Whether the bytes are in `user_import_parts`; else whoever began has them. */
  @Column({ name: 'is_uploaded', type: 'boolean' }) isUploaded!: boolean;
  @Column({ name: 'is_dry_run', type: 'boolean' }) isDryRun!: boolean;
  @Column({ name: 'state', type: 'varchar', length: 16 }) state!: ImportState;
  @Column({ name: 'parts', type: 'int' }) parts!: number;
  /** SHA-256 of the file; all parts one after the other. Null while they come. */
  @Column({ name: 'digest', ...digest, nullable: true }) digest!: Buffer | null;
  @Column({ name: 'bytes', type: 'int' }) bytes!: number;
  /** How far the file is worked off. The next run goes on behind it. */
  @Column({ name: 'bytes_done', type: 'int' }) bytesDone!: number;
  /** Number of the last row that is worked off, as people count rows in the file. */
  @Column({ name: 'last_row', type: 'int' }) lastRow!: number;
  @Column({ name: 'imported', type: 'int' }) imported!: number;
  @Column({ name: 'refused', type: 'int' }) refused!: number;
  /** What is wrong with the file as a whole: a sentence. */
  @Column({ name: 'failure', type: 'varchar', length: 255, nullable: true }) failure!: string | null;
  /** Who works on it: only the holder of the newest claim writes. */
  @Column({ name: 'claim', ...uuid, nullable: true }) claim!: string | null;
  @Column({ name: 'lease_ends_at', ...timestamp }) leaseEndsAt!: Date;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'finished_at', ...timestamp, nullable: true }) finishedAt!: Date | null;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
}
