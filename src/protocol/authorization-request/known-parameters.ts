import type { Params } from '../params.js';

/**
 * The parameters of an authorization request that mean something to this server, in itself or in a request object.
 * Anything else is neither read nor kept.
 */
export const KNOWN_PARAMETERS: readonly string[] = [
  'response_type',
  'response_mode',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'prompt',
  'max_age',
  'login_hint',
  'id_token_hint',
  'acr_values',
  'claims',
  'claims_locales',
  'ui_locales',
  'display',
];

/** Of what was sent, what this server knows. */
export function knownParameters(values: Params): Record<string, string> {
  return Object.fromEntries(
    KNOWN_PARAMETERS.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
