import { definePage } from '../define-page.js';
import type { FormView } from '../form-view.js';

/** An address that waits to take the place of the user's. */
export interface PendingEmail {
  readonly email: string;
  readonly isOldConfirmed: boolean;
  readonly isNewConfirmed: boolean;
  readonly expiresAt: Date;
}

/** What the account pages say about the user's address. */
export interface EmailState {
  readonly address: string;
  readonly isVerified: boolean;
  /** Whether this server sends mail; without, addresses are neither confirmed nor changed. */
  readonly canSend: boolean;
  readonly pending?: PendingEmail;
}

export interface EmailView {
  readonly state: EmailState;
  /** Fields: `email`, `current_password`. Posts to /account/email. */
  readonly form: FormView;
  readonly username: string;
}

/** Where a user changes their address. */
export const emailPage = definePage<EmailView>('email', 'panel');
