import { DISPLAYS } from '../protocol/display.js';
import { SIGNING_ALGS } from '../protocol/jose-algs.js';
import { PROMPTS } from '../protocol/prompt.js';
import { SCOPES } from '../protocol/scope.js';
import { oauthMetadata } from './oauth-metadata.js';

/**
 * OpenID provider metadata (OpenID Connect Discovery §3): those of RFC 8414, and what OpenID Connect adds. Like them made
 * from the lists that the endpoints themselves read; test/spec/oidc-discovery-3-metadata.e2e-spec.ts exercises every value.
 */
export function openIdMetadata(issuer: string): Readonly<Record<string, unknown>> {
  return {
    ...oauthMetadata(issuer),
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: SIGNING_ALGS,
    claim_types_supported: ['normal'],
    claims_supported: ['sub', ...SCOPES.flatMap(({ claims }) => claims)],
    display_values_supported: DISPLAYS,
    // Initiating User Registration 1.0 §5.
    prompt_values_supported: PROMPTS,
  };
}
