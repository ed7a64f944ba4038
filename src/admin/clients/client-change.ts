import type { ClientDecision } from '../../clients/client-decision.js';
import type { Client } from '../../clients/client.entity.js';
import type { AdminScope } from '../../protocol/admin-scope.js';
import type { ClientPatch } from './client.dto.js';

/** What of a change only the staff can decide. */
export function decisionOf(patch: ClientPatch): ClientDecision {
  const { is_verified: isVerified, status, suspended_reason: reason, allowed_scopes: allowedScopes } = patch;
  const { admin_scopes: adminScopes, pkce_required: pkceRequired } = patch;
  return {
    ...(isVerified !== undefined && { isVerified }),
    ...(status !== undefined && { status, suspendedReason: status === 'suspended' ? (reason ?? null) : null }),
    ...(allowedScopes !== undefined && { allowedScopes }),
    ...(adminScopes !== undefined && { adminScopes: rightsOf(adminScopes) }),
    ...(pkceRequired !== undefined && { pkceRequired }),
  };
}

/** Scopes of the admin API as they are kept: null where there are none. */
export function rightsOf(scopes: readonly AdminScope[] = []): AdminScope[] | null {
  return scopes.length === 0 ? null : [...new Set(scopes)];
}

/** Whether the app would have other rights than before; those that it has may be sent along. */
export function changesRights({ adminScopes: before }: Client, { adminScopes: after }: ClientDecision): boolean {
  if (after === undefined) return false;
  return (before ?? []).toSorted().join(' ') !== (after ?? []).toSorted().join(' ');
}
