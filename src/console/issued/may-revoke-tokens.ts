import { isStaff, scopesOf } from '../../api/staff-roles.js';
import type { User } from '../../users/user.entity.js';

/** Whether a link that leads there is of any use to the person; the API decides in any case. */
export function mayRevokeTokens({ role }: User): boolean {
  return isStaff(role) && scopesOf(role).includes('admin:tokens:write');
}
