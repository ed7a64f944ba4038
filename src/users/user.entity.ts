import { Column, Entity, Index, OneToMany, PrimaryColumn } from 'typeorm';
import { timestamp, uuid } from '../sql/columns.js';

export type UserRole = 'user' | 'owner';
export type UserStatus = 'active' | 'disabled';

/** A person. The documented table `users`; properties carry the standard claim names (OIDC Core §5.1). */
@Entity('users')
@Index('uq_users_username_key', ['usernameKey'], { unique: true })
@Index('uq_users_email_key', ['emailKey'], { unique: true })
@Index('uq_users_emp_user_id', ['employeeId'], { unique: true })
export class User {
  /** The subject identifier (`sub`): never reused, never changed. */
  @PrimaryColumn({ name: 'id', ...uuid }) id!: string;
  @Column({ name: 'username', type: 'varchar', length: 64 }) username!: string;
  /** `username` normalised and case-folded: what uniqueness and login compare. */
  @Column({ name: 'username_key', type: 'varchar', length: 128 }) usernameKey!: string;
  /** Argon2id, PHC string. */
  @Column({ name: 'password', type: 'varchar', length: 255, select: false }) passwordHash!: string;
  /** Grows with every new password. What was begun under an older one is dead. See docs/adr/0023. */
  @Column({ name: 'credentials_version', type: 'int' }) credentialsVersion!: number;
  @Column({ name: 'email', type: 'varchar', length: 254 }) email!: string;
  @Column({ name: 'email_key', type: 'varchar', length: 254 }) emailKey!: string;
  @Column({ name: 'email_verified_at', ...timestamp, nullable: true }) emailVerifiedAt!: Date | null;
  @Column({ name: 'empUserId', type: 'varchar', length: 64 }) employeeId!: string;
  /** Id of the stored picture. */
  @Column({ name: 'pic', ...uuid, nullable: true }) picture!: string | null;
  /** `YYYY-MM-DD`. */
  @Column({ name: 'dob', type: 'varchar', length: 10, nullable: true }) birthdate!: string | null;
  /** E.164. */
  @Column({ name: 'phone', type: 'varchar', length: 16, nullable: true }) phoneNumber!: string | null;
  @Column({ name: 'role', type: 'varchar', length: 16 }) role!: UserRole;
  @Column({ name: 'status', type: 'varchar', length: 16 }) status!: UserStatus;
  @Column({ name: 'locale', type: 'varchar', length: 35, nullable: true }) locale!: string | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;

  /** The user's live tokens: rows of `oauth_access_tokens`, which is owned by src/token (hence the name, not the class). */
  @OneToMany('AccessToken', 'user') accessTokens?: object[];
}
