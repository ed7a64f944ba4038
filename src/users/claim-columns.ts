import type { PostalAddress } from './postal-address.js';
import type { StandardClaims } from './standard-claims.dto.js';
import type { User } from './user.entity.js';

/** Where a standard claim is kept. */
const COLUMN_OF = {
  name: 'name',
  given_name: 'givenName',
  family_name: 'familyName',
  middle_name: 'middleName',
  nickname: 'nickname',
  profile: 'profileUrl',
  website: 'website',
  gender: 'gender',
  zoneinfo: 'zoneinfo',
  locale: 'locale',
} as const satisfies Partial<Record<keyof StandardClaims, keyof User>>;

const COLUMNS = Object.entries(COLUMN_OF) as [keyof typeof COLUMN_OF, (typeof COLUMN_OF)[keyof typeof COLUMN_OF]][];
const ADDRESS_MEMBERS = ['street_address', 'locality', 'region', 'postal_code', 'country'] as const;

/** The columns that sign-up does not fill. */
export type ClaimColumns = Pick<User, (typeof COLUMN_OF)[keyof typeof COLUMN_OF] | 'address'>;

/** The claims as columns of the user: what was left empty is emptied. */
export function claimColumns(claims: StandardClaims): ClaimColumns {
  const columns = Object.fromEntries(COLUMNS.map(([claim, column]) => [column, claims[claim] ?? null]));
  return { ...(columns as Omit<ClaimColumns, 'address'>), address: addressOf(claims) };
}

/** The same the other way round: what a form shows of a user. */
export function claimFields(user: ClaimColumns): Partial<Record<keyof StandardClaims, string | null>> {
  return { ...Object.fromEntries(COLUMNS.map(([claim, column]) => [claim, user[column]])), ...user.address };
}

function addressOf(claims: StandardClaims): PostalAddress | null {
  const given = ADDRESS_MEMBERS.filter((member) => claims[member] !== undefined);
  return given.length === 0 ? null : Object.fromEntries(given.map((member) => [member, claims[member]]));
}
