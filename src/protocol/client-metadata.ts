import {
  APP_KIND_RULES,
  APP_KINDS,
  type AppKind,
  type AppKindRules,
  type ClientAuthMethod,
  type GrantType,
} from './grant-types.js';
import { lintRedirectUri } from './redirect-uri-lint.js';
import { SCOPES } from './scope.js';

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
const MAX_NAME = 100;

/**
 * The one validator of client metadata: panel, command line and registration endpoint use it for new clients and for
 * every change, whole and not by difference, so that an update cannot slip past a rule.
 */
export function checkClientMetadata(input: ClientMetadataInput): MetadataResult {
  const kind = APP_KINDS.find((candidate) => candidate === input.kind);
  if (kind === undefined) return { faults: [{ field: 'kind', message: `Choose one of ${APP_KINDS.join(', ')}.` }] };
  const rules = APP_KIND_RULES[kind];
  const grantTypes = grantTypesOf(input, rules);
  const faults = [
    ...nameFaults(input.client_name),
    ...clientUriFaults(input.client_uri),
    ...redirectUriFaults(input.redirect_uris, kind, grantTypes),
    ...listFaults('grant_types', input.grant_types ?? [], rules.grantTypes),
    ...authMethodFaults(input.token_endpoint_auth_method, rules),
    ...scopeFaults(input.scope, grantTypes),
  ];
  if (faults.length > 0) return { faults };
  return {
    faults: [],
    metadata: {
      kind,
      clientName: cleanName(input.client_name),
      clientUri: input.client_uri ?? null,
      redirectUris: rules.usesRedirects ? input.redirect_uris : [],
      grantTypes,
      tokenEndpointAuthMethod: authMethodOf(input, rules),
      scopes: [...new Set(input.scope)],
    },
  };
}

/** The registered types; the kind's first one is always on, nothing asked for means the kind's defaults. */
function grantTypesOf({ grant_types: asked = [] }: ClientMetadataInput, rules: AppKindRules): readonly GrantType[] {
  if (asked.length === 0) return rules.defaultGrantTypes;
  return rules.grantTypes.filter((grantType, index) => index === 0 || asked.includes(grantType));
}

function authMethodOf(
  { token_endpoint_auth_method: asked }: ClientMetadataInput,
  rules: AppKindRules,
): ClientAuthMethod {
  return rules.authMethods.find((method) => method === asked) ?? rules.authMethods[0] ?? 'client_secret_basic';
}

function cleanName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}

/** The name stands on the consent page: characters that hide or turn text around would let it lie. */
function nameFaults(name: string): MetadataFault[] {
  const clean = cleanName(name);
  if (clean === '') return [{ field: 'client_name', message: 'Give the app the name that people know it by.' }];
  if (clean.length > MAX_NAME)
    return [{ field: 'client_name', message: `Shorten the name to at most ${MAX_NAME} characters.` }];
  const index = clean.search(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u);
  if (index < 0) return [];
  return [{ field: 'client_name', message: 'Remove the invisible character from the name.', index, length: 1 }];
}

function clientUriFaults(uri: string | undefined): MetadataFault[] {
  if (uri === undefined) return [];
  const fault = lintRedirectUri(uri, 'server');
  return fault === null
    ? []
    : [{ field: 'client_uri', message: fault.message, index: fault.index, length: fault.length }];
}

function redirectUriFaults(uris: readonly string[], kind: AppKind, grantTypes: readonly GrantType[]): MetadataFault[] {
  if (!APP_KIND_RULES[kind].usesRedirects) {
    return uris.length === 0
      ? []
      : [{ field: 'redirect_uris', message: 'A machine app has no callback URLs: leave them out.' }];
  }
  if (uris.length === 0 && grantTypes.includes('authorization_code')) {
    return [
      { field: 'redirect_uris', message: 'Give at least one callback URL: the address that people come back to.' },
    ];
  }
  if (uris.length > MAX_REDIRECT_URIS) {
    return [{ field: 'redirect_uris', message: `Give at most ${MAX_REDIRECT_URIS} callback URLs.` }];
  }
  return uris.flatMap((uri, item) => {
    const fault = lintRedirectUri(uri, kind);
    if (fault !== null)
      return [
        { field: 'redirect_uris' as const, message: fault.message, item, index: fault.index, length: fault.length },
      ];
    return uris.indexOf(uri) === item
      ? []
      : [{ field: 'redirect_uris' as const, message: 'This address is in the list twice.', item }];
  });
}

function listFaults(field: 'grant_types', asked: readonly string[], allowed: readonly string[]): MetadataFault[] {
  const item = asked.findIndex((value) => !allowed.includes(value));
  return item < 0 ? [] : [{ field, message: `This kind of app can use ${allowed.join(', ')}.`, item }];
}

function authMethodFaults(method: string | undefined, { authMethods }: AppKindRules): MetadataFault[] {
  if (method === undefined || authMethods.some((allowed) => allowed === method)) return [];
  return [{ field: 'token_endpoint_auth_method', message: `This kind of app can use ${authMethods.join(', ')}.` }];
}

/** Scopes that only a person can allow make no sense for an app that acts for itself. */
function scopeFaults(scopes: readonly string[], grantTypes: readonly GrantType[]): MetadataFault[] {
  const hasUsers = grantTypes.includes('authorization_code');
  return scopes.flatMap((name, item) => {
    const scope = SCOPES.find((candidate) => candidate.name === name);
    if (scope === undefined) return [{ field: 'scope' as const, message: `There is no scope named like this.`, item }];
    if (scope.needsUser && !hasUsers)
      return [{ field: 'scope' as const, message: `${name} needs a person who allows it.`, item }];
    return [];
  });
}
