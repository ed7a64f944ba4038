import type { LinkView } from '../pages/console-views.js';
import type { NavigationSection } from '../pages/frame.js';
import type { User } from '../users/user.entity.js';
import { mayOpen } from './may.js';

interface Section {
  readonly label: string;
  readonly links: readonly LinkView[];
}

/** The console's lists. */
const SECTIONS: readonly Section[] = [
  {
    label: 'Overview',
    links: [{ label: 'Dashboard', url: '/admin' }],
  },
  {
    label: 'People',
    links: [
      { label: 'Users', url: '/admin/users' },
      { label: 'Imports', url: '/admin/user-imports' },
      { label: 'Invitations', url: '/admin/invitations' },
      { label: 'Sessions', url: '/admin/sessions' },
    ],
  },
  {
    label: 'Access',
    links: [
      { label: 'Connected apps', url: '/admin/consents' },
      { label: 'Authorizations', url: '/admin/grants' },
      { label: 'Access tokens', url: '/admin/tokens' },
      { label: 'Registration tokens', url: '/admin/initial-access-tokens' },
    ],
  },
  {
    label: 'Programs',
    links: [
      { label: 'Apps', url: '/admin/apps' },
      { label: 'Scopes', url: '/admin/scopes' },
      { label: 'Resource servers', url: '/admin/resources' },
    ],
  },
  {
    label: 'System',
    links: [
      { label: 'Keys', url: '/admin/keys' },
      { label: 'Webhooks', url: '/admin/webhooks' },
      { label: 'Settings', url: '/admin/settings' },
      { label: 'Audit log', url: '/admin/audit' },
    ],
  },
];

/** The navigation of somebody with this role. @param current the address of the list that the page belongs to */
export function navigationFor(user: User, current: string): NavigationSection[] {
  return SECTIONS.map(({ label, links }) => ({
    label,
    links: links
      .filter(({ url }) => mayOpen(user, url))
      .map((link) => ({ label: link.label, url: link.url, isCurrent: link.url === current })),
  })).filter(({ links }) => links.length > 0);
}
