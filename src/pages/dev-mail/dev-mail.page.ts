import { definePage } from '../define-page.js';

export interface DevMailView {
  readonly to: string;
  readonly subject: string;
  readonly sentAt: Date;
  /** The form in text, line by line; with an address where the line is a link. */
  readonly lines: readonly { readonly text: string; readonly url?: string }[];
  /** The other form, shown as its source: styles of a mail have no place under our content security policy. */
  readonly html: string;
}

/** One of those mails. */
export const devMailPage = definePage<DevMailView>('dev-mail', 'panel', ({ subject }) => subject);
