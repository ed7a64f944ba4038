import { definePage } from '../define-page.js';
import { text } from '../texts.js';

export interface ErrorView {
  /** A key under `error.` in the locale: `not_found`, `forbidden`, `server_error` … */
  readonly kind: string;
  /** A sentence that says more. */
  readonly detail?: string;
  /** To quote when asking for help. */
  readonly requestId: string;
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
}

export const errorPage = definePage<ErrorView>('error', 'card', ({ kind }) => text(`error.${kind}.heading`));
