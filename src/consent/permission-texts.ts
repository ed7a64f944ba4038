import { claimOfPermission } from '../protocol/permission.js';

/** Where the texts about a permission are: `scope.email`, or `claim.email` for the single claim. */
export function permissionTexts(permission: string): string {
  const claim = claimOfPermission(permission);
  return claim === undefined ? `scope.${permission}` : `claim.${claim}`;
}
