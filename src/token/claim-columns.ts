import type { User } from '../users/user.entity.js';

/** What tokens, introspection and userinfo say about a user: nothing else is read. */
export const CLAIM_COLUMNS: readonly (keyof User)[] = [
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
