import {
  authMethodFaults,
  clientUriFaults,
  grantTypeFaults,
  nameFaults,
  redirectUriFaults,
  scopeFaults,
} from './client-metadata/base-members.js';
import type { ClientMetadataInput, MetadataFault } from './client-metadata/metadata-input.js';
import { readOpenIdMembers } from './client-metadata/openid-members.js';
import { tidyClientName } from './client-name.js';
import {
  APP_KIND_RULES,
  APP_KINDS,
  type AppKind,
  type AppKindRules,
  type ClientAuthMethod,
  type GrantType,
} from './grant-types.js';
import type { DefinedScopes } from './custom-scope.js';
import type { OpenIdClientMetadata } from './openid-client-metadata.js';

export type { ClientMetadataInput, MetadataFault } from './client-metadata/metadata-input.js';

/** A registration that keeps every rule. */
export interface ClientMetadata {
  readonly kind: AppKind;
  readonly clientName: string;
  readonly clientUri: string | null;
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly GrantType[];
  readonly tokenEndpointAuthMethod: ClientAuthMethod;
  readonly scopes: readonly string[];
  readonly openid: OpenIdClientMetadata;
}

export type MetadataResult =
  | { readonly metadata: ClientMetadata; readonly faults: readonly [] }
  | { readonly metadata?: undefined; readonly faults: readonly MetadataFault[] };

/**
 * The one validator of client metadata: panel, command line and registration endpoint use it for new clients and for
 * every change, whole and not by difference, so that an update cannot slip past a rule (attacks A29, R10).
 * @param defined what administrators defined among the scopes
 */
export function checkClientMetadata(input: ClientMetadataInput, defined: DefinedScopes = new Map()): MetadataResult {
  const kind = APP_KINDS.find((candidate) => candidate === input.kind);
  if (kind === undefined) return { faults: [{ field: 'kind', message: `Choose one of ${APP_KINDS.join(', ')}.` }] };
  const rules = APP_KIND_RULES[kind];
  const grantTypes = grantTypesOf(input, rules);
  const clientName = tidyClientName(input.client_name);
  const authMethod = authMethodOf(input, rules);
  const redirectUris = input.redirect_uris;
  const { openid, faults: openidFaults } = readOpenIdMembers(input, { kind, redirectUris, authMethod });
  const faults = [
    ...nameFaults(clientName),
    ...clientUriFaults(input.client_uri),
    ...redirectUriFaults(redirectUris, kind),
    ...grantTypeFaults(input.grant_types, rules),
    ...authMethodFaults(input.token_endpoint_auth_method, rules),
    ...scopeFaults(input.scope, grantTypes, defined),
    ...openidFaults,
  ];
  if (faults.length > 0) return { faults };
  const metadata: ClientMetadata = {
    kind,
    clientName,
    clientUri: input.client_uri ?? null,
    redirectUris,
    grantTypes,
    tokenEndpointAuthMethod: authMethod,
    scopes: [...new Set(input.scope)],
    openid,
  };
  return { metadata, faults: [] };
}

/** The registered types; the kind's first one is always on, nothing asked for means the kind's defaults. */
function grantTypesOf({ grant_types: asked = [] }: ClientMetadataInput, rules: AppKindRules): readonly GrantType[] {
  if (asked.length === 0) return rules.defaultGrantTypes;
  return rules.grantTypes.filter((grantType, index) => index === 0 || asked.includes(grantType));
}

/** RFC 7591 §2: "If unspecified or omitted, the default is client_secret_basic", for those that have a secret. */
function authMethodOf(
  { token_endpoint_auth_method: asked }: ClientMetadataInput,
  { authMethods, isConfidential }: AppKindRules,
): ClientAuthMethod {
  return authMethods.find((method) => method === asked) ?? (isConfidential ? 'client_secret_basic' : 'none');
}
