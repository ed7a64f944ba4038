import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, timestamp } from '../sql/columns.js';

/** A setting that was changed while the server runs. Without a row the environment or the default decides. */
@Entity('settings')
export class Setting {
  /** The name of its environment variable. */
  @PrimaryColumn({ name: 'name', type: 'varchar', length: 64 }) name!: string;
  @Column({ name: 'value', ...json }) value!: string | number;
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;
}
