import type { OAuthErrorCode } from './oauth-error.js';

/** What goes back to the app: a code, or an error (RFC 6749 §4.1.2). */
export type AuthorizationResult = (
  { readonly code: string } | { readonly error: OAuthErrorCode; readonly error_description: string }
) & {
  /** OpenID Connect Session Management §2. */
  readonly session_state?: string;
};

export interface ResponseContext {
  readonly state?: string | undefined;
  /** RFC 9207 §2: on every authorization response, errors included, so that a client sees who answers. */
  readonly iss: string;
}

/**
 * The address that takes an authorization response back to the app. The registered URI stays as it is, character by
 * character, its query included (RFC 6749 §3.1.2: "the query component MUST be retained"); only parameters are added.
 */
export function authorizationResponseUrl(
  redirectUri: string,
  result: AuthorizationResult,
  { state, iss }: ResponseContext,
): string {
  const added = new URLSearchParams({ ...result, ...(state === undefined ? {} : { state }), iss });
  const separator = !redirectUri.includes('?') ? '?' : /[?&]$/.test(redirectUri) ? '' : '&';
  return `${redirectUri}${separator}${added.toString()}`;
}
