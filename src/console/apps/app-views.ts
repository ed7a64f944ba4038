import type { components } from '../../../clients/typescript/schema.js';
import type { CellView } from '../../pages/console-views.js';
import { words } from '../../pages/console-views.js';

export type ListedApp = components['schemas']['ClientResource'];
export type App = components['schemas']['ClientDetail'];
export type NewApp = components['schemas']['NewClient'];
export type RegisteredApp = components['schemas']['RegisteredClientResource'];

/** The list; an app's page is one step below it, under its client id. */
export const APPS = '/admin/apps';

export const STATUSES = ['active', 'suspended'] as const;

export function urlOf({ client_id: id }: Pick<ListedApp, 'client_id'>): string {
  return `${APPS}/${encodeURIComponent(id)}`;
}

export function statusCell({ status }: Pick<ListedApp, 'status'>): CellView {
  return { badge: words(status), tone: status === 'active' ? 'good' : 'caution' };
}

/** What the consent page says of it. */
export function verifiedCell({ is_verified: isVerified }: Pick<ListedApp, 'is_verified'>): CellView {
  return isVerified ? { badge: 'Verified', tone: 'good' } : { text: '—' };
}

export function ownerCell({ owner }: Pick<ListedApp, 'owner'>): CellView {
  if (owner === null) return { text: 'This installation' };
  return { text: owner, url: `/admin/users?search=${encodeURIComponent(owner)}` };
}
