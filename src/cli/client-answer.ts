import type { Registration } from '../clients/client-registration.service.js';
import type { Client } from '../clients/client.entity.js';
import { metadataOf } from '../clients/metadata-of-client.js';
import { styled } from './output.js';

/** An app as JSON, under the names of RFC 7591 §2. Nothing of it is secret. */
export function publicClient(client: Client): Readonly<Record<string, unknown>> {
  return {
    client_id: client.clientId,
    client_id_issued_at: Math.floor(client.createdAt.getTime() / 1000),
    ...metadataOf(client),
    scope: client.scopes.join(' '),
    owner_employee_id: client.ownerEmployeeId,
    ...(client.adminScopes !== null && { admin_scope: client.adminScopes.join(' ') }),
    status: client.status,
    ...(client.suspendedReason !== null && { suspended_reason: client.suspendedReason }),
    verified: client.isVerified,
    pkce_required: client.pkceRequired,
    registered_by: client.registeredBy,
  };
}

/** The answer to a registration (RFC 7591 §3.2.1, RFC 7592 §3) with the key that signs the app's `state` values. */
export function registrationAnswer({ client, ...secrets }: Registration): Readonly<Record<string, unknown>> {
  const { clientSecret, registrationAccessToken, stateKey } = secrets;
  return {
    ...publicClient(client),
    // RFC 7591 §3.2.1: required with a secret; 0 means that it does not expire.
    ...(clientSecret === undefined ? {} : { client_secret: clientSecret, client_secret_expires_at: 0 }),
    registration_access_token: registrationAccessToken,
    state_key: stateKey,
  };
}

/** The same for people. */
export function registrationLines({ client, ...secrets }: Registration): string[] {
  const { clientSecret, registrationAccessToken, stateKey } = secrets;
  const rows: [string, string][] = [
    ['Client id', client.clientId],
    ...(clientSecret === undefined ? [] : [['Client secret', clientSecret] as [string, string]]),
    ['Token', registrationAccessToken],
    ['State key', stateKey],
  ];
  return [
    `Registered ${styled('bold', client.clientName)}. Copy these now: the secret and the token are not shown again.`,
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(14)} ${value}`),
  ];
}
