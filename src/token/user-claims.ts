import { pictureUrl } from '../pictures/picture-url.js';
import { CLAIMS_LANGUAGE } from '../protocol/claims-language.js';
import { fullName } from '../users/full-name.js';
import { addressLines, countryName, type PostalAddress } from '../users/postal-address.js';
import type { User } from '../users/user.entity.js';

type Claim = string | number | boolean | Readonly<Record<string, string>> | undefined;

/** Where each claim of OpenID Connect Core §5.1 comes from. A scope opens claims by name (src/protocol/scope.ts). */
const CLAIMS: Readonly<Record<string, (user: User, issuer: string) => Claim>> = {
  name: fullName,
  given_name: ({ givenName }) => givenName ?? undefined,
  family_name: ({ familyName }) => familyName ?? undefined,
  middle_name: ({ middleName }) => middleName ?? undefined,
  nickname: ({ nickname }) => nickname ?? undefined,
  preferred_username: ({ username }) => username,
  profile: ({ profileUrl }) => profileUrl ?? undefined,
  picture: ({ picture }, issuer) => (picture === null ? undefined : `${issuer}${pictureUrl(picture)}`),
  website: ({ website }) => website ?? undefined,
  gender: ({ gender }) => gender ?? undefined,
  birthdate: ({ birthdate }) => birthdate ?? undefined,
  zoneinfo: ({ zoneinfo }) => zoneinfo ?? undefined,
  locale: ({ locale }) => locale ?? undefined,
  // Seconds since the epoch.
  updated_at: ({ updatedAt }) => Math.floor(updatedAt.getTime() / 1000),
  email: ({ email }) => email,
  email_verified: ({ emailVerifiedAt }) => emailVerifiedAt !== null,
  phone_number: ({ phoneNumber }) => phoneNumber ?? undefined,
  // OpenID Connect Core §5.1: true only when the server took steps to verify it; there are none yet.
  phone_number_verified: ({ phoneNumber }) => (phoneNumber === null ? undefined : false),
  address: ({ address }) => (address === null ? undefined : addressClaim(address)),
};

/** The named claims about a user. What the user never gave is left out, not null (OpenID Connect Core §5.3.2). */
export function userClaims(user: User, names: Iterable<string>, issuer: string): Record<string, Claim> {
  const claims = [...names].map((name) => [name, CLAIMS[name]?.(user, issuer)] as const);
  return Object.fromEntries(claims.filter(([, value]) => value !== undefined));
}

/** OpenID Connect Core §5.1.1: `country` is a name, and `formatted` the whole as on a mailing label. */
function addressClaim(address: PostalAddress): Readonly<Record<string, string>> {
  const { country } = address;
  return {
    formatted: addressLines(address, CLAIMS_LANGUAGE).join('\n'),
    ...address,
    ...(country === undefined ? {} : { country: countryName(country, CLAIMS_LANGUAGE) }),
  };
}
