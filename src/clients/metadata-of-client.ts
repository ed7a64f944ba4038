import type { ClientMetadata, ClientMetadataInput } from '../protocol/client-metadata.js';
import { APP_KIND_RULES } from '../protocol/grant-types.js';
import type { Client } from './client.entity.js';
import { appearanceOf, type Look } from './registered-client.js';

/** The columns of an app that follow from its metadata and may change later. */
export type ChangeableColumns = Pick<
  Client,
  'clientName' | 'clientUri' | 'redirectUris' | 'grantTypes' | 'scopes' | 'tokenEndpointAuthMethod' | 'metadata'
>;

/** Members with which an app proves who it is: whoever sets them can be the app. */
export const CREDENTIAL_MEMBERS = ['token_endpoint_auth_method', 'jwks', 'jwks_uri'] as const;

/** The app as it would be asked for again: what a change starts from, so that the whole of it is checked. */
export function metadataOf(client: Client): ClientMetadataInput {
  const { localized, ...openid } = client.metadata;
  return {
    ...openid,
    ...localized,
    kind: client.kind,
    client_name: client.clientName,
    ...(client.clientUri === null ? {} : { client_uri: client.clientUri }),
    redirect_uris: client.redirectUris,
    grant_types: client.grantTypes,
    token_endpoint_auth_method: client.tokenEndpointAuthMethod,
    scope: client.scopes,
  };
}

/** The columns that hold the metadata. */
export function changeableColumns(metadata: ClientMetadata): ChangeableColumns {
  const { clientName, clientUri, redirectUris, grantTypes, scopes, tokenEndpointAuthMethod, openid } = metadata;
  return {
    clientName,
    clientUri,
    redirectUris: [...redirectUris],
    grantTypes: [...grantTypes],
    scopes: [...scopes],
    tokenEndpointAuthMethod,
    metadata: openid,
  };
}

const MEMBER_NAMES: Readonly<Record<string, string>> = {
  clientName: 'client_name',
  clientUri: 'client_uri',
  redirectUris: 'redirect_uris',
  grantTypes: 'grant_types',
  scopes: 'scope',
  tokenEndpointAuthMethod: 'token_endpoint_auth_method',
  registrationAccessTokenDigest: 'registration_access_token',
  isVerified: 'is_verified',
  suspendedReason: 'suspended_reason',
  adminScopes: 'admin_scopes',
  allowedScopes: 'allowed_scopes',
  pkceRequired: 'pkce_required',
};

/** RFC 6749 §2.1: whether this app can keep a secret. */
export function isConfidential({ kind }: ClientMetadata): boolean {
  return APP_KIND_RULES[kind].isConfidential;
}

/** Whether people would see the same names, logo and hosts. */
export function looksTheSame(before: Look, after: Look): boolean {
  return JSON.stringify(appearanceOf(before)) === JSON.stringify(appearanceOf(after));
}

/** Whether people would see the same of the app with this metadata; a picture at another address is another one. */
export function keepsLook(before: Client, metadata: ClientMetadata): boolean {
  const after = changeableColumns(metadata);
  return after.metadata.logo_uri === before.metadata.logo_uri && looksTheSame(before, { ...after, logo: before.logo });
}

/** What a change gives another value, by the names that the standards and the admin API have for it. */
export function changedMembers(before: Client, { metadata, ...columns }: Partial<Client>): string[] {
  const own = changedKeys(before, columns).map((column) => MEMBER_NAMES[column] ?? column);
  const kept: object = before.metadata;
  return metadata === undefined ? own : [...own, ...changedKeys(kept, { ...unset(kept), ...metadata })];
}

function changedKeys(before: object, after: object): string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was.get(key)))
    .map(([key]) => key);
}

function unset(members: object): Record<string, undefined> {
  return Object.fromEntries(Object.keys(members).map((member) => [member, undefined]));
}

/** Of the members with which an app proves who it is, those that a change gives another value. */
export function changedCredentials(before: Client, change: Partial<ChangeableColumns>): string[] {
  const { tokenEndpointAuthMethod = before.tokenEndpointAuthMethod, metadata = before.metadata } = change;
  const after: Partial<ClientMetadataInput> = { ...metadata, token_endpoint_auth_method: tokenEndpointAuthMethod };
  const was = metadataOf(before);
  return CREDENTIAL_MEMBERS.filter((member) => JSON.stringify(was[member]) !== JSON.stringify(after[member]));
}
