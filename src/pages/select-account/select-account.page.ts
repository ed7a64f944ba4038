import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';

export interface SelectAccountView {
  /** The app that asked. */
  readonly app?: AppView;
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly email: string;
    readonly pictureUrl?: string;
  };
  readonly interactionId: string;
  /** The person signed in as someone else while this page was open. */
  readonly isOtherAccount: boolean;
}

/**
 * With which account to go on. Posts to /select-account: `interaction`, `account` (its id), and the pressed button
 * `choice`: `continue` (#select-continue) or `other` (#select-other).
 */
export const selectAccountPage = definePage<SelectAccountView>('select-account');
