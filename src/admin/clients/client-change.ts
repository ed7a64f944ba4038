import { checkMay } from '../../api/api.guard.js';
import type { Caller } from '../../api/caller.js';
import { checkFreshLogin } from '../../api/fresh-login.js';
import { checkMayActOnClient, checkMayGiveScopes, givenLater } from '../../api/rights.js';
import type { ClientDecision } from '../../clients/client-decision.js';
import type { Client } from '../../clients/client.entity.js';
import { CREDENTIAL_MEMBERS, metadataOf } from '../../clients/metadata-of-client.js';
import type { AdminScope } from '../../protocol/admin-scope.js';
import type { ClientMetadataInput } from '../../protocol/client-metadata.js';
import { changedInput } from './client-input.js';
import { refuseFields } from './client-judgement.js';
import type { ClientPatch } from './client.dto.js';

/** Where an app's codes go, and what it may ask for. */
const REACH_MEMBERS = ['redirect_uris', 'grant_types', 'scope'] as const;

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

/**
 * Whether the caller may change all that. Whoever sets what an app proves itself with can be the app: that needs what
 * making a secret needs.
 * @throws Problem `forbidden`, `insufficient-scope`, `login-too-old`, `validation-failed`
 */
export function checkMayChange(caller: Caller, client: Client, patch: ClientPatch): void {
  checkMayActOnClient(caller, client);
  const decision = decisionOf(patch);
  if (changesRights(client, decision)) {
    checkMayGiveScopes(caller, patch.admin_scopes ?? []);
    const message = givenLater(client.adminScopes, decision.adminScopes ?? null);
    if (message !== undefined) refuseFields([{ field: 'admin_scopes', message }]);
  }
  const isOther = otherMembers(client, patch);
  if (CREDENTIAL_MEMBERS.some(isOther)) checkMay(caller, { scope: 'admin:secrets:write' });
  if ([...CREDENTIAL_MEMBERS, ...REACH_MEMBERS].some(isOther) || decidesOtherwise(client, decision)) {
    checkFreshLogin(caller);
  }
}

/** Whether the app would prove itself with something else. */
export function setsCredentials(client: Client, patch: ClientPatch): boolean {
  return CREDENTIAL_MEMBERS.some(otherMembers(client, patch));
}

/** Whether the app would have other rights than before; those that it has may be sent along. */
function changesRights({ adminScopes: before }: Client, { adminScopes: after }: ClientDecision): boolean {
  if (after === undefined) return false;
  return (before ?? []).toSorted().join(' ') !== (after ?? []).toSorted().join(' ');
}

/** Tells of a member whether the change gives it another value. */
function otherMembers(client: Client, patch: ClientPatch): (member: keyof ClientMetadataInput) => boolean {
  const [before, after] = [metadataOf(client), changedInput(client, patch)];
  return (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]);
}

function decidesOtherwise(client: Client, { suspendedReason: _reason, ...decision }: ClientDecision): boolean {
  return Object.entries(decision).some(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(client[column as keyof Client]),
  );
}
