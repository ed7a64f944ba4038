import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Birthdate, Email, EmployeeNumber, PhoneNumber, Username } from './form-rules.js';
import { StandardClaims } from './standard-claims.dto.js';
import { ImportedHash } from './imported-hash.js';
import type { UserStatus } from './user.entity.js';

/** A user as another system knew them: the fields of sign-up under the same rules, a hash in place of the password. */
export class ImportedUser extends StandardClaims {
  @Username() username!: string;
  @Email() email!: string;
  /** Whether the other system has proved that the address is the user's. */
  @IsOptional() @IsBoolean({ message: 'true or false.' }) email_verified?: boolean;
  /** Without one the user asks for a link to set a password. */
  @IsOptional() @ImportedHash() password_hash?: string;
  /** Assigned when absent. */
  @IsOptional() @EmployeeNumber() empUserId?: string;
  @IsOptional() @Birthdate() dob?: string;
  @IsOptional() @PhoneNumber() phone?: string;
  @IsOptional() @IsIn(['active', 'disabled'], { message: 'active or disabled.' }) status?: UserStatus;
}

/** Every name that a column of a file, or a member of a JSON object, may have. */
export const IMPORT_FIELDS = [
  'username',
  'email',
  'email_verified',
  'password_hash',
  'empUserId',
  'dob',
  'phone',
  'status',
  'name',
  'given_name',
  'family_name',
  'middle_name',
  'nickname',
  'profile',
  'website',
  'gender',
  'zoneinfo',
  'locale',
  'street_address',
  'locality',
  'region',
  'postal_code',
  'country',
] as const satisfies readonly (keyof ImportedUser)[];
