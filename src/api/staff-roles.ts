import { ADMIN_RESOURCES, type AdminResource, type AdminScope, isReadOnly } from '../protocol/admin-scope.js';
import { STAFF_ROLES, type StaffRole, type UserRole } from '../users/user.entity.js';

type Access = 'read' | 'write';

const all = (access: Access) => Object.fromEntries(ADMIN_RESOURCES.map((resource) => [resource, access]));

/** What each role opens; who may write may read. Operations name a scope, so people and machines are judged alike. */
const RIGHTS: Readonly<Record<StaffRole, Readonly<Partial<Record<AdminResource, Access>>>>> = {
  /** Looks at everything, changes nothing. */
  auditor: all('read'),
  /** Helps people with their accounts. */
  support: {
    users: 'write',
    invitations: 'write',
    sessions: 'write',
    consents: 'write',
    grants: 'write',
    clients: 'read',
    tokens: 'read',
  },
  /** Runs the installation; its keys are the owners'. */
  admin: { ...all('write'), keys: 'read' },
  owner: all('write'),
};

export function isStaff(role: UserRole): role is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(role);
}

/** The scopes that a person of this role has. */
export function scopesOf(role: StaffRole): readonly AdminScope[] {
  const rights = RIGHTS[role];
  return ADMIN_RESOURCES.flatMap((resource): AdminScope[] => {
    if (rights[resource] === undefined) return [];
    const read: AdminScope = `admin:${resource}:read`;
    return rights[resource] === 'write' && !isReadOnly(resource) ? [read, `admin:${resource}:write`] : [read];
  });
}

/** Support helps people with their accounts; auditors, who watch it, are out of its reach. */
const RANKS: Readonly<Record<StaffRole, number>> = { auditor: 0, support: 0, admin: 1, owner: 2 };

/** Whether one role is above another one, or the other one is none of the staff's. Nobody acts on their equals. */
export function isAbove(role: StaffRole, other: UserRole): boolean {
  return !isStaff(other) || RANKS[role] > RANKS[other];
}
