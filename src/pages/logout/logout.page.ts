import { definePage } from '../define-page.js';

export interface LogoutView {
  /** Absent after the logout. */
  readonly username?: string;
}

/** Asks before it ends the session; afterwards says that it ended. */
export const logoutPage = definePage<LogoutView>('logout');
