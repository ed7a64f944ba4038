import { v7 } from 'uuid';
import type { CreateUser } from './create-user.dto.js';
import { emailKey } from './email-address.js';
import type { User } from './user.entity.js';
import { usernameKey } from './username.js';

/** The standard claims that sign-up does not ask for. */
type GivenClaims = Pick<
  User,
  | 'name'
  | 'givenName'
  | 'familyName'
  | 'middleName'
  | 'nickname'
  | 'profileUrl'
  | 'website'
  | 'gender'
  | 'zoneinfo'
  | 'locale'
  | 'address'
>;

const NONE_GIVEN: GivenClaims = {
  name: null,
  givenName: null,
  familyName: null,
  middleName: null,
  nickname: null,
  profileUrl: null,
  website: null,
  gender: null,
  zoneinfo: null,
  locale: null,
  address: null,
};

/** What a user may change about themselves. `null` empties a field; an absent one stays. */
export interface ProfileChange extends Partial<GivenClaims> {
  readonly email?: string;
  readonly birthdate?: string | null;
  readonly phoneNumber?: string | null;
  /** An upload. */
  readonly picture?: Buffer | null;
}

/** The row of a new user, as far as the form decides it. */
export function newColumns({ username, email, dob, phone }: CreateUser) {
  const now = new Date();
  return {
    id: v7(),
    username,
    usernameKey: usernameKey(username),
    email,
    emailKey: emailKey(email),
    emailVerifiedAt: null,
    credentialsVersion: 1,
    birthdate: dob ?? null,
    phoneNumber: phone ?? null,
    status: 'active' as const,
    ...NONE_GIVEN,
    createdAt: now,
    updatedAt: now,
  };
}

/** What of the row a change of the profile writes, the picture aside. Another address is not verified. */
export function changedColumns(user: User, { email, picture: _stored, ...others }: ProfileChange) {
  const isNewAddress = email !== undefined && emailKey(email) !== user.emailKey;
  return {
    ...(email !== undefined && { email, emailKey: emailKey(email) }),
    ...(isNewAddress && { emailVerifiedAt: null }),
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    updatedAt: new Date(),
  };
}

/** The picture that nobody sees after the change. */
export function replacedPicture(user: User, { picture }: ProfileChange): string | null {
  return picture === undefined ? null : user.picture;
}
