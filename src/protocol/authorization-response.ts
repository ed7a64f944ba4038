import type { OAuthErrorCode } from './oauth-error.js';
import type { ResponseMode } from './response-mode.js';
import { withQuery } from './with-query.js';

/** What goes back to the app: a code, or an error (RFC 6749 §4.1.2). */
export type AuthorizationResult = (
  { readonly code: string } | { readonly error: OAuthErrorCode; readonly error_description: string }
) & {
  /** OpenID Connect Session Management §2. */
  readonly session_state?: string;
};

/** Where an answer goes, and how. The redirect URI is one that the app registered. */
export interface ResponseTarget {
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state?: string;
}

/** An authorization response in the form in which the browser takes it to the app. */
export type AuthorizationResponse =
  | { readonly mode: 'query'; readonly url: string }
  | { readonly mode: 'form_post'; readonly action: string; readonly fields: Readonly<Record<string, string>> };

/**
 * The one place where answers to apps are made, whatever the mode (Keycloak GHSA-9vm7-v8wj-3fqw: a mode with a builder of
 * its own forgot a check). The registered URI stays as it is, character by character, its query included (RFC 6749
 * §3.1.2: "the query component MUST be retained").
 * @param iss RFC 9207 §2: on every authorization response, errors included, so that a client sees who answers
 */
export function authorizationResponse(
  { redirectUri, responseMode, state }: ResponseTarget,
  result: AuthorizationResult,
  iss: string,
): AuthorizationResponse {
  const fields = { ...result, ...(state === undefined ? {} : { state }), iss };
  if (responseMode === 'query') return { mode: responseMode, url: withQuery(redirectUri, fields) };
  // Form Post Response Mode 1.0 §2: "encoded as HTML form values that are auto-submitted in the User Agent".
  return { mode: responseMode, action: redirectUri, fields };
}
