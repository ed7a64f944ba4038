import { OAuthError } from './oauth-error.js';

/** Where the admin API lives under the issuer; with it, the audience of the tokens that open it (RFC 8707 §2). */
export const ADMIN_API = '/api/v1';

/** What can be administered. Scopes, roles and routes of the admin API read this list. */
export const ADMIN_RESOURCES = [
  'users',
  'invitations',
  'clients',
  'secrets',
  'scopes',
  'resources',
  'sessions',
  'consents',
  'grants',
  'tokens',
  'initial-access-tokens',
  'keys',
  'audit-events',
  'settings',
  'statistics',
  'webhooks',
  'configuration',
] as const;
export type AdminResource = (typeof ADMIN_RESOURCES)[number];

export type AdminScope = `admin:${AdminResource}:${'read' | 'write'}`;

/** Every scope of the admin API. No person is asked for them: an owner gives them to a machine. */
export const ADMIN_SCOPES: readonly AdminScope[] = ADMIN_RESOURCES.flatMap((resource): AdminScope[] =>
  isReadOnly(resource) ? [`admin:${resource}:read`] : [`admin:${resource}:read`, `admin:${resource}:write`],
);

/** What happened cannot be changed. */
export function isReadOnly(resource: AdminResource): boolean {
  return resource === 'audit-events' || resource === 'statistics';
}

export function isAdminScope(scope: string): scope is AdminScope {
  return (ADMIN_SCOPES as readonly string[]).includes(scope);
}

/**
 * A token is for one resource server, so that none of them can use it at another one (RFC 9700 §2.3, attack A24).
 * @param scopes some of the admin API
 * @param resources what the client named (RFC 8707 §2)
 * @param audience of the admin API
 * @throws OAuthError `invalid_scope`, `invalid_target`
 */
export function requireOwnToken(scopes: readonly string[], resources: readonly string[], audience: string): void {
  if (!scopes.every(isAdminScope)) {
    throw new OAuthError('invalid_scope', 'ask for scopes of the admin API in a token of their own');
  }
  if (resources.every((resource) => resource === audience)) return;
  throw new OAuthError('invalid_target', 'no resource server of this name takes a token with this scope');
}
