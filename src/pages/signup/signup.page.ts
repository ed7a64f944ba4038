import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';
import type { FormView } from '../form-view.js';
import { text } from '../texts.js';

export interface SignupView {
  /** Fields, named as they are documented: `username`, `email`, `password`, `empUserId`, `dob`, `phone`; file `pic`. */
  readonly form: FormView;
  readonly actionUrl: '/signup' | '/setup' | '/invitation';
  /** Set on the page that makes the first admin. */
  readonly setupToken?: string;
  /** Set on the page of somebody who was invited, with the address that the account will have. */
  readonly invitationToken?: string;
  readonly invitedEmail?: string;
  readonly app?: AppView;
  readonly interactionId?: string;
  readonly returnTo?: string;
  readonly loginUrl: string;
}

export const signupPage = definePage<SignupView>('signup', 'card', ({ setupToken }) =>
  text(setupToken === undefined ? 'signup.title' : 'signup.setup_title'),
);
