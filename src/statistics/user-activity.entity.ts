import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';
import { User } from '../users/user.entity.js';

/**
 * In which hours of a day somebody was active: enough to count people once in any time zone, and nothing else about
 * them. Goes with the user.
 */
@Entity('user_activity')
@Index('ix_user_activity_day', ['day', 'userId', 'hours'])
@Index('ix_user_activity_expires_at', ['expiresAt'])
export class UserActivity {
  @PrimaryColumn({ name: 'user_id', ...uuid }) userId!: string;
  /** Days since 1970-01-01, UTC. */
  @PrimaryColumn({ name: 'day', type: 'int' }) day!: number;
  /** Bit n: in the hour that begins at n o'clock, UTC. */
  @Column({ name: 'hours', type: 'int' }) hours!: number;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_user_activity_user_id' })
  user?: User;
}
