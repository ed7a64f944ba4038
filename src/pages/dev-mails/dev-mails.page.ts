import { definePage } from '../define-page.js';

export interface DevMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: Date;
}

export interface DevMailsView {
  /** Newest first. */
  readonly mails: readonly DevMail[];
}

/** The mails that a developer's machine did not send, since it has no mail server. */
export const devMailsPage = definePage<DevMailsView>('dev-mails', 'panel');
