import { definePage } from '../define-page.js';

export interface LogoutDoneView {
  /** Addresses of the apps that are told by a frame. */
  readonly frames: readonly string[];
  /** Where it goes on, if an app asked for that. */
  readonly continueUrl?: string;
  /** The app that it goes on to. */
  readonly appName?: string;
  /** Whether it goes on by itself, once the frames have loaded. */
  readonly goesOn: boolean;
}

/** Says that nobody is signed in any more; tells apps meanwhile. */
export const logoutDonePage = definePage<LogoutDoneView>('logout-done');
