import { MaybeText, MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import type { User } from '../../users/user.entity.js';
import { USER_ROLES } from './user.dto.js';

/** A user, as the API shows one. Never a password, nor its hash. */
export class UserResource {
  /** The subject identifier (`sub`) of apps that are not pairwise. */
  @Text id!: string;
  @Text username!: string;
  @Text email!: string;
  @MaybeTime('When the address was confirmed') email_verified_at!: string | null;
  @Text empUserId!: string;
  @Shown({ enum: USER_ROLES }) role!: string;
  @Shown({ enum: ['active', 'disabled'] }) status!: string;
  @MaybeText('Full name') name!: string | null;
  @MaybeText('Given name') given_name!: string | null;
  @MaybeText('Family name') family_name!: string | null;
  @MaybeText('BCP 47') locale!: string | null;
  @MaybeText('A zone of the IANA database') zoneinfo!: string | null;
  @MaybeText('YYYY-MM-DD') dob!: string | null;
  @MaybeText('E.164') phone!: string | null;
  @Time('When the account was made') created_at!: string;
  @Time('When it was changed the last time') updated_at!: string;
}

export function userResource(user: User): UserResource {
  return {
    id: user.id,
    username: user.username,
    email: user.email,
    email_verified_at: user.emailVerifiedAt?.toISOString() ?? null,
    empUserId: user.employeeId,
    role: user.role,
    status: user.status,
    name: user.name,
    given_name: user.givenName,
    family_name: user.familyName,
    locale: user.locale,
    zoneinfo: user.zoneinfo,
    dob: user.birthdate,
    phone: user.phoneNumber,
    created_at: user.createdAt.toISOString(),
    updated_at: user.updatedAt.toISOString(),
  };
}
