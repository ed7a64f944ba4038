import type { AuditAction } from '../audit/audit-actions.js';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import type { Client, ClientStatus } from './client.entity.js';

/** What those who administer the installation decide about an app. An absent member stays. */
export interface ClientDecision {
  readonly isVerified?: boolean;
  readonly status?: ClientStatus;
  /** For the app's owner; null when it is not suspended. */
  readonly suspendedReason?: string | null;
  /** Of the admin API. */
  readonly adminScopes?: string[] | null;
  /** What it may be registered for at most. */
  readonly allowedScopes?: string[] | null;
  readonly pkceRequired?: boolean;
}

/** What can happen to an app. */
export type ClientAction = Extract<AuditAction, `client.${string}`>;

/** One thing that happened to an app, for the audit log. */
export interface ClientAct {
  readonly action: ClientAction;
  readonly details?: AuditDetails;
}

/** What of a decision is something else than before, in the words that somebody looks for. */
export function actsOf(before: Client, { isVerified, status, adminScopes }: ClientDecision): ClientAct[] {
  const acts: ClientAct[] = [];
  if (isVerified !== undefined && isVerified !== before.isVerified) {
    acts.push({ action: isVerified ? 'client.verified' : 'client.unverified' });
  }
  if (status !== undefined && status !== before.status) {
    acts.push({ action: status === 'suspended' ? 'client.suspended' : 'client.reinstated' });
  }
  if (adminScopes !== undefined && JSON.stringify(adminScopes) !== JSON.stringify(before.adminScopes)) {
    acts.push({ action: 'client.rights_changed', details: { adminScopes: adminScopes ?? [] } });
  }
  return acts;
}

/** An app was made. */
export function actOfMaking({ registeredBy, kind, adminScopes, ownerEmployeeId: owner }: Client): ClientAct {
  const details = {
    registeredBy,
    kind,
    ...(owner !== null && { owner }),
    ...(adminScopes !== null && { adminScopes }),
  };
  return { action: 'client.created', details };
}
