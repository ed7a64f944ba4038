import type { Client } from '../../clients/client.entity.js';
import { isConfidential, keepsLook } from '../../clients/metadata-of-client.js';
import { type FieldFault, Problem } from '../../http/problem.js';
import type { ClientMetadata, MetadataResult } from '../../protocol/client-metadata.js';
import { extraFaults, fieldFault } from './client-input.js';
import type { ClientMembers } from './client-members.dto.js';

/** What an app has rights for, and whether it can use them. */
interface Rights {
  readonly adminScopes: readonly string[] | null;
  readonly grantTypes: readonly string[];
  /** Its owner could take the rights over. */
  readonly isOwned: boolean;
}

/** What an app will be beside its metadata. */
interface After extends Omit<Rights, 'grantTypes'> {
  readonly kind: string;
  readonly pkceRequired: boolean;
  /** The app as it is, when it is there already. */
  readonly before?: Client;
}

/**
 * The metadata that keeps every rule, of those that several members must keep together with what only the staff decides.
 * @throws Problem `validation-failed` with every fault
 */
export function judged(body: ClientMembers, after: After, { metadata, faults }: MetadataResult): ClientMetadata {
  const found = [...extraFaults(body, after.kind), ...faults.map(fieldFault)];
  if (metadata !== undefined)
    found.push(...rightsFaults({ ...after, ...metadata }), ...staffFaults(body, after, metadata));
  refuseFields(found);
  if (metadata === undefined) throw new Problem('validation-failed');
  return metadata;
}

/** Why an app cannot have these rights; none, when it can. */
export function rightsFaults({ adminScopes, grantTypes, isOwned }: Rights): FieldFault[] {
  const field = 'admin_scopes';
  if (adminScopes === null) return [];
  if (isOwned)
    return [{ field, message: 'An app of a user administers nothing: its owner could take the rights over.' }];
  if (grantTypes.includes('client_credentials')) return [];
  return [{ field, message: 'Only an app with the grant type client_credentials can use them.' }];
}

/** @throws Problem `validation-failed` when there is a fault */
export function refuseFields(errors: readonly FieldFault[]): void {
  if (errors.length > 0) throw new Problem('validation-failed', undefined, { errors });
}

function staffFaults(body: ClientMembers, { pkceRequired, before }: After, metadata: ClientMetadata): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!pkceRequired && !isConfidential(metadata)) {
    faults.push({ field: 'pkce_required', message: 'Only an app that has a secret can go without PKCE.' });
  }
  // Nobody vouches for what nobody has seen yet, the picture at another address above all (attack A23).
  if (before !== undefined && isVouchedFor(body) && !keepsLook(before, metadata)) {
    faults.push({ field: 'is_verified', message: 'Change it first, look at it, then vouch for it.' });
  }
  return faults;
}

function isVouchedFor(body: object): boolean {
  return 'is_verified' in body && body.is_verified === true;
}
