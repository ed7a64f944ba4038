import { addressLines } from '../users/postal-address.js';
import type { User } from '../users/user.entity.js';

/** The user's own data behind each claim that can be asked for by itself; those without an entry are shown by name only. */
const VALUES: Readonly<Record<string, (user: User) => readonly (string | null)[]>> = {
  name: ({ name, givenName, familyName }) => (name === null ? [givenName, familyName] : [name]),
  given_name: ({ givenName }) => [givenName],
  family_name: ({ familyName }) => [familyName],
  middle_name: ({ middleName }) => [middleName],
  nickname: ({ nickname }) => [nickname],
  preferred_username: ({ username }) => [username],
  profile: ({ profileUrl }) => [profileUrl],
  website: ({ website }) => [website],
  gender: ({ gender }) => [gender],
  birthdate: ({ birthdate }) => [birthdate],
  zoneinfo: ({ zoneinfo }) => [zoneinfo],
  locale: ({ locale }) => [locale],
  email: ({ email }) => [email],
  phone_number: ({ phoneNumber }) => [phoneNumber],
  address: ({ address }) => (address === null ? [] : addressLines(address, 'en')),
};

/** What exactly would be shared. */
export function claimValues(claim: string, user: User): readonly string[] {
  return (VALUES[claim]?.(user) ?? []).filter((value) => value !== null);
}
