import { randomToken } from '../crypto/random-token.js';
import type { AdminScope } from '../protocol/admin-scope.js';
import type { ClientMetadata } from '../protocol/client-metadata.js';
import type { Client, RegisteredBy } from './client.entity.js';
import { changeableColumns, isConfidential } from './metadata-of-client.js';

const CLIENT_ID_BYTES = 16;

/** What a registration may bring besides its metadata. */
export interface RegistrationOptions {
  /** The row's id, made when a form was shown: a form that is sent twice makes one app. */
  readonly id?: string | undefined;
  /** Chosen by an operator, who declares apps by their ids; ours is random otherwise. */
  readonly clientId?: string | undefined;
  /** The operator's own, not weaker than ours. Made when absent, for an app that has one. */
  readonly clientSecret?: string | undefined;
  /** The logo's upload as it came. */
  readonly logo?: Buffer | undefined;
  readonly registeredBy?: RegisteredBy;
  /** Only an administrator may say false, and only a confidential app can be one that cannot do PKCE. */
  readonly pkceRequired?: boolean;
  /** What it may be registered for at most, now and later. */
  readonly allowedScopes?: readonly string[] | undefined;
  /** Of the admin API; for an app of the installation only. */
  readonly adminScopes?: readonly AdminScope[] | undefined;
  /** Seconds after which the app ends unless it has been used. */
  readonly unusedLifetime?: number;
}

/** What of a new app follows from its metadata alone. */
export function newClient(
  metadata: ClientMetadata,
  {
    clientId = `client_${randomToken(CLIENT_ID_BYTES)}`,
    registeredBy = 'panel',
    pkceRequired = true,
    allowedScopes,
    adminScopes,
    unusedLifetime,
  }: RegistrationOptions,
): Partial<Client> {
  const now = new Date();
  return {
    ...changeableColumns(metadata),
    clientId,
    kind: metadata.kind,
    pkceRequired: pkceRequired || !isConfidential(metadata),
    // RFC 9700 §4.14.2: refresh tokens of public clients are rotated or sender-constrained.
    refreshTokenRotation: !isConfidential(metadata),
    status: 'active',
    suspendedReason: null,
    isVerified: false,
    registeredBy,
    expiresAt: unusedLifetime === undefined ? null : new Date(now.getTime() + unusedLifetime * 1000),
    adminScopes: adminScopes === undefined ? null : [...adminScopes],
    allowedScopes: allowedScopes === undefined ? null : [...allowedScopes],
    createdAt: now,
    updatedAt: now,
  };
}
