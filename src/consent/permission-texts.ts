import type { PermissionText } from '../pages/permission-text.js';
import { type DefinedScopes, isCustomScope } from '../protocol/custom-scope.js';
import { claimOfPermission } from '../protocol/permission.js';
import { scopeSentence } from '../scopes/scope-sentence.js';

/** What a permission is called on pages; what administrators defined has its sentence with it. */
export function permissionText(permission: string, defined: DefinedScopes): PermissionText {
  const claim = claimOfPermission(permission);
  if (claim !== undefined) return { texts: `claim.${claim}` };
  const scope = defined.get(permission);
  if (scope !== undefined) return { texts: '', sentence: scopeSentence(scope) };
  // A scope that is gone has nothing but its name.
  return isCustomScope(permission) ? { texts: '', sentence: permission } : { texts: `scope.${permission}` };
}
