import { clientNameFault } from '../client-name.js';
import { APP_KIND_RULES, type AppKind, type AppKindRules, type GrantType } from '../grant-types.js';
import { lintRedirectUri, lintWebUri } from '../redirect-uri-lint.js';
import type { DefinedScopes } from '../custom-scope.js';
import { SCOPE_NAMES, SCOPES } from '../scope.js';
import type { MetadataFault } from './metadata-input.js';

/*
 * Rules for the members that have columns of their own (RFC 7591 §2).
 */

const MAX_REDIRECT_URIS = 20;

export function nameFaults(name: string): MetadataFault[] {
  const message = clientNameFault(name);
  return message === undefined ? [] : [{ field: 'client_name', message }];
}

export function clientUriFaults(uri: string | undefined): MetadataFault[] {
  const fault = uri === undefined ? null : lintWebUri(uri);
  if (fault === null) return [];
  const { message, index, length } = fault;
  return [{ field: 'client_uri', message, index, length }];
}

export function redirectUriFaults(uris: readonly string[], kind: AppKind): MetadataFault[] {
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

export function grantTypeFaults(asked: readonly string[] = [], { grantTypes }: AppKindRules): MetadataFault[] {
  const item = asked.findIndex((value) => !grantTypes.some((allowed) => allowed === value));
  if (item < 0) return [];
  return [
    { field: 'grant_types', message: `Choose from ${grantTypes.join(', ')}: this kind of app uses no other.`, item },
  ];
}

export function authMethodFaults(method: string | undefined, { authMethods }: AppKindRules): MetadataFault[] {
  if (method === undefined || authMethods.some((allowed) => allowed === method)) return [];
  const message = `Choose from ${authMethods.join(', ')}: this kind of app uses no other.`;
  return [{ field: 'token_endpoint_auth_method', message }];
}

export function scopeFaults(
  scopes: readonly string[],
  grantTypes: readonly GrantType[],
  defined: DefinedScopes,
): MetadataFault[] {
  return scopes.flatMap((name, item) => {
    const message = scopeFault(name, grantTypes, defined);
    return message === undefined ? [] : [{ field: 'scope' as const, message, item }];
  });
}

function scopeFault(name: string, grantTypes: readonly GrantType[], defined: DefinedScopes): string | undefined {
  const scope = SCOPES.find((candidate) => candidate.name === name) ?? defined.get(name);
  if (scope === undefined) return `Choose from ${SCOPE_NAMES.join(', ')}, or what an administrator defined.`;
  if (scope.needsUser && !grantTypes.includes('authorization_code')) {
    return `Leave out ${name}: only a person can allow it, and this kind of app acts for none.`;
  }
  // OpenID Connect Core §11: it asks for a refresh token, which this app could not use.
  if (name === 'offline_access' && !grantTypes.includes('refresh_token')) {
    return 'Leave out offline_access, or add the grant type refresh_token.';
  }
  return undefined;
}
