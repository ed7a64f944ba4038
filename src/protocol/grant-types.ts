/** Grant types that a client can be registered for (RFC 7591 §2). */
export const GRANT_TYPES = ['authorization_code', 'refresh_token', 'client_credentials'] as const;
export type GrantType = (typeof GRANT_TYPES)[number];

/** How a client proves who it is at the token endpoint (RFC 7591 §2 `token_endpoint_auth_method`). */
export const CLIENT_AUTH_METHODS = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
  'client_secret_jwt',
  'none',
] as const;
export type ClientAuthMethod = (typeof CLIENT_AUTH_METHODS)[number];

/** Those of a client that can keep a secret, or a key (RFC 6749 §2.1). */
const CONFIDENTIAL_METHODS = CLIENT_AUTH_METHODS.filter((method) => method !== 'none');

/** Whether a client of this method has a secret of ours; with `private_key_jwt` it has a key of its own instead. */
export function usesSecret(method: string): boolean {
  return method.startsWith('client_secret_');
}

export const APP_KINDS = ['server', 'browser', 'native', 'machine'] as const;
export type AppKind = (typeof APP_KINDS)[number];

export interface AppKindRules {
  /** RFC 6749 §2.1: can it keep a secret? */
  readonly isConfidential: boolean;
  readonly authMethods: readonly ClientAuthMethod[];
  /** What it may be registered for; the first is always on. */
  readonly grantTypes: readonly GrantType[];
  readonly defaultGrantTypes: readonly GrantType[];
  readonly usesRedirects: boolean;
  /** RFC 8252 §7.1: private-use URI schemes are for native apps. */
  readonly mayUseCustomScheme: boolean;
}

/** What each kind of app is and may do. The panel, the command line and registration read this table. */
export const APP_KIND_RULES: Readonly<Record<AppKind, AppKindRules>> = {
  server: {
    isConfidential: true,
    authMethods: CONFIDENTIAL_METHODS,
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    defaultGrantTypes: ['authorization_code', 'refresh_token'],
    usesRedirects: true,
    mayUseCustomScheme: false,
  },
  browser: {
    isConfidential: false,
    authMethods: ['none'],
    grantTypes: ['authorization_code', 'refresh_token'],
    defaultGrantTypes: ['authorization_code', 'refresh_token'],
    usesRedirects: true,
    mayUseCustomScheme: false,
  },
  native: {
    isConfidential: false,
    authMethods: ['none'],
    grantTypes: ['authorization_code', 'refresh_token'],
    defaultGrantTypes: ['authorization_code', 'refresh_token'],
    usesRedirects: true,
    mayUseCustomScheme: true,
  },
  machine: {
    isConfidential: true,
    authMethods: CONFIDENTIAL_METHODS,
    grantTypes: ['client_credentials'],
    defaultGrantTypes: ['client_credentials'],
    usesRedirects: false,
    mayUseCustomScheme: false,
  },
};
