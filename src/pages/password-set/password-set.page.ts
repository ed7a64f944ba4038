import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';

export interface PasswordSetView {
  /** To the authorization request that waits in this browser, if it still does. */
  readonly loginUrl: string;
  readonly app?: AppView;
}

/** After a lost password was replaced. */
export const passwordSetPage = definePage<PasswordSetView>('password-set');
