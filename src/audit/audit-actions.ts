/**
 * Everything that is written down: what changes who may do what, and what somebody tried in vain. What happens at every
 * request of an app (codes, tokens, userinfo) is not: it follows from a consent, which is; nor are wrong credentials of apps
 * that have no rights here.
 */
export const AUDIT_ACTIONS = [
  'user.created',
  'user.import_started',
  'user.imported',
  'user.import_removed',
  'user.updated',
  'user.role_changed',
  'user.disabled',
  'user.enabled',
  'user.deleted',
  'user.signed_out_everywhere',
  'user.password_changed',
  'user.password_reset',
  'user.email_changed',
  'user.password_reset_sent',
  'invitation.created',
  'invitation.resent',
  'invitation.accepted',
  'invitation.withdrawn',
  'bulk_operation.created',
  'bulk_operation.cancelled',
  'bulk_operation.stopped',
  'bulk_operation.item_failed',
  'login.succeeded',
  'login.failed',
  'session.ended',
  'console_token.issued',
  'console_token.refused',
  'api.refused',
  'setup_link.refused',
  'client.created',
  'client.updated',
  'client.deleted',
  'client.verified',
  'client.unverified',
  'client.suspended',
  'client.reinstated',
  'client.rights_changed',
  'client.credentials_changed',
  'client.secret_rotated',
  'client.secret_revoked',
  'client.authentication_failed',
  'client.rights_refused',
  'consent.granted',
  'consent.refused',
  'consent.withdrawn',
  'grant.replayed',
  'grant.revoked',
  'token.revoked',
  'key.activated',
  'key.rotated',
  'key.revoked',
  'initial_access_token.created',
  'initial_access_token.revoked',
  'initial_access_token.refused',
  'settings.changed',
  'webhook.created',
  'webhook.updated',
  'webhook.enabled',
  'webhook.disabled',
  'webhook.deleted',
  'webhook.secret_rotated',
  'webhook.replayed',
  'scope.created',
  'scope.updated',
  'scope.deleted',
  'resource.created',
  'resource.updated',
  'resource.deleted',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditTargetType =
  | 'user'
  | 'user_import'
  | 'client'
  | 'session'
  | 'grant'
  | 'token'
  | 'key'
  | 'initial_access_token'
  | 'setting'
  | 'invitation'
  | 'webhook'
  | 'scope'
  | 'resource'
  | 'bulk_operation';
