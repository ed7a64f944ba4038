import { ACR_VALUES } from '../protocol/acr.js';
import { DISPLAYS } from '../protocol/display.js';
import { ID_TOKEN_CLAIMS } from '../protocol/id-token.js';
import { CONTENT_ENCRYPTION_ALGS, KEY_MANAGEMENT_ALGS, SIGNING_ALGS } from '../protocol/jose-algs.js';
import { PROMPTS } from '../protocol/prompt.js';
import { SCOPES } from '../protocol/scope.js';
import { CLAIMS_LANGUAGE } from '../protocol/claims-language.js';
import { SUBJECT_TYPES } from '../protocol/subject.js';
import { type DiscoverySettings, oauthMetadata } from './oauth-metadata.js';

/**
 * OpenID provider metadata (OpenID Connect Discovery §3): those of RFC 8414, and what OpenID Connect adds. Like them made
 * from the lists that the endpoints themselves read; test/spec/oidc-discovery-3-metadata.e2e-spec.ts exercises every value.
 */
export function openIdMetadata(settings: DiscoverySettings): Readonly<Record<string, unknown>> {
  return {
    ...oauthMetadata(settings),
    subject_types_supported: SUBJECT_TYPES,
    id_token_signing_alg_values_supported: SIGNING_ALGS,
    id_token_encryption_alg_values_supported: KEY_MANAGEMENT_ALGS,
    id_token_encryption_enc_values_supported: CONTENT_ENCRYPTION_ALGS,
    userinfo_signing_alg_values_supported: SIGNING_ALGS,
    userinfo_encryption_alg_values_supported: KEY_MANAGEMENT_ALGS,
    userinfo_encryption_enc_values_supported: CONTENT_ENCRYPTION_ALGS,
    acr_values_supported: ACR_VALUES,
    claim_types_supported: ['normal'],
    claims_parameter_supported: true,
    claims_supported: [...ID_TOKEN_CLAIMS, ...SCOPES.flatMap(({ claims }) => claims)],
    // Claims are kept in the one form in which the user wrote them; what the server adds, a country's name, is English.
    claims_locales_supported: [CLAIMS_LANGUAGE],
    // Front-Channel Logout §3, Back-Channel Logout §2.1.
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    display_values_supported: DISPLAYS,
    // Initiating User Registration 1.0 §5.
    prompt_values_supported: PROMPTS,
  };
}
