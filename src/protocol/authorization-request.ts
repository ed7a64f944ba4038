import {
  type AuthenticationDefaults,
  type AuthenticationDemands,
  parseAuthenticationDemands,
} from './authorization-request/authentication-demands.js';
import { parseClaims } from './authorization-request/claims.js';
import { parseCodeChallenge } from './authorization-request/code-challenge.js';
import { bounded, optional } from './authorization-request/values.js';
import type { ResponseTarget } from './authorization-response.js';
import type { ClaimsRequest } from './claims-request.js';
import { type Display, parseDisplay } from './display.js';
import { OAuthError } from './oauth-error.js';
import type { OpenIdClientMetadata } from './openid-client-metadata.js';
import type { ParsedParams, Params } from './params.js';
import { parsePrompt, type Prompt } from './prompt.js';
import { redirectUriMatches } from './redirect-uri.js';
import { checkResponseMode, parseResponseMode, responseModeOf } from './response-mode.js';
import { parseScope } from './scope.js';

/** What of a client's registration these rules look at. */
export interface AuthorizationClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly string[];
  readonly scopes: readonly string[];
  readonly pkceRequired: boolean;
  readonly isPublic: boolean;
  readonly metadata: AuthenticationDefaults & Pick<OpenIdClientMetadata, 'response_modes'>;
}

/** A validated authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1). */
export interface AuthorizationRequest extends ResponseTarget, AuthenticationDemands {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The resource servers that it names (RFC 8707 §2), to be checked; empty when it comes back from a step. */
  readonly resources: readonly string[];
  readonly codeChallenge?: string;
  readonly nonce?: string;
  readonly prompt: ReadonlySet<Prompt>;
  readonly display: Display;
  readonly loginHint?: string;
  /** As it was sent: who made it, and for whom, has to be verified. */
  readonly idTokenHint?: string;
  readonly uiLocales?: string;
  /** Kept only with the scope `openid`, which gives it a meaning. */
  readonly claims?: ClaimsRequest;
}

/** RFC 6749 appendix A.5: `state = 1*VSCHAR`. */
const STATE = /^[\x20-\x7e]{1,1024}$/;

/**
 * First phase: who asks, and where does the answer go? Until both are known good, a fault is a page, never a redirect
 * (RFC 6749 §4.1.2.1).
 * @throws OAuthError `invalid_request`
 */
export function requireClientId({ client_id: clientId }: Params): string {
  if (clientId === undefined) throw new OAuthError('invalid_request', 'client_id is missing');
  return clientId;
}

/** @throws OAuthError `invalid_request` */
export function requireRedirectUri({ redirect_uri: redirectUri }: Params): string {
  if (redirectUri === undefined) throw new OAuthError('invalid_request', 'redirect_uri is missing');
  return redirectUri;
}

/**
 * RFC 9700 §2.1: the redirect URI must be one that the client registered, compared exactly.
 * @throws OAuthError `invalid_request`
 */
export function checkRedirectUri(client: AuthorizationClient, redirectUri: string): void {
  if (redirectUriMatches(client.redirectUris, redirectUri)) return;
  throw new OAuthError('invalid_request', 'redirect_uri is not one that this app registered');
}

/**
 * The `state` of a request whose other parameters may be wrong, to give back with the error (RFC 6749 §4.1.2.1).
 * @returns undefined when there is none, or when it is itself what is wrong
 */
export function stateOf({ state }: Params): string | undefined {
  return state !== undefined && STATE.test(state) ? state : undefined;
}

/** Where the fault of a request goes whose client and redirect URI are good: as it asked, as far as that is right. */
export function faultTarget(values: Params, redirectUri: string): ResponseTarget {
  const responseMode = responseModeOf(values['response_mode'], redirectUri);
  return { redirectUri, responseMode, ...optional('state', stateOf(values)) };
}

/**
 * Second phase: everything else; faults go back to the app.
 * @throws OAuthError
 */
export function parseAuthorizationRequest(
  { values, lists }: ParsedParams,
  client: AuthorizationClient,
): AuthorizationRequest {
  checkResponseType(values);
  // RFC 6749 §4.1.2.1 unauthorized_client.
  if (!client.grantTypes.includes('authorization_code')) {
    throw new OAuthError('unauthorized_client', 'this app is not registered for the authorization_code grant');
  }
  const redirectUri = requireRedirectUri(values);
  const scopes = checkedScopes(values['scope'], client);
  return {
    clientId: client.clientId,
    redirectUri,
    responseMode: checkResponseMode(
      parseResponseMode(values['response_mode'], redirectUri),
      client.metadata.response_modes,
    ),
    scopes,
    resources: lists['resource'] ?? [],
    prompt: parsePrompt(values['prompt']),
    display: parseDisplay(values['display']),
    ...parseAuthenticationDemands(values, client.metadata),
    ...optional('state', parseState(values)),
    ...optional('codeChallenge', parseCodeChallenge(values, client)),
    ...optional('nonce', bounded(values, 'nonce')),
    ...optional('claims', parseClaims(values['claims'], scopes, client.scopes)),
    ...parseHints(values),
  };
}

function checkResponseType(values: Params): void {
  const responseType = values['response_type'];
  if (responseType === undefined) throw new OAuthError('invalid_request', 'response_type is missing');
  // OAuth 2.1: the implicit grant is gone.
  if (responseType !== 'code') throw new OAuthError('unsupported_response_type', 'response_type must be code');
}

/** RFC 6749 §3.3. A scope outside the registration is refused, not dropped: silence would hide the mistake. */
function checkedScopes(scope: string | undefined, client: AuthorizationClient): readonly string[] {
  const scopes = parseScope(scope);
  const excess = scopes.find((token) => !client.scopes.includes(token));
  if (excess === undefined) return scopes;
  throw new OAuthError('invalid_scope', `this app is not registered for scope '${excess}'`);
}

/** OpenID Connect Core §3.1.2.1: who is probably there, and which languages they read. */
function parseHints(values: Params): Pick<AuthorizationRequest, 'loginHint' | 'idTokenHint' | 'uiLocales'> {
  // Claims have no languages here; the wish is allowed all the same.
  bounded(values, 'claims_locales');
  return {
    ...optional('loginHint', bounded(values, 'login_hint')),
    ...optional('idTokenHint', bounded(values, 'id_token_hint')),
    ...optional('uiLocales', bounded(values, 'ui_locales')),
  };
}

function parseState(params: Params): string | undefined {
  const state = stateOf(params);
  if (state === params['state']) return state;
  throw new OAuthError('invalid_request', 'state must be at most 1024 printable ASCII characters');
}
