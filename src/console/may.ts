import { isAbove, isStaff, scopesOf } from '../api/staff-roles.js';
import type { AdminResource } from '../protocol/admin-scope.js';
import type { User } from '../users/user.entity.js';

type Viewer = Pick<User, 'role'>;

/** What of the admin API each part of the console is about, by the first step below `/admin`. */
const RESOURCES: Readonly<Record<string, AdminResource>> = {
  '': 'statistics',
  apps: 'clients',
  audit: 'audit-events',
  charts: 'statistics',
  // Below /admin/bulk, as the API names them.
  clients: 'clients',
  consents: 'consents',
  grants: 'grants',
  'initial-access-tokens': 'initial-access-tokens',
  invitations: 'invitations',
  keys: 'keys',
  resources: 'resources',
  scopes: 'scopes',
  sessions: 'sessions',
  settings: 'settings',
  tokens: 'tokens',
  'user-imports': 'users',
  users: 'users',
  webhooks: 'webhooks',
};
/** Steps below a list that are no thing of it. */
const ACTS_OF_LISTS = new Set(['new', 'rotate', 'revoke']);

/**
 * Whether somebody has the right that the page at an address of the console needs; an act needs it at the address that
 * asks and does it. Nobody is offered a way to where they may not go (offers.ts); the API decides in any case.
 */
export function mayOpen(viewer: Viewer, url: string): boolean {
  const [part = '', ...steps] = stepsOf(url);
  const resource = resourceOf(part, steps);
  if (resource === undefined) return false;
  const access = isLook(url) ? 'read' : 'write';
  // The API's own rule beside the scope: users are imported by those above support.
  if (part === 'user-imports' && access === 'write' && !mayActOn(viewer, 'support')) return false;
  return may(viewer, `admin:${resource}:${access}`);
}

/** Lists, things of lists, and deliveries; whatever else there is asks before it changes something. */
export function isLook(url: string): boolean {
  const [part, thing, act, ...rest] = stepsOf(url);
  if (thing === undefined) return true;
  if (act === undefined) return part !== 'settings' && !ACTS_OF_LISTS.has(thing);
  return act === 'deliveries' && rest.length <= 1;
}

/** Whether somebody may act on people of this role: nobody does on themselves, their equals and those above. */
export function mayActOn({ role }: Viewer, other: User['role']): boolean {
  return isStaff(role) && isAbove(role, other);
}

/** Whether somebody may act on an app: nobody does on one that may do what they may not. */
export function mayActOnApp(viewer: Viewer, adminScopes: readonly string[]): boolean {
  return adminScopes.every((scope) => may(viewer, scope));
}

/** Whether somebody gives roles to people, rights to programs, and changes what is kept of their own acts. */
export function isOwner({ role }: Viewer): boolean {
  return role === 'owner';
}

function may({ role }: Viewer, scope: string): boolean {
  return isStaff(role) && scopesOf(role).some((one) => one === scope);
}

function resourceOf(part: string, [, act]: readonly string[]): AdminResource | undefined {
  if (part === 'users' && act === 'sign-out') return 'sessions';
  if (part === 'apps' && act === 'secrets') return 'secrets';
  return Object.hasOwn(RESOURCES, part) ? RESOURCES[part] : undefined;
}

/** Below `/admin`; what is done to many of one kind is beside the kind. */
function stepsOf(url: string): string[] {
  const [path = ''] = url.split('?', 1);
  return path.replace(/^\/admin\/?(?:bulk\/)?/, '').split('/');
}
