import { currentLanguage } from '../pages/reader.js';
import { hasText, text } from '../pages/texts.js';
import { fullName } from '../users/full-name.js';
import { addressLines } from '../users/postal-address.js';
import type { User } from '../users/user.entity.js';

type Given = string | null | undefined;

/** The user's own data that each scope would share. */
const VALUES: Readonly<Record<string, (user: User) => readonly Given[]>> = {
  profile: (user) => [...names(user), user.birthdate, genderText(user), ...pages(user), user.zoneinfo, language(user)],
  email: ({ email }) => [email],
  phone: ({ phoneNumber }) => [phoneNumber],
  address: ({ address }) => [address && addressLines(address, currentLanguage()).join(', ')],
};

/** What exactly a scope would share, as the person reads it. Empty when there is nothing yet. */
export function sharedValues(scope: string, user: User): readonly string[] {
  const values = VALUES[scope]?.(user) ?? [];
  return values.filter((value) => typeof value === 'string');
}

/** Each part of the name that does not stand in the whole already. */
function names(user: User): readonly Given[] {
  const whole = fullName(user);
  const parts = [user.givenName, user.middleName, user.familyName, user.nickname];
  return [user.username, whole, ...parts.filter((part) => part !== null && whole?.includes(part) !== true)];
}

function pages({ profileUrl, website }: User): readonly Given[] {
  return [profileUrl, website];
}

function genderText({ gender }: User): Given {
  return gender !== null && hasText(`gender.${gender}`) ? text(`gender.${gender}`) : gender;
}

function language({ locale }: User): Given {
  return locale === null ? null : new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(locale);
}
