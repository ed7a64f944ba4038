import { checkAuthenticationClass, claimsAskedFor, type ClaimsRequest } from './claims-request.js';
import { OAuthError } from './oauth-error.js';
import type { ParsedParams, Params } from './params.js';
import { isCodeChallenge } from './pkce.js';
import { parsePrompt, type Prompt } from './prompt.js';
import { redirectUriMatches } from './redirect-uri.js';
import { parseScope } from './scope.js';

/** What of a client's registration these rules look at. */
export interface AuthorizationClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly string[];
  readonly scopes: readonly string[];
  readonly pkceRequired: boolean;
  readonly isPublic: boolean;
}

/** A validated authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1). */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state?: string;
  readonly codeChallenge?: string;
  readonly nonce?: string;
  readonly prompt: ReadonlySet<Prompt>;
  /** Seconds since the last login that are still acceptable. */
  readonly maxAge?: number;
  readonly loginHint?: string;
  readonly uiLocales?: string;
  /** Kept only with the scope `openid`, which gives it a meaning. */
  readonly claims?: ClaimsRequest;
}

/** RFC 6749 appendix A.5: `state = 1*VSCHAR`. */
const STATE = /^[\x20-\x7e]{1,1024}$/;
const MAX_NONCE = 255;
const MAX_HINT = 320;

/**
 * First phase: whom is this for? Until client and redirect URI are known good, a fault is a page, never a redirect
 * (RFC 6749 §4.1.2.1).
 * @throws OAuthError `invalid_request`
 */
export function parseClientAndRedirect(params: Params): { clientId: string; redirectUri: string } {
  const { client_id: clientId, redirect_uri: redirectUri } = params;
  if (clientId === undefined) throw new OAuthError('invalid_request', 'client_id is missing');
  if (redirectUri === undefined) throw new OAuthError('invalid_request', 'redirect_uri is missing');
  return { clientId, redirectUri };
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

/**
 * Second phase: everything else; faults go back to the app.
 * @throws OAuthError
 */
export function parseAuthorizationRequest(
  { values, lists }: ParsedParams,
  client: AuthorizationClient,
): AuthorizationRequest {
  checkWhatIsNotSupported(values, lists);
  // RFC 6749 §4.1.2.1 unauthorized_client.
  if (!client.grantTypes.includes('authorization_code')) {
    throw new OAuthError('unauthorized_client', 'this app is not registered for the authorization_code grant');
  }
  const { redirectUri } = parseClientAndRedirect(values);
  const scopes = checkedScopes(values['scope'], client);
  return {
    clientId: client.clientId,
    redirectUri,
    scopes,
    prompt: parsePrompt(values['prompt']),
    ...optional('state', parseState(values)),
    ...optional('codeChallenge', parseCodeChallenge(values, client)),
    ...optional('nonce', bounded(values, 'nonce', MAX_NONCE)),
    ...optional('maxAge', parseMaxAge(values['max_age'])),
    ...optional('loginHint', bounded(values, 'login_hint', MAX_HINT)),
    ...optional('uiLocales', bounded(values, 'ui_locales', MAX_HINT)),
    ...optional('claims', parseClaims(values['claims'], scopes)),
  };
}

function checkWhatIsNotSupported(values: Params, lists: ParsedParams['lists']): void {
  const responseType = values['response_type'];
  if (responseType === undefined) throw new OAuthError('invalid_request', 'response_type is missing');
  // OAuth 2.1: the implicit grant is gone.
  if (responseType !== 'code') throw new OAuthError('unsupported_response_type', 'response_type must be code');
  if (values['response_mode'] !== undefined && values['response_mode'] !== 'query') {
    throw new OAuthError('invalid_request', 'response_mode must be query');
  }
  // OpenID Connect Core §6.
  if (values['request'] !== undefined) {
    throw new OAuthError('request_not_supported', 'request objects are not supported');
  }
  if (values['request_uri'] !== undefined) {
    throw new OAuthError('request_uri_not_supported', 'request_uri is not supported');
  }
  // RFC 8707 §2: no resource server is registered that could be named.
  if (lists['resource'] !== undefined) throw new OAuthError('invalid_target', 'this server knows no such resource');
}

/** RFC 6749 §3.3. A scope outside the registration is refused, not dropped: silence would hide the mistake. */
function checkedScopes(scope: string | undefined, client: AuthorizationClient): readonly string[] {
  const scopes = parseScope(scope);
  const excess = scopes.find((token) => !client.scopes.includes(token));
  if (excess === undefined) return scopes;
  throw new OAuthError('invalid_scope', `this app is not registered for scope '${excess}'`);
}

/**
 * RFC 9700 §2.1.1: PKCE for every client, and S256 only. RFC 7636 §4.3 makes `plain` the default when the method is
 * missing, so a missing method is refused too.
 */
function parseCodeChallenge(params: Params, client: AuthorizationClient): string | undefined {
  const { code_challenge: challenge, code_challenge_method: method } = params;
  if (challenge === undefined) {
    if (method === undefined && !client.pkceRequired && !client.isPublic) return undefined;
    throw new OAuthError('invalid_request', 'code_challenge is missing: this server requires PKCE (RFC 7636)');
  }
  if (method !== 'S256') throw new OAuthError('invalid_request', 'send code_challenge_method=S256');
  if (isCodeChallenge(challenge)) return challenge;
  throw new OAuthError(
    'invalid_request',
    'code_challenge must be the base64url form of a SHA-256 digest, 43 characters',
  );
}

function parseState(params: Params): string | undefined {
  const state = stateOf(params);
  if (state === params['state']) return state;
  throw new OAuthError('invalid_request', 'state must be at most 1024 printable ASCII characters');
}

/** OpenID Connect Core §3.1.2.1. */
function parseMaxAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new OAuthError('invalid_request', 'max_age must be a whole number of seconds');
}

function parseClaims(text: string | undefined, scopes: readonly string[]): ClaimsRequest | undefined {
  const claims = claimsAskedFor(text, scopes);
  if (claims !== undefined) checkAuthenticationClass(claims);
  return claims;
}

function bounded(params: Params, name: string, most: number): string | undefined {
  const value = params[name];
  if (value !== undefined && value.length > most) {
    throw new OAuthError('invalid_request', `${name} is longer than ${most} characters`);
  }
  return value;
}

function optional<N extends string, T>(name: N, value: T | undefined): { [K in N]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: T };
}
