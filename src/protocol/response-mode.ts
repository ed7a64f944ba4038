import { OAuthError } from './oauth-error.js';

/**
 * How an authorization response travels (OAuth 2.0 Multiple Response Types §2.1, OAuth 2.0 Form Post Response Mode 1.0).
 * `fragment` is for tokens in addresses, of which this server gives none.
 */
export const RESPONSE_MODES = ['query', 'form_post'] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

/** Multiple Response Types §2.1: for `code` "the default Response Mode … is the query encoding". */
export const DEFAULT_RESPONSE_MODE: ResponseMode = 'query';

/**
 * Reads the `response_mode` parameter.
 * @throws OAuthError `invalid_request`
 */
export function parseResponseMode(mode: string | undefined, redirectUri: string): ResponseMode {
  const known = mode === undefined ? DEFAULT_RESPONSE_MODE : RESPONSE_MODES.find((candidate) => candidate === mode);
  if (known === undefined) throw new OAuthError('invalid_request', `response_mode takes ${RESPONSE_MODES.join(', ')}`);
  // A browser can post a form to a web address only, not to a native app.
  if (known === 'form_post' && !/^https?:/.test(redirectUri)) {
    throw new OAuthError('invalid_request', 'response_mode form_post needs a redirect_uri that begins with http');
  }
  return known;
}

/**
 * A client that registered `response_modes` takes its answers in these ways only.
 * @throws OAuthError `invalid_request`
 */
export function checkResponseMode(mode: ResponseMode, registered: readonly string[] | undefined): ResponseMode {
  if (registered === undefined || registered.includes(mode)) return mode;
  throw new OAuthError('invalid_request', `this app is not registered for response_mode ${mode}`);
}

/** The mode for an error of a request whose other parameters may be wrong: as asked for if that can be done. */
export function responseModeOf(mode: string | undefined, redirectUri: string): ResponseMode {
  try {
    return parseResponseMode(mode, redirectUri);
  } catch {
    return DEFAULT_RESPONSE_MODE;
  }
}
