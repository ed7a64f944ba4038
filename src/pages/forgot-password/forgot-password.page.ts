import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';
import type { FormView } from '../form-view.js';

export interface ForgotPasswordView {
  /** Field: `email`. */
  readonly form: FormView;
  /** Whether this server sends mail at all. */
  readonly canSend: boolean;
  /** What was typed, once it was sent. */
  readonly sentTo?: string;
  readonly loginUrl: string;
  /** The app that asked, inside an authorization. */
  readonly app?: AppView;
  readonly interactionId?: string;
  /** Local path to come back to, outside an authorization. */
  readonly returnTo?: string;
}

export const forgotPasswordPage = definePage<ForgotPasswordView>('forgot-password');
