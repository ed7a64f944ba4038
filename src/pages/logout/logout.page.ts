import { definePage } from '../define-page.js';
import { text } from '../texts.js';

export interface LogoutView {
  /** Absent after the logout. */
  readonly username?: string;
}

/** Asks before it ends the session; afterwards says that it ended. */
export const logoutPage = definePage<LogoutView>('logout', 'card', ({ username }) =>
  text(username === undefined ? 'logout.done' : 'logout.question'),
);
