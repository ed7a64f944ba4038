import { definePage } from '../define-page.js';

export interface LogoutErrorView {
  readonly code: string;
  /** For the app's developer. */
  readonly description: string;
  readonly requestId: string;
  /** Whether somebody is signed in, who may want to sign out all the same. */
  readonly isSignedIn: boolean;
}

/** An end session request with a fault in it. Nothing is ended, and nobody is sent anywhere. */
export const logoutErrorPage = definePage<LogoutErrorView>('logout-error');
