import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SigningAlg } from '../protocol/jose-algs.js';
import type { Jwk } from '../protocol/openid-client-metadata.js';
import { json, sealedText, timestamp, uuid } from '../sql/columns.js';

/**
 * `next`: published, not yet signing. `active`: signs. `retired`: signs no more, its tokens still verify. `revoked`:
 * nothing that it signed counts. A key that is gone has no row.
 */
export type SigningKeyState = 'next' | 'active' | 'retired' | 'revoked';

/**
 * A key pair that this server signs with. The unique generation lets one of several processes make the next key of an
 * algorithm, and the newest active one is the one that signs.
 */
@Entity('signing_keys')
@Index('uq_signing_keys_alg_generation', ['alg', 'generation'], { unique: true })
@Index('ix_signing_keys_expires_at', ['expiresAt'])
export class SigningKey {
  /** The `kid` of what it signs. */
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'alg', type: 'varchar', length: 16 }) alg!: SigningAlg;
  @Column({ name: 'generation', type: 'integer' }) generation!: number;
  @Column({ name: 'state', type: 'varchar', length: 16 }) state!: SigningKeyState;
  @Column({ name: 'public_jwk', ...json }) publicJwk!: Jwk;
  /** Null when the key will never sign again: what is not there cannot be stolen. */
  @Column({ name: 'private_jwk', ...sealedText, nullable: true }) privateJwk!: string | null;
  /** Since when it is published. */
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  /** Since when it signs. For a `next` key: from when it shall, if somebody asked for a rotation. */
  @Column({ name: 'activates_at', ...timestamp, nullable: true }) activatesAt!: Date | null;
  @Column({ name: 'retired_at', ...timestamp, nullable: true }) retiredAt!: Date | null;
  /** Until when it is published; null while that is not known. */
  @Column({ name: 'published_until', ...timestamp, nullable: true }) publishedUntil!: Date | null;
  /** Until when this server recognises what it signed; afterwards the row goes. */
  @Column({ name: 'expires_at', ...timestamp, nullable: true }) expiresAt!: Date | null;
}
