import type { AdminScope } from '../../protocol/admin-scope.js';

/** What the operation on a single thing asks of its caller, beside the fresh login that every act on many needs. */
export interface BulkActionRights {
  readonly scope: AdminScope;
}

const USERS: AdminScope = 'admin:users:write';
const CLIENTS: AdminScope = 'admin:clients:write';

/** Same rights as of the operations on one user: `updateUser`, `signOutUser`, `deleteUser`. */
export const USER_RIGHTS = {
  disable: { scope: USERS },
  enable: { scope: USERS },
  sign_out: { scope: 'admin:sessions:write' },
  delete: { scope: USERS },
} as const satisfies Record<string, BulkActionRights>;
export type UserAction = keyof typeof USER_RIGHTS;
export const USER_ACTIONS = Object.keys(USER_RIGHTS) as UserAction[];

/** Same rights as of the operations on one app: `updateClient`, `revokeTokens`, `deleteClient`. */
export const CLIENT_RIGHTS = {
  suspend: { scope: CLIENTS },
  reinstate: { scope: CLIENTS },
  verify: { scope: CLIENTS },
  revoke_tokens: { scope: 'admin:tokens:write' },
  delete: { scope: CLIENTS },
} as const satisfies Record<string, BulkActionRights>;
export type ClientAction = keyof typeof CLIENT_RIGHTS;
export const CLIENT_ACTIONS = Object.keys(CLIENT_RIGHTS) as ClientAction[];
