import { OAuthError } from '../oauth-error.js';
import type { OpenIdClientMetadata } from '../openid-client-metadata.js';
import type { Params } from '../params.js';
import { bounded, optional } from './values.js';

/** What of a registration speaks when the request is silent (OpenID Connect Registration §2). */
export type AuthenticationDefaults = Pick<OpenIdClientMetadata, 'default_max_age' | 'default_acr_values'>;

/** What an app demands of the login. */
export interface AuthenticationDemands {
  /** Seconds since the last login that are still acceptable. */
  readonly maxAge?: number;
  /** Authentication context classes, best first: wishes, not conditions. */
  readonly acrValues: readonly string[];
}

/**
 * OpenID Connect Core §3.1.2.1 `max_age`, `acr_values`; "The max_age request parameter overrides this default value"
 * (Registration §2 `default_max_age`; likewise `default_acr_values`).
 * @throws OAuthError `invalid_request`
 */
export function parseAuthenticationDemands(params: Params, defaults: AuthenticationDefaults): AuthenticationDemands {
  const acrValues = bounded(params, 'acr_values');
  return {
    ...optional('maxAge', parseMaxAge(params['max_age']) ?? defaults.default_max_age),
    acrValues: acrValues?.split(' ').filter((value) => value !== '') ?? defaults.default_acr_values ?? [],
  };
}

function parseMaxAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new OAuthError('invalid_request', 'max_age must be a whole number of seconds');
}
