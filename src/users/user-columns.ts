import { v7 } from 'uuid';
import { type ClaimColumns, claimColumns } from './claim-columns.js';
import type { CreateUser } from './create-user.dto.js';
import { emailKey } from './email-address.js';
import type { User } from './user.entity.js';
import { usernameKey } from './username.js';

/** What a user may change about themselves. `null` empties a field; an absent one stays. */
export interface ProfileChange extends Partial<ClaimColumns> {
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
    ...claimColumns({}),
    createdAt: now,
    updatedAt: now,
  };
}

/** What of the row a change of the profile writes, the picture aside. */
export function changedColumns({ picture: _stored, ...others }: ProfileChange) {
  return {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    updatedAt: new Date(),
  };
}

/** The picture that nobody sees after the change. */
export function replacedPicture(user: User, { picture }: ProfileChange): string | null {
  return picture === undefined ? null : user.picture;
}
