import { definePage } from '../define-page.js';

export interface VerifyEmailView {
  readonly email: string;
  readonly username: string;
  /** Of the mailed link; absent once the address is confirmed. */
  readonly token?: string;
}

/** Where the link leads that was mailed to a new address. A button confirms, since mail scanners follow links. */
export const verifyEmailPage = definePage<VerifyEmailView>('verify-email');
