import { Column, Entity, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';

/** A mail that stays here, because this is a developer's machine without a mail server. */
@Entity('local_mails')
export class LocalMail {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  /** The whole mail: its links open accounts. */
  @Column({ name: 'sealed_mail', type: 'text' }) sealedMail!: string;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
}
