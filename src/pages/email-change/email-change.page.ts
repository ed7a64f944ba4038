import { definePage } from '../define-page.js';
import { text } from '../texts.js';

export interface EmailChangeView {
  /** Which of the two mails led here. */
  readonly side: 'old' | 'new';
  /**
   * `ask`: agree or stop. `stop`: this address has no say, but may stop it. `waiting`: agreed, the other address is to
   * follow. `taken`: another account has the new address by now.
   */
  readonly state: 'ask' | 'stop' | 'waiting' | 'done' | 'stopped' | 'taken';
  readonly username: string;
  readonly newEmail: string;
  readonly token?: string;
}

/** Where the two links of a change of address lead. */
export const emailChangePage = definePage<EmailChangeView>('email-change', 'card', ({ state }) =>
  text(`email-change.${state}`),
);
