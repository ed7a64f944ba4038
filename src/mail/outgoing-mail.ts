import type { RenderedMail } from './render-mail.js';

/** A mail as it leaves. */
export interface OutgoingMail extends RenderedMail {
  /** The same for every attempt, so that a mail which arrives twice is recognised by its Message-ID. */
  readonly id: string;
  readonly to: string;
}
