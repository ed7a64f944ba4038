import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';
import type { FormView } from '../form-view.js';

export interface LoginView {
  /** Fields: `username`, `password`. */
  readonly form: FormView;
  /** The app that asked, inside an authorization. */
  readonly app?: AppView;
  readonly interactionId?: string;
  /** Local path to come back to, outside an authorization. */
  readonly returnTo?: string;
  /** Address of the page for a lost password. */
  readonly forgotUrl: string;
  /** Address of the sign-up page that goes on where this one stands; absent when sign-up is closed. */
  readonly signupUrl?: string;
}

export const loginPage = definePage<LoginView>('login');
