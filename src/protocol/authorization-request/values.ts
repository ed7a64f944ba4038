import { OAuthError } from '../oauth-error.js';
import type { Params } from '../params.js';

/** How long each free text may be. All of it is kept while the request waits, and some of it for as long as a grant. */
const LONGEST = {
  nonce: 255,
  login_hint: 320,
  ui_locales: 320,
  claims_locales: 320,
  acr_values: 1_000,
  id_token_hint: 8_192,
} as const;

/**
 * A parameter without rules but its length.
 * @throws OAuthError `invalid_request`
 */
export function bounded(params: Params, name: keyof typeof LONGEST): string | undefined {
  const value = params[name];
  if (value !== undefined && value.length > LONGEST[name]) {
    throw new OAuthError('invalid_request', `${name} is longer than ${LONGEST[name]} characters`);
  }
  return value;
}

/** A member that is there only when it has a value. */
export function optional<N extends string, T>(name: N, value: T | undefined): { [K in N]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: T };
}
