import { SIGNING_ALGS } from '../protocol/jose-algs.js';
import { SCOPES } from '../protocol/scope.js';
import { CLAIMS_LANGUAGE } from '../protocol/claims-language.js';
import { type DiscoverySettings, oauthMetadata } from './oauth-metadata.js';

/**
 * OpenID provider metadata (OpenID Connect Discovery §3): those of RFC 8414, and what OpenID Connect adds. Like them made
 * from the lists that the endpoints themselves read; test/spec/oidc-discovery-3-metadata.e2e-spec.ts exercises every value.
 */
export function openIdMetadata(settings: DiscoverySettings): Readonly<Record<string, unknown>> {
  return {
    ...oauthMetadata(settings),
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: SIGNING_ALGS,
    claim_types_supported: ['normal'],
    claims_supported: ['sub', ...SCOPES.flatMap(({ claims }) => claims)],
    // Claims are kept in the one form in which the user wrote them; what the server adds, a country's name, is English.
    claims_locales_supported: [CLAIMS_LANGUAGE],
    // Front-Channel Logout §3, Back-Channel Logout §2.1.
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    // Discovery §3: left out, this one would mean true.
    request_uri_parameter_supported: false,
  };
}
