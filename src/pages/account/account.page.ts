import { definePage } from '../define-page.js';
import type { EmailState } from '../email/email.page.js';
import type { FormView } from '../form-view.js';

/** An entry of a list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface AccountChoices {
  readonly genders: readonly Choice[];
  readonly countries: readonly Choice[];
  readonly languages: readonly Choice[];
  readonly timeZones: readonly Choice[];
}

export interface AccountView {
  readonly username: string;
  readonly employeeId: string;
  readonly memberSince: Date;
  readonly email: EmailState;
  readonly pictureUrl?: string;
  /**
   * Fields: `dob`, `phone` and the standard claims by their names; file `pic`; box `remove_pic` (value `on`).
   * Posts to /account.
   */
  readonly profile: FormView;
  readonly choices: AccountChoices;
  /** Fields: `current_password`, `new_password`. Posts to /account/password. */
  readonly password: FormView;
}

export const accountPage = definePage<AccountView>('account', 'panel');
