import type { Settings } from '../config/settings.js';
import { LANGUAGES } from '../pages/reader.js';
import { ENDPOINT_METADATA, ENDPOINTS } from '../protocol/endpoints.js';
import { CLIENT_AUTH_METHODS, GRANT_TYPES } from '../protocol/grant-types.js';
import { ASSERTION_ALGS, CLIENT_SIGNING_ALGS } from '../protocol/jose-algs.js';
import { RESPONSE_MODES } from '../protocol/response-mode.js';
import { SCOPE_NAMES } from '../protocol/scope.js';

/** What of the settings the documents depend on. */
export type DiscoverySettings = Pick<Settings, 'issuer' | 'dynamicRegistration'>;

/**
 * Authorization server metadata (RFC 8414 §2), made from the lists that the endpoints themselves read, so that it cannot
 * claim what the server refuses.
 */
export function oauthMetadata({ issuer, dynamicRegistration }: DiscoverySettings): Readonly<Record<string, unknown>> {
  const endpoints = Object.entries(ENDPOINT_METADATA).map(([id, member]) => {
    return [member, issuer + ENDPOINTS[id as keyof typeof ENDPOINT_METADATA]] as const;
  });
  const isOn = ([member]: readonly [string, string]) =>
    member !== ENDPOINT_METADATA.register || dynamicRegistration !== 'off';
  return {
    issuer,
    ...Object.fromEntries(endpoints.filter(isOn)),
    scopes_supported: SCOPE_NAMES,
    ui_locales_supported: LANGUAGES,
    response_types_supported: ['code'],
    response_modes_supported: RESPONSE_MODES,
    grant_types_supported: GRANT_TYPES,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: CLIENT_AUTH_METHODS,
    token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGS,
    revocation_endpoint_auth_methods_supported: CLIENT_AUTH_METHODS,
    revocation_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGS,
    // RFC 7662 §2.1: not without authentication.
    introspection_endpoint_auth_methods_supported: CLIENT_AUTH_METHODS.filter((method) => method !== 'none'),
    introspection_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGS,
    // RFC 9207 §3.
    authorization_response_iss_parameter_supported: true,
    ...requestObjectMetadata(),
  };
}

/** RFC 9101 §9.2, with the members of OpenID Connect Discovery §3. */
function requestObjectMetadata() {
  return {
    request_parameter_supported: true,
    request_uri_parameter_supported: true,
    require_request_uri_registration: true,
    // OpenID Connect Core §6.1 lets an object be unsigned, where the client did not register an algorithm.
    request_object_signing_alg_values_supported: ['none', ...CLIENT_SIGNING_ALGS],
  };
}
