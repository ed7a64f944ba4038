import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Counters of failed attempts, shared by all processes. The columns are those that `rate-limiter-flexible` expects. */
@Entity('throttles')
@Index('ix_throttles_expire', ['expire'])
export class Throttle {
  @PrimaryColumn({ name: 'key', type: 'varchar', length: 255 }) key!: string;
  @Column({ name: 'points', type: 'bigint' }) points!: string;
  /** UTC epoch milliseconds. */
  @Column({ name: 'expire', type: 'bigint', nullable: true }) expire!: string | null;
}
