import type { AppKind } from '../protocol/grant-types.js';
import { localizedNames } from '../protocol/localized-client.js';
import type { OpenIdClientMetadata } from '../protocol/openid-client-metadata.js';
import { redirectHost } from '../protocol/redirect-uri.js';
import { pictureUrl } from '../pictures/picture-url.js';
import type { ClientSecret } from './client-secret.entity.js';
import type { Client } from './client.entity.js';

/** A secret that authenticates the client at this moment. */
export interface LiveSecret {
  readonly digest: Buffer;
  /** Null while it is the current one. */
  readonly expiresAt: Date | null;
  /** The secret itself, sealed, when the client proves it by HMAC. */
  readonly sealed: string | null;
}

/** What people see of an app; a consent remembers it and asks again when it changes. */
export interface ClientAppearance {
  readonly name: string;
  /** Its names in other languages, `client_name#de` and the like; absent when there are none. */
  readonly names?: Readonly<Record<string, string>>;
  /** Id of the stored logo: another picture is another id. */
  readonly logo: string | null;
  /** Hosts of the redirect URIs, sorted, each once. */
  readonly hosts: readonly string[];
}

/** An app as the protocol sees it: frozen, free of the database, safe to keep in memory for a moment. */
export interface RegisteredClient {
  /** Primary key of the row; other tables refer to it. */
  readonly rowId: string;
  readonly clientId: string;
  readonly kind: AppKind;
  readonly clientName: string;
  readonly clientUri: string | null;
  readonly logoUrl: string | undefined;
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly string[];
  readonly scopes: readonly string[];
  /** Of the admin API (src/protocol/admin-scope.ts). */
  readonly adminScopes: readonly string[];
  readonly tokenEndpointAuthMethod: string;
  /** Without a secret that it could keep (RFC 6749 §2.1). */
  readonly isPublic: boolean;
  readonly pkceRequired: boolean;
  readonly refreshTokenRotation: boolean;
  /** The registration's other members, under their standard names. */
  readonly metadata: OpenIdClientMetadata;
  readonly isActive: boolean;
  /** Registered by itself and never used: it ends unless `ClientService.noteUse` is told of a use. */
  readonly isUnused: boolean;
  readonly isVerified: boolean;
  /** The owner's username; null for an app that an operator made on the command line. */
  readonly ownerName: string | null;
  readonly ownerEmployeeId: string | null;
  readonly secrets: readonly LiveSecret[];
  readonly snapshot: ClientAppearance;
}

/** @param client with `owner` and its live `secrets` loaded */
export function registeredClient(client: Client): RegisteredClient {
  return Object.freeze({
    rowId: client.id,
    clientId: client.clientId,
    kind: client.kind as AppKind,
    clientName: client.clientName,
    clientUri: client.clientUri,
    logoUrl: pictureUrl(client.logo),
    redirectUris: Object.freeze([...client.redirectUris]),
    grantTypes: Object.freeze([...client.grantTypes]),
    scopes: Object.freeze([...client.scopes]),
    adminScopes: Object.freeze([...(client.adminScopes ?? [])]),
    tokenEndpointAuthMethod: client.tokenEndpointAuthMethod,
    isPublic: client.tokenEndpointAuthMethod === 'none',
    pkceRequired: client.pkceRequired,
    refreshTokenRotation: client.refreshTokenRotation,
    metadata: Object.freeze(client.metadata),
    isActive: client.status === 'active',
    isUnused: client.expiresAt !== null,
    isVerified: client.isVerified,
    ownerName: client.owner?.username ?? null,
    ownerEmployeeId: client.ownerEmployeeId,
    secrets: Object.freeze((client.secrets ?? []).map(liveSecret)),
    snapshot: appearanceOf(client),
  });
}

function liveSecret({ digest, expiresAt, sealedSecret: sealed }: ClientSecret): LiveSecret {
  return Object.freeze({ digest, expiresAt, sealed });
}

/** The columns that people see something of. */
export type Look = Pick<Client, 'clientName' | 'logo' | 'redirectUris' | 'metadata'>;

/** What people see of the app now. */
export function appearanceOf(client: Look): ClientAppearance {
  const hosts = [...new Set(client.redirectUris.map(redirectHost))].toSorted();
  const names = localizedNames(client.metadata);
  return Object.freeze({
    name: client.clientName,
    ...(names !== undefined && { names }),
    logo: client.logo,
    hosts: Object.freeze(hosts),
  });
}
