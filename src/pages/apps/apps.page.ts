import type { AppView } from '../app-view.js';
import { definePage } from '../define-page.js';
import type { PaginationView } from '../pagination-view.js';

export interface AppListItem extends AppView {
  readonly url: string;
  readonly kind: string;
  readonly clientId: string;
  readonly createdAt: Date;
  readonly isSuspended: boolean;
}

export interface AppsView {
  readonly apps: readonly AppListItem[];
  readonly pagination: PaginationView;
  readonly canRegister: boolean;
}

export const appsPage = definePage<AppsView>('apps', 'panel');
