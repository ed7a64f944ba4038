import type { User } from '../users/user.entity.js';

/** The columns that are selected of a user for tokens, introspection and userinfo: nothing else is read. */
export const SELECTED_USER_COLUMNS: readonly (keyof User)[] = [
  'id',
  'username',
  'email',
  'emailVerifiedAt',
  'picture',
  'birthdate',
  'phoneNumber',
  'name',
  'givenName',
  'familyName',
  'middleName',
  'nickname',
  'profileUrl',
  'website',
  'gender',
  'zoneinfo',
  'locale',
  'address',
  'updatedAt',
];
