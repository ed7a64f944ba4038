import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, uuid } from '../sql/columns.js';
import { UserImport } from './user-import.entity.js';

/** A name, address or number that a row of a dry run would take: a later row cannot. Removed when the run is over. */
@Entity('user_import_values')
export class UserImportValue {
  @PrimaryColumn({ name: 'import_id', ...uuid }) importId!: string;
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  @Column({ name: 'row_no', type: 'int' }) row!: number;

  @ManyToOne(() => UserImport, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'fk_user_import_values_import_id' })
  import?: UserImport;
}
