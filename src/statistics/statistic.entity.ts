import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { timestamp } from '../sql/columns.js';
import type { StatisticKind } from './statistic-kinds.js';

/** How often something happened within an hour. All processes add to the same row. */
@Entity('statistics')
@Index('ix_statistics_expires_at', ['expiresAt'])
export class Statistic {
  @PrimaryColumn({ name: 'kind', type: 'varchar', length: 32 }) kind!: StatisticKind;
  /** Its start. */
  @PrimaryColumn({ name: 'hour', ...timestamp }) hour!: Date;
  /** An outcome, an error code, a grant type, a client id. Never anything that a caller made up. */
  @PrimaryColumn({ name: 'label', type: 'varchar', length: 64 }) label!: string;
  @Column({ name: 'amount', type: 'bigint' }) amount!: string;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
}
