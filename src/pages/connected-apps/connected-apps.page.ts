import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';
import type { PermissionText } from '../permission-text.js';
import type { PaginationView } from '../pagination-view.js';

export interface ConnectedApp extends AppView {
  readonly consentId: string;
  readonly ownerName?: string;
  readonly isVerified: boolean;
  readonly permissions: readonly PermissionText[];
  readonly allowedAt: Date;
  readonly lastUsedAt?: Date;
  /** Where the app signs the person in by itself. */
  readonly openUrl?: string;
}

export interface ConnectedAppsView {
  readonly apps: readonly ConnectedApp[];
  readonly pagination: PaginationView;
}

export const connectedAppsPage = definePage<ConnectedAppsView>('connected-apps', 'panel');
