import type { Client } from '../clients/client.entity.js';
import { metadataOf } from '../clients/metadata-of-client.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { registeredMetadata } from '../protocol/registration-response.js';

/** What of a registration is secret, or known only now. */
export interface ShownNow {
  /** Absent when there is none, or when it was shown before: only its digest is kept (docs/adr/0007). */
  readonly clientSecret?: string | undefined;
  readonly registrationAccessToken: string;
}

/** The client information response (RFC 7591 §3.2.1, RFC 7592 §3). */
export function registrationAnswer(
  client: Client,
  { clientSecret, registrationAccessToken }: ShownNow,
  issuer: string,
): Readonly<Record<string, unknown>> {
  return {
    client_id: client.clientId,
    client_id_issued_at: Math.floor(client.createdAt.getTime() / 1000),
    // RFC 7591 §3.2.1: required with a secret; 0 means that it does not expire.
    ...(clientSecret !== undefined && { client_secret: clientSecret, client_secret_expires_at: 0 }),
    registration_access_token: registrationAccessToken,
    registration_client_uri: `${issuer}${ENDPOINTS.register}/${client.clientId}`,
    ...registeredMetadata(metadataOf(client)),
  };
}
