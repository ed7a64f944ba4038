import { GRANT_TYPES, type GrantType } from './grant-types.js';
import { OAuthError } from './oauth-error.js';
import type { ParsedParams, Params } from './params.js';
import { isCodeVerifier } from './pkce.js';
import { parseScope } from './scope.js';

export interface AuthorizationCodeRequest {
  readonly grantType: 'authorization_code';
  readonly code: string;
  /** OAuth 2.1 clients leave it out; when present it must equal the one of the authorization request. */
  readonly redirectUri?: string;
  /** Left out only by a client that an admin exempted from PKCE. */
  readonly codeVerifier?: string;
  /** Where the token is to be used (RFC 8707 §2.2); empty when nothing was said. */
  readonly resources: readonly string[];
}

export interface RefreshTokenRequest {
  readonly grantType: 'refresh_token';
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  readonly resources: readonly string[];
}

export interface ClientCredentialsRequest {
  readonly grantType: 'client_credentials';
  readonly scopes: readonly string[];
  readonly resources: readonly string[];
}

export type TokenRequest = AuthorizationCodeRequest | RefreshTokenRequest | ClientCredentialsRequest;

const MAX_CREDENTIAL_LENGTH = 512;

const PARSERS: { [G in GrantType]: (params: Params, resources: readonly string[]) => TokenRequest } = {
  // RFC 6749 §4.1.3 and RFC 7636 §4.5.
  authorization_code: (params, resources) => ({
    grantType: 'authorization_code',
    code: required(params, 'code'),
    ...(params['redirect_uri'] === undefined ? {} : { redirectUri: params['redirect_uri'] }),
    ...(params['code_verifier'] === undefined ? {} : { codeVerifier: codeVerifier(params['code_verifier']) }),
    resources,
  }),
  // RFC 6749 §6.
  refresh_token: (params, resources) => ({
    grantType: 'refresh_token',
    refreshToken: required(params, 'refresh_token'),
    scopes: parseScope(params['scope']),
    resources,
  }),
  // RFC 6749 §4.4.2.
  client_credentials: (params, resources) => ({
    grantType: 'client_credentials',
    scopes: parseScope(params['scope']),
    resources,
  }),
};

/**
 * Reads an access token request. Who the client is and whether it may is decided later.
 * @throws OAuthError `invalid_request`, `unsupported_grant_type`, `invalid_scope`
 */
export function parseTokenRequest({ values, lists }: ParsedParams): TokenRequest {
  const requested = values['grant_type'];
  if (requested === undefined) throw new OAuthError('invalid_request', 'grant_type is missing');
  const grantType = GRANT_TYPES.find((candidate) => candidate === requested);
  if (grantType === undefined) {
    throw new OAuthError('unsupported_grant_type', `grant_type takes ${GRANT_TYPES.join(', ')}`);
  }
  return PARSERS[grantType](values, lists['resource'] ?? []);
}

function required(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined) throw new OAuthError('invalid_request', `${name} is missing`);
  if (value.length > MAX_CREDENTIAL_LENGTH)
    throw new OAuthError('invalid_grant', `${name} is not one that this server issued`);
  return value;
}

function codeVerifier(text: string): string {
  if (isCodeVerifier(text)) return text;
  throw new OAuthError(
    'invalid_request',
    'code_verifier must be 43 to 128 unreserved characters (RFC 7636 section 4.1)',
  );
}
