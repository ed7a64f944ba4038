import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, timestamp } from '../sql/columns.js';

/** A JWT that was accepted and may not be accepted again. */
@Entity('oauth_replay_guard')
@Index('ix_oauth_replay_guard_expires_at', ['expiresAt'])
export class UsedJti {
  /** Of kind, owner and `jti`. */
  @PrimaryColumn({ name: 'digest', ...digest }) digest!: Buffer;
  /** When the JWT has expired for every clock, so that it needs no guard any more. */
  @Column({ name: 'expires_at', ...timestamp }) expiresAt!: Date;
}
