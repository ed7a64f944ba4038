import { isStaff, scopesOf } from '../api/staff-roles.js';
import type { AdminScope } from '../protocol/admin-scope.js';
import type { User } from '../users/user.entity.js';

/** Whether somebody has this right: what they have no use for is not offered to them. The API decides in any case. */
export function may({ role }: Pick<User, 'role'>, scope: AdminScope): boolean {
  return isStaff(role) && scopesOf(role).includes(scope);
}
