import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { uuid } from '../sql/columns.js';
import { UserImport } from './user-import.entity.js';

/** A piece of an uploaded file, sealed: it holds hashes of passwords. Removed when the import is over. */
@Entity('user_import_parts')
export class UserImportPart {
  @PrimaryColumn({ name: 'import_id', ...uuid }) importId!: string;
  /** From 1. */
  @PrimaryColumn({ name: 'number', type: 'int' }) number!: number;
  @Column({ name: 'content', type: 'mediumblob' }) content!: Buffer;

  @ManyToOne(() => UserImport, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'fk_user_import_parts_import_id' })
  import?: UserImport;
}
