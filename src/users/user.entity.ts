import { Column, Entity, Index, OneToMany, PrimaryColumn } from 'typeorm';
import { json, timestamp, uuid } from '../sql/columns.js';
import type { PostalAddress } from './postal-address.js';

/** Who may administer. Who of them may act on whom is said in src/api. */
export const STAFF_ROLES = ['auditor', 'support', 'admin', 'owner'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type UserRole = 'user' | StaffRole;
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
  /** Argon2id, PHC string; of an imported user what their former system made, until they sign in (docs/adr/0043). */
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
  /** Language tag (BCP 47): how Doorward speaks to the user, and a claim. */
  @Column({ name: 'locale', type: 'varchar', length: 35, nullable: true }) locale!: string | null;
  @Column({ name: 'name', type: 'varchar', length: 200, nullable: true }) name!: string | null;
  @Column({ name: 'given_name', type: 'varchar', length: 100, nullable: true }) givenName!: string | null;
  @Column({ name: 'family_name', type: 'varchar', length: 100, nullable: true }) familyName!: string | null;
  @Column({ name: 'middle_name', type: 'varchar', length: 100, nullable: true }) middleName!: string | null;
  @Column({ name: 'nickname', type: 'varchar', length: 100, nullable: true }) nickname!: string | null;
  /** The claim `profile`. */
  @Column({ name: 'profile', type: 'varchar', length: 500, nullable: true }) profileUrl!: string | null;
  @Column({ name: 'website', type: 'varchar', length: 500, nullable: true }) website!: string | null;
  @Column({ name: 'gender', type: 'varchar', length: 50, nullable: true }) gender!: string | null;
  /** A zone of the IANA database. */
  @Column({ name: 'zoneinfo', type: 'varchar', length: 64, nullable: true }) zoneinfo!: string | null;
  @Column({ name: 'address', ...json, nullable: true }) address!: PostalAddress | null;
  @Column({ name: 'created_at', ...timestamp }) createdAt!: Date;
  @Column({ name: 'updated_at', ...timestamp }) updatedAt!: Date;

  /** The user's live tokens: rows of `oauth_access_tokens`, which is owned by src/token (hence the name, not the class). */
  @OneToMany('AccessToken', 'user') accessTokens?: object[];
}
