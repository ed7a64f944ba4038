import { definePage } from '../define-page.js';

export interface ErrorHelpView {
  /** An OAuth error code; its texts are under `errorHelp.<code>`: meaning, causes, fix. */
  readonly code: string;
  readonly status: number;
}

export const errorHelpPage = definePage<ErrorHelpView>('error-help', 'card', ({ code }) => code);
