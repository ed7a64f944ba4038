import { definePage } from '../define-page.js';
import { text } from '../texts.js';

export interface LinkOverView {
  readonly kind: 'verify_email' | 'email_change' | 'reset_password' | 'invitation';
  /** Who is signed in, when the link works but is another account's. */
  readonly otherThan?: string;
}

/** A mailed link that does not work: used, too old, replaced by a newer one, unknown, or somebody else's. */
export const linkOverPage = definePage<LinkOverView>('link-over', 'card', ({ otherThan }) =>
  text(otherThan === undefined ? 'link-over.title' : 'link-over.foreign'),
);
