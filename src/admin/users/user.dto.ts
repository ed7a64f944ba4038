import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, MaxLength, MinLength } from 'class-validator';
import { Absent, Optional, PageQuery } from '../../api/page.dto.js';
import { Text } from '../../api/fields.js';
import { Language, Line, TimeZone } from '../../users/claim-rules.js';
import { Birthdate, Email, EmployeeNumber, NewPassword, PhoneNumber, Username } from '../../users/form-rules.js';
import { STAFF_ROLES, type UserRole, type UserStatus } from '../../users/user.entity.js';

export const USER_ROLES = ['user', ...STAFF_ROLES] as const;
const STATUSES = ['active', 'disabled'] as const;
const SORTS = ['created', '-created', 'username', '-username', 'email', '-email'] as const;
const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });

/** `GET /users`. */
export class UserQuery extends PageQuery {
  @Optional('The beginning of a user name, an e-mail address or an employee number', { minLength: 1, maxLength: 254 })
  @Text
  @MinLength(1, { message: 'At least one character.' })
  @MaxLength(254, { message: 'At most 254 characters.' })
  search?: string;

  @Optional('Only users of this role', { enum: USER_ROLES })
  @IsIn(USER_ROLES, oneOf(USER_ROLES))
  role?: UserRole;

  @Optional('Only users of this status', { enum: STATUSES })
  @IsIn(STATUSES, oneOf(STATUSES))
  status?: UserStatus;

  @Optional('The order; a minus turns it round', { enum: SORTS, default: '-created' })
  @IsIn(SORTS, oneOf(SORTS))
  sort: (typeof SORTS)[number] = '-created';
}

/** What of a user is chosen when they are made as well as later. */
class UserFields {
  @ApiPropertyOptional({ description: 'Full name', maxLength: 200 }) @IsOptional() @Line(200) name?: string;
  @ApiPropertyOptional({ maxLength: 100 }) @IsOptional() @Line(100) given_name?: string;
  @ApiPropertyOptional({ maxLength: 100 }) @IsOptional() @Line(100) family_name?: string;
  @ApiPropertyOptional({ description: 'BCP 47', example: 'de-AT' }) @IsOptional() @Language() locale?: string;
  @ApiPropertyOptional({ description: 'IANA', example: 'Europe/Vienna' }) @IsOptional() @TimeZone() zoneinfo?: string;
  @ApiPropertyOptional({ format: 'date', example: '1990-12-31' }) @IsOptional() @Birthdate() dob?: string;
  @ApiPropertyOptional({ description: 'Kept as E.164', example: '+491701234567' })
  @IsOptional()
  @PhoneNumber()
  phone?: string;
}

/** `POST /users`. */
export class NewUser extends UserFields {
  @Text @Username() username!: string;
  @Text @Email() email!: string;
  @Text @NewPassword() password!: string;
  @ApiPropertyOptional({ description: 'Assigned when absent' }) @IsOptional() @EmployeeNumber() empUserId?: string;
}

/** `PATCH /users/{id}`: absent stays, `null` empties. */
export class UserPatch extends UserFields {
  @ApiPropertyOptional({ enum: STATUSES, description: 'Disabled: every login ends, none is possible' })
  @Absent()
  @IsIn(STATUSES, oneOf(STATUSES))
  status?: UserStatus;

  @ApiPropertyOptional({ enum: USER_ROLES, description: 'Owners only. Every login of the user ends.' })
  @Absent()
  @IsIn(USER_ROLES, oneOf(USER_ROLES))
  role?: UserRole;
}
