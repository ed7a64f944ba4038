import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';

/** A picture as it is shown: decoded and re-encoded by us, never the bytes that were uploaded. */
@Entity('pictures')
export class Picture {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'content_type', type: 'varchar', length: 32 }) contentType!: string;
  @Column({ name: 'bytes', type: 'mediumblob' }) bytes!: Buffer;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
}
