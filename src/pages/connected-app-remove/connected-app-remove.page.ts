import { definePage } from '../define-page.js';
import type { ConnectedApp } from '../connected-apps/connected-apps.page.js';

export interface ConnectedAppRemoveView {
  readonly app: ConnectedApp;
}

/** Says what removing does, and asks. Posts to /account/apps/<consentId>/remove. */
export const connectedAppRemovePage = definePage<ConnectedAppRemoveView>('connected-app-remove', 'panel');
