import { definePage } from '../define-page.js';
import type { FormView } from '../form-view.js';
import { text } from '../texts.js';

export interface AppDeleteView {
  readonly clientName: string;
  readonly clientId: string;
  readonly actionUrl: string;
  readonly cancelUrl: string;
  /** How many people allowed it. */
  readonly people: number;
  /** Field: `confirmation`, the app's name typed again. */
  readonly form: FormView;
}

export const appDeletePage = definePage<AppDeleteView>('app-delete', 'panel', ({ clientName }) =>
  text('app-delete.question', { app: clientName }),
);
