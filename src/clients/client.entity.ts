import { Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';
import { digest, json, sealed, timestamp, uuid } from '../sql/columns.js';
import type { OpenIdClientMetadata } from '../protocol/openid-client-metadata.js';
import { User } from '../users/user.entity.js';
import type { ClientSecret } from './client-secret.entity.js';

export type ClientStatus = 'active' | 'suspended';

export const REGISTERED_BY = ['panel', 'cli', 'dynamic', 'api'] as const;
/** Who made it: a user in the panel, an operator on the command line, the app itself (RFC 7591), or the admin API. */
export type RegisteredBy = (typeof REGISTERED_BY)[number];

/** An app. The documented table `oauth_clients`; properties carry the metadata names of RFC 7591 §2. */
@Entity('oauth_clients')
@Index('uq_oauth_clients_oauth_clients', ['clientId'], { unique: true })
@Index('ix_oauth_clients_emp_user_id', ['ownerEmployeeId', 'id'])
@Index('ix_oauth_clients_expires_at', ['expiresAt'])
@Index('ix_oauth_clients_website_name', ['clientName', 'id'])
export class Client {
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'oauth_clients', type: 'varchar', length: 64 }) clientId!: string;
  /** The owning user; null for an app of the installation. */
  @Column({ name: 'empUserId', type: 'varchar', length: 64, nullable: true }) ownerEmployeeId!: string | null;
  /** `server`, `browser`, `native` or `machine` (src/protocol/grant-types.ts). */
  @Column({ name: 'kind', type: 'varchar', length: 16 }) kind!: string;
  @Column({ name: 'website_name', type: 'varchar', length: 100 }) clientName!: string;
  @Column({ name: 'client_uri', type: 'varchar', length: 2000, nullable: true }) clientUri!: string | null;
  /** Id of the stored logo. */
  @Column({ name: 'logo', ...uuid, nullable: true }) logo!: string | null;
  @Column({ name: 'callbackurl', ...json }) redirectUris!: string[];
  /** Digest of the newest secret: which row of `oauth_client_secrets` is the current one. Null for a public client. */
  @Column({ name: 'oauth_client_secret', ...digest, nullable: true }) clientSecretDigest!: Buffer | null;
  /** Sealed 256-bit key with which the relying party signs its `state` values. */
  @Column({ name: 'oauth_state_token', ...sealed }) stateKey!: string;
  @Column({ name: 'grant_types', ...json }) grantTypes!: string[];
  @Column({ name: 'scopes', ...json }) scopes!: string[];
  @Column({ name: 'token_endpoint_auth_method', type: 'varchar', length: 32 }) tokenEndpointAuthMethod!: string;
  /** False only for a confidential client that cannot do PKCE, set by an admin, never by an owner. */
  @Column({ name: 'pkce_required', type: 'boolean' }) pkceRequired!: boolean;
  /** Rotate refresh tokens at each use. Always true for public clients (RFC 9700 §4.14.2). */
  @Column({ name: 'refresh_token_rotation', type: 'boolean' }) refreshTokenRotation!: boolean;
  /** Digest of the token that was returned after registration (RFC 7592 §3). */
  @Column({ name: 'access_token', ...digest }) registrationAccessTokenDigest!: Buffer;
  /**
   * Scopes of the admin API, given by an owner of the installation; no registration or owner of an app can ask for
   * them. Only an app of the installation itself has any.
   */
  @Column({ name: 'admin_scopes', ...json, nullable: true }) adminScopes!: string[] | null;
  /** The registration's other members, under their standard names. */
  @Column({ name: 'metadata', ...json }) metadata!: OpenIdClientMetadata;
  @Column({ name: 'status', type: 'varchar', length: 16 }) status!: ClientStatus;
  /** Why, for the app's owner. Null while it is not suspended. */
  @Column({ name: 'suspended_reason', type: 'varchar', length: 500, nullable: true }) suspendedReason!: string | null;
  /** Whether an admin vouched for the app; shown on the consent page. */
  @Column({ name: 'is_verified', type: 'boolean' }) isVerified!: boolean;
  /** What an administrator lets it be registered for at most; null for every scope. */
  @Column({ name: 'allowed_scopes', ...json, nullable: true }) allowedScopes!: string[] | null;
  @Column({ name: 'registered_by', type: 'varchar', length: 16 }) registeredBy!: RegisteredBy;
  /** When an app that registered itself ends because it was never used; its first token clears it. */
  @Column({ name: 'expires_at', ...timestamp, nullable: true }) expiresAt!: Date | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn({
    name: 'empUserId',
    referencedColumnName: 'employeeId',
    foreignKeyConstraintName: 'fk_oauth_clients_emp_user_id',
  })
  owner?: User | null;

  @OneToMany('ClientSecret', 'client') secrets?: ClientSecret[];
}
