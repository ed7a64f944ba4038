import type { ClientMetadataInput, MetadataFault } from './client-metadata/metadata-input.js';
import { APP_KIND_RULES, type AppKind } from './grant-types.js';
import { DEFAULT_SIGNING_ALG } from './jose-algs.js';
import { OAuthError } from './oauth-error.js';

const MAX_FAULTS = 5;
const MAX_DESCRIPTION = 1_000;

/**
 * A registration under the names of RFC 7591 §2, with the defaults that apply: "the authorization server MUST return all
 * registered metadata about this client, including any fields provisioned by the authorization server itself" (§3.2.1).
 */
export function registeredMetadata(registered: ClientMetadataInput): Readonly<Record<string, unknown>> {
  const { kind, scope, grant_types: grantTypes = [], ...members } = registered;
  const { usesRedirects, mayUseCustomScheme } = APP_KIND_RULES[kind as AppKind];
  const openIdDefaults = {
    application_type: mayUseCustomScheme ? 'native' : 'web',
    subject_type: 'public',
    id_token_signed_response_alg: DEFAULT_SIGNING_ALG,
    require_auth_time: false,
  };
  return {
    ...(usesRedirects && openIdDefaults),
    ...members,
    grant_types: grantTypes,
    response_types: usesRedirects ? ['code'] : [],
    scope: scope.join(' '),
  };
}

/** What is wrong with a registration, as RFC 7591 §3.2.2 tells it: the code for callback URLs or for the rest. */
export function registrationError(faults: readonly MetadataFault[]): OAuthError {
  const code = faults[0]?.field === 'redirect_uris' ? 'invalid_redirect_uri' : 'invalid_client_metadata';
  const sentences = faults.slice(0, MAX_FAULTS).map(({ field, item, message }) => {
    return `${field}${item === undefined ? '' : `[${item}]`}: ${message}`;
  });
  return new OAuthError(code, sentences.join(' ').slice(0, MAX_DESCRIPTION));
}
