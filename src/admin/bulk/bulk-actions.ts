import type { AdminScope } from '../../protocol/admin-scope.js';

/** What the operation on a single thing asks of its caller. */
export interface BulkActionRights {
  readonly scope: AdminScope;
  readonly isDestructive: boolean;
}

const USERS: AdminScope = 'admin:users:write';
const CLIENTS: AdminScope = 'admin:clients:write';

/** Same rights as of the operations on one user: `updateUser`, `signOutUser`, `deleteUser`. */
export const USER_RIGHTS = {
  disable: { scope: USERS, isDestructive: false },
  enable: { scope: USERS, isDestructive: false },
  sign_out: { scope: 'admin:sessions:write', isDestructive: true },
  delete: { scope: USERS, isDestructive: true },
} as const satisfies Record<string, BulkActionRights>;
export type UserAction = keyof typeof USER_RIGHTS;
export const USER_ACTIONS = Object.keys(USER_RIGHTS) as UserAction[];

/** Same rights as of the operations on one app: `updateClient`, `revokeTokens`, `deleteClient`. */
export const CLIENT_RIGHTS = {
  suspend: { scope: CLIENTS, isDestructive: false },
  reinstate: { scope: CLIENTS, isDestructive: false },
  verify: { scope: CLIENTS, isDestructive: false },
  revoke_tokens: { scope: 'admin:tokens:write', isDestructive: true },
  delete: { scope: CLIENTS, isDestructive: true },
} as const satisfies Record<string, BulkActionRights>;
export type ClientAction = keyof typeof CLIENT_RIGHTS;
export const CLIENT_ACTIONS = Object.keys(CLIENT_RIGHTS) as ClientAction[];
