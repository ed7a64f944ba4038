import type { NavigationSection } from '../pages/frame.js';
import type { AdminScope } from '../protocol/admin-scope.js';
import type { User } from '../users/user.entity.js';
import { may } from './may.js';

interface Section {
  readonly label: string;
  readonly links: readonly { readonly label: string; readonly url: string; readonly scope: AdminScope }[];
}

/** The console's pages. Who lacks the scope does not see the link; the API decides in any case. */
const SECTIONS: readonly Section[] = [
  {
    label: 'Overview',
    links: [{ label: 'Dashboard', url: '/admin', scope: 'admin:statistics:read' }],
  },
  {
    label: 'People',
    links: [
      { label: 'Users', url: '/admin/users', scope: 'admin:users:read' },
      { label: 'Imports', url: '/admin/user-imports', scope: 'admin:users:read' },
      { label: 'Invitations', url: '/admin/invitations', scope: 'admin:invitations:read' },
      { label: 'Sessions', url: '/admin/sessions', scope: 'admin:sessions:read' },
    ],
  },
  {
    label: 'Access',
    links: [
      { label: 'Connected apps', url: '/admin/consents', scope: 'admin:consents:read' },
      { label: 'Authorizations', url: '/admin/grants', scope: 'admin:grants:read' },
      { label: 'Access tokens', url: '/admin/tokens', scope: 'admin:tokens:read' },
      { label: 'Registration tokens', url: '/admin/initial-access-tokens', scope: 'admin:initial-access-tokens:read' },
    ],
  },
  {
    label: 'Programs',
    links: [
      { label: 'Apps', url: '/admin/apps', scope: 'admin:clients:read' },
      { label: 'Scopes', url: '/admin/scopes', scope: 'admin:scopes:read' },
      { label: 'Resource servers', url: '/admin/resources', scope: 'admin:resources:read' },
    ],
  },
  {
    label: 'System',
    links: [
      { label: 'Keys', url: '/admin/keys', scope: 'admin:keys:read' },
      { label: 'Webhooks', url: '/admin/webhooks', scope: 'admin:webhooks:read' },
      { label: 'Settings', url: '/admin/settings', scope: 'admin:settings:read' },
      { label: 'Audit log', url: '/admin/audit', scope: 'admin:audit-events:read' },
    ],
  },
];

/** The navigation of somebody with this role. @param current the address of the list that the page belongs to */
export function navigationFor(user: User, current: string): NavigationSection[] {
  return SECTIONS.map(({ label, links }) => ({
    label,
    links: links
      .filter(({ scope }) => may(user, scope))
      .map((link) => ({ label: link.label, url: link.url, isCurrent: link.url === current })),
  })).filter(({ links }) => links.length > 0);
}
