import { definePage } from '../define-page.js';
import type { ConnectedApp } from '../connected-apps/connected-apps.page.js';
import { text } from '../texts.js';

export interface ConnectedAppRemoveView {
  readonly app: ConnectedApp;
}

/** Says what removing does, and asks. Posts to /account/apps/<consentId>/remove. */
export const connectedAppRemovePage = definePage<ConnectedAppRemoveView>('connected-app-remove', 'panel', ({ app }) =>
  text('connected-app-remove.question', { app: app.name }),
);
