import { Column, Entity, PrimaryColumn } from 'typeorm';
import { sealed, timestamp } from '../sql/columns.js';

export type InstallationSecretName = 'pairwise_salt' | 'audit_key';

/** A random value of this installation that outlives every rotation of SECRET_KEY. Sealed; 256 bits. */
@Entity('installation_secrets')
export class InstallationSecret {
  @PrimaryColumn({ name: 'name', type: 'varchar', length: 32 }) name!: InstallationSecretName;
  @Column({ name: 'value', ...sealed }) value!: string;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
}
