import { definePage } from '../define-page.js';
import type { EmailState } from '../email/email.page.js';
import type { FormView } from '../form-view.js';

export interface AccountView {
  readonly username: string;
  readonly employeeId: string;
  readonly memberSince: Date;
  readonly email: EmailState;
  readonly pictureUrl?: string;
  /** Fields: `dob`, `phone`; file `pic`; box `remove_pic` (value `on`). Posts to /account. */
  readonly profile: FormView;
  /** Fields: `current_password`, `new_password`. Posts to /account/password. */
  readonly password: FormView;
}

export const accountPage = definePage<AccountView>('account', 'panel');
