import { optional } from './authorization-request/values.js';
import { OAuthError } from './oauth-error.js';
import type { Params } from './params.js';
import { redirectUriMatches } from './redirect-uri.js';
import { withQuery } from './with-query.js';

/** What an end session request says (OpenID Connect RP-Initiated Logout §2), read but not yet believed. */
export interface LogoutParameters {
  readonly idTokenHint?: string;
  readonly clientId?: string;
  readonly redirectUri?: string;
  readonly state?: string;
  readonly uiLocales?: string;
}

/** What of a client's registration the rules look at. */
interface LogoutClient {
  readonly metadata: { readonly post_logout_redirect_uris?: readonly string[] };
}

/** Beyond these the request would not fit into an address again. */
const MAX_LENGTHS: Readonly<Record<string, number>> = {
  client_id: 255,
  post_logout_redirect_uri: 2_000,
  state: 2_000,
  ui_locales: 320,
};

/**
 * Reads an end session request. `logout_hint` is read by nobody: the page names whoever is signed in with this browser.
 * @throws OAuthError `invalid_request`
 */
export function parseLogoutParameters(params: Params): LogoutParameters {
  for (const [name, max] of Object.entries(MAX_LENGTHS)) {
    if ((params[name]?.length ?? 0) > max) throw new OAuthError('invalid_request', `${name} is too long`);
  }
  return {
    ...optional('idTokenHint', params['id_token_hint']),
    ...optional('clientId', params['client_id']),
    ...optional('redirectUri', params['post_logout_redirect_uri']),
    ...optional('state', params['state']),
    ...optional('uiLocales', params['ui_locales']),
  };
}

/** RP-Initiated Logout §3: it "MUST have been previously registered with the OP"; compared like redirect URIs. */
export function isPostLogoutRedirectUri({ metadata }: LogoutClient, redirectUri: string): boolean {
  return redirectUriMatches(metadata.post_logout_redirect_uris ?? [], redirectUri);
}

/** @throws OAuthError `invalid_request` */
export function checkPostLogoutRedirectUri(client: LogoutClient, redirectUri: string): void {
  if (isPostLogoutRedirectUri(client, redirectUri)) return;
  throw new OAuthError('invalid_request', 'post_logout_redirect_uri is not one that this app registered');
}

/** Where the browser goes after the logout: the registered address as it is, with the app's `state` (§3). */
export function postLogoutUrl(redirectUri: string, state: string | undefined): string {
  return state === undefined ? redirectUri : withQuery(redirectUri, { state });
}
