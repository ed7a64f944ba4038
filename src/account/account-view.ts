import type { AccountView } from '../pages/account/account.page.js';
import type { EmailState } from '../pages/email/email.page.js';
import { EMPTY_FORM, type FormView } from '../pages/form-view.js';
import { pictureUrl } from '../pictures/picture-url.js';
import type { User } from '../users/user.entity.js';
import { claimFields } from '../users/claim-columns.js';
import { profileChoices } from './profile-choices.js';

/** Forms to show again because something in them was wrong. */
export interface AccountForms {
  readonly profile?: FormView;
  readonly password?: FormView;
}

/** The user's own page. */
export function accountView(
  user: User,
  email: EmailState,
  { profile = profileOf(user), password = EMPTY_FORM }: AccountForms,
): AccountView {
  const picture = pictureUrl(user.picture);
  return {
    username: user.username,
    employeeId: user.employeeId,
    memberSince: user.createdAt,
    email,
    ...(picture === undefined ? {} : { pictureUrl: picture }),
    profile,
    choices: profileChoices(user),
    password,
  };
}

/** What the form begins with. What was never given is left out, so that its part of the form stays closed. */
function profileOf(user: User): FormView {
  const values = {
    dob: user.birthdate,
    phone: user.phoneNumber,
    ...claimFields(user),
  };
  const given = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { values: Object.fromEntries(given), errors: {} };
}
