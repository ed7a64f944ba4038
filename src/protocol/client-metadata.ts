import { clientNameFault, tidyClientName } from './client-name.js';
import {
  APP_KIND_RULES,
  APP_KINDS,
  type AppKind,
  type AppKindRules,
  type ClientAuthMethod,
  type GrantType,
} from './grant-types.js';
import type { OpenIdClientMetadata } from './openid-client-metadata.js';
import { lintRedirectUri, lintWebUri } from './redirect-uri-lint.js';
import { SCOPE_NAMES, SCOPES } from './scope.js';

/** A client's registration as it is asked for (RFC 7591 §2); `kind` stands for application_type and more. */
export interface ClientMetadataInput {
  readonly kind: string;
  readonly client_name: string;
  readonly client_uri?: string;
  readonly redirect_uris: readonly string[];
  readonly grant_types?: readonly string[];
  readonly token_endpoint_auth_method?: string;
  readonly scope: readonly string[];
}

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

/** One thing to put right: which field, which of its values, which character. */
export interface MetadataFault {
  readonly field: keyof ClientMetadataInput;
  readonly message: string;
  /** Position in a list field. */
  readonly item?: number;
  /** Characters of that item that are wrong (0-based). */
  readonly index?: number;
  readonly length?: number;
}

export type MetadataResult =
  | { readonly metadata: ClientMetadata; readonly faults: readonly [] }
  | { readonly metadata?: undefined; readonly faults: readonly MetadataFault[] };

const MAX_REDIRECT_URIS = 20;

/**
 * The one validator of client metadata: panel, command line and registration endpoint use it for new clients and for
 * every change, whole and not by difference, so that an update cannot slip past a rule (attacks A29, R10).
 */
export function checkClientMetadata(input: ClientMetadataInput): MetadataResult {
  const kind = APP_KINDS.find((candidate) => candidate === input.kind);
  if (kind === undefined) return { faults: [{ field: 'kind', message: `Choose one of ${APP_KINDS.join(', ')}.` }] };
  const rules = APP_KIND_RULES[kind];
  const grantTypes = grantTypesOf(input, rules);
  const clientName = tidyClientName(input.client_name);
  const faults = [
    ...nameFaults(clientName),
    ...clientUriFaults(input.client_uri),
    ...redirectUriFaults(input.redirect_uris, kind),
    ...grantTypeFaults(input.grant_types, rules),
    ...authMethodFaults(input.token_endpoint_auth_method, rules),
    ...scopeFaults(input.scope, grantTypes),
  ];
  if (faults.length > 0) return { faults };
  const metadata: ClientMetadata = {
    kind,
    clientName,
    clientUri: input.client_uri ?? null,
    redirectUris: input.redirect_uris,
    grantTypes,
    tokenEndpointAuthMethod: authMethodOf(input, rules),
    scopes: [...new Set(input.scope)],
    openid: {},
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

function nameFaults(name: string): MetadataFault[] {
  const message = clientNameFault(name);
  return message === undefined ? [] : [{ field: 'client_name', message }];
}

function clientUriFaults(uri: string | undefined): MetadataFault[] {
  const fault = uri === undefined ? null : lintWebUri(uri);
  if (fault === null) return [];
  const { message, index, length } = fault;
  return [{ field: 'client_uri', message, index, length }];
}

function redirectUriFaults(uris: readonly string[], kind: AppKind): MetadataFault[] {
  const field = 'redirect_uris';
  if (uris.length === 0 && APP_KIND_RULES[kind].usesRedirects) {
    return [{ field, message: 'Give at least one callback URL: the address that people come back to.' }];
  }
  if (uris.length > MAX_REDIRECT_URIS) {
    return [{ field, message: `Give at most ${MAX_REDIRECT_URIS} callback URLs.` }];
  }
  return uris.flatMap((uri, item) => {
    const fault = lintRedirectUri(uri, kind);
    if (fault !== null) return [{ field, message: fault.message, item, index: fault.index, length: fault.length }];
    return uris.indexOf(uri) === item
      ? []
      : [{ field, message: 'Remove this address: it is in the list twice.', item }];
  });
}

function grantTypeFaults(asked: readonly string[] = [], { grantTypes }: AppKindRules): MetadataFault[] {
  const item = asked.findIndex((value) => !grantTypes.some((allowed) => allowed === value));
  if (item < 0) return [];
  return [
    { field: 'grant_types', message: `Choose from ${grantTypes.join(', ')}: this kind of app uses no other.`, item },
  ];
}

function authMethodFaults(method: string | undefined, { authMethods }: AppKindRules): MetadataFault[] {
  if (method === undefined || authMethods.some((allowed) => allowed === method)) return [];
  const message = `Choose from ${authMethods.join(', ')}: this kind of app uses no other.`;
  return [{ field: 'token_endpoint_auth_method', message }];
}

function scopeFaults(scopes: readonly string[], grantTypes: readonly GrantType[]): MetadataFault[] {
  return scopes.flatMap((name, item) => {
    const message = scopeFault(name, grantTypes);
    return message === undefined ? [] : [{ field: 'scope' as const, message, item }];
  });
}

function scopeFault(name: string, grantTypes: readonly GrantType[]): string | undefined {
  const scope = SCOPES.find((candidate) => candidate.name === name);
  if (scope === undefined) return `Choose from ${SCOPE_NAMES.join(', ')}.`;
  if (scope.needsUser && !grantTypes.includes('authorization_code')) {
    return `Leave out ${name}: only a person can allow it, and this kind of app acts for none.`;
  }
  // OpenID Connect Core §11: it asks for a refresh token, which this app could not use.
  if (name === 'offline_access' && !grantTypes.includes('refresh_token')) {
    return 'Leave out offline_access, or add the grant type refresh_token.';
  }
  return undefined;
}
