import type { Client } from '../../clients/client.entity.js';
import { metadataOf } from '../../clients/metadata-of-client.js';
import type { ClientMetadata } from '../../protocol/client-metadata.js';
import type { JsonObject } from '../../protocol/json-value.js';

/** What of an app is declared besides its metadata. */
export interface ClientRules {
  readonly pkceRequired: boolean;
  readonly adminScopes: readonly string[] | null;
  readonly allowedScopes: readonly string[] | null;
  readonly isVerified: boolean;
  readonly status: string;
  readonly suspendedReason: string | null;
}

/** The app as it stands in a document. What is at its default is left out. */
export function clientDocument(client: Client): JsonObject {
  return documentOf({ ...metadataOf(client) }, client);
}

/** The same of metadata that was checked and may never have been stored. */
export function wantedDocument(metadata: ClientMetadata, rules: ClientRules): JsonObject {
  const { localized = {}, ...openid } = metadata.openid;
  const { kind, clientName, clientUri, redirectUris, grantTypes, tokenEndpointAuthMethod, scopes } = metadata;
  const members = {
    ...openid,
    ...localized,
    kind,
    client_name: clientName,
    ...(clientUri === null ? {} : { client_uri: clientUri }),
    redirect_uris: redirectUris,
    grant_types: grantTypes,
    token_endpoint_auth_method: tokenEndpointAuthMethod,
    scope: scopes,
  };
  return documentOf(members, rules);
}

const FIRST = [
  'client_name',
  'kind',
  'client_uri',
  'redirect_uris',
  'grant_types',
  'token_endpoint_auth_method',
  'scope',
];

function documentOf(metadata: JsonObject, rules: ClientRules): JsonObject {
  const others = Object.keys(metadata)
    .filter((name) => !FIRST.includes(name))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const members = [...FIRST, ...others].map((name) => [name, metadata[name]] as const);
  return Object.fromEntries([...members, ...rulesOf(rules)].filter(([, value]) => isSaid(value)));
}

function rulesOf({ status, ...rules }: ClientRules): readonly (readonly [string, unknown])[] {
  return [
    ['pkce_required', rules.pkceRequired ? undefined : false],
    ['admin_scopes', rules.adminScopes],
    ['allowed_scopes', rules.allowedScopes],
    ['is_verified', rules.isVerified || undefined],
    ['status', status === 'suspended' ? status : undefined],
    ['suspended_reason', rules.suspendedReason],
  ];
}

/** An empty list of rights or addresses says the same as none. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
