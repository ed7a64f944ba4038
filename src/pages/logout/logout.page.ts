import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';

export interface LogoutView {
  /** Who is signed in. */
  readonly username: string;
  /** The app that asks for it, if it said who it is. */
  readonly app?: AppView;
  /** Proves that this question was put by us, and for which session. */
  readonly ticket: string;
  /** Where "no" leads: back to the app, or home. */
  readonly stayUrl: string;
}

/** Asks before it ends the session. */
export const logoutPage = definePage<LogoutView>('logout');
