import { definePage } from '../define-page.js';
import type { FormView } from '../form-view.js';

export interface ResetPasswordView {
  /** Field: `new_password`. */
  readonly form: FormView;
  readonly token: string;
  readonly username: string;
  /** The authorization request that waited when the link was asked for. */
  readonly interactionId?: string;
}

/** Where the mailed link leads. */
export const resetPasswordPage = definePage<ResetPasswordView>('reset-password');
