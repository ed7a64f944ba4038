import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { uuid } from '../sql/columns.js';
import { UserImport } from './user-import.entity.js';

/** Why a row made no user. */
@Entity('user_import_errors')
@Index('ix_user_import_errors_import_id', ['importId', 'id'])
export class UserImportError {
  /** Made from import, row and field: a row that is worked off once more says it once. Sorts like the rows. */
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'import_id', ...uuid }) importId!: string;
  /** As people count rows in the file: the header of a CSV is row 1. */
  @Column({ name: 'row_no', type: 'int' }) row!: number;
  /** Null where it is about the whole row. */
  @Column({ name: 'field', type: 'varchar', length: 64, nullable: true }) field!: string | null;
  /** A sentence. Never holds the value. */
  @Column({ name: 'message', type: 'varchar', length: 255 }) message!: string;

  @ManyToOne(() => UserImport, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'fk_user_import_errors_import_id' })
  import?: UserImport;
}
