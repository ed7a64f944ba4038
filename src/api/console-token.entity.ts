import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { digest, timestamp, uuid } from '../sql/columns.js';
import { User } from '../users/user.entity.js';

/** A token that opens the admin API for a person, for as long as the browser session that it was exchanged for lives. */
@Entity('console_tokens')
@Index('ix_console_tokens_user_id', ['userId'])
@Index('ix_console_tokens_expires_at', ['expiresAt'])
export class ConsoleToken {
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  @Column({ name: 'user_id', ...uuid }) userId!: string;
  @Column({ name: 'sid', ...uuid }) sid!: string;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'fk_console_tokens_user_id' })
  user?: User;
}
