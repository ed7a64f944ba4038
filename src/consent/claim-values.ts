import { currentLanguage } from '../pages/reader.js';
import { hasText, text } from '../pages/texts.js';
import { fullName } from '../users/full-name.js';
import { addressLines } from '../users/postal-address.js';
import type { User } from '../users/user.entity.js';

type Given = string | null | undefined;

/** The user's own data behind each claim, as the person reads it; claims without an entry are shown by name only. */
const VALUES: Readonly<Record<string, (user: User) => Given>> = {
  preferred_username: ({ username }) => username,
  name: fullName,
  given_name: ({ givenName }) => givenName,
  middle_name: ({ middleName }) => middleName,
  family_name: ({ familyName }) => familyName,
  nickname: ({ nickname }) => nickname,
  birthdate: ({ birthdate }) => birthdate,
  gender: ({ gender }) => (gender !== null && hasText(`gender.${gender}`) ? text(`gender.${gender}`) : gender),
  profile: ({ profileUrl }) => profileUrl,
  website: ({ website }) => website,
  zoneinfo: ({ zoneinfo }) => zoneinfo,
  locale: ({ locale }) => locale && new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(locale),
  email: ({ email }) => email,
  phone_number: ({ phoneNumber }) => phoneNumber,
  address: ({ address }) => address && addressLines(address, currentLanguage()).join(', '),
};

/** The claims that have a value to show, in the order of the page. */
export const SHOWN_CLAIMS: readonly string[] = Object.keys(VALUES);

/** What exactly a claim would share. Empty when there is nothing yet. */
export function claimValues(claim: string, user: User): readonly string[] {
  const value = VALUES[claim]?.(user);
  return typeof value === 'string' ? [value] : [];
}
