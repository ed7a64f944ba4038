/** Every protocol endpoint and its path under the issuer. Routes, metadata, cross-site rules and tests read this list. */
export const ENDPOINTS = {
  /** RFC 6749 §3.1. */
  authorize: '/authorize',
  /** RFC 6749 §3.2. */
  token: '/token',
  /** RFC 7009 §2. */
  revoke: '/revoke',
  /** RFC 7662 §2. */
  introspect: '/introspect',
  /** OpenID Connect Core §5.3. */
  userinfo: '/userinfo',
  /** RFC 7591 §3; an app's own registration lies one step below (RFC 7592 §2). */
  register: '/connect/register',
  /** OpenID Connect RP-Initiated Logout §2. */
  logout: '/logout',
  /** OpenID Connect Session Management §3.2. */
  checkSession: '/session/check',
  /** RFC 7517 §5; the path is this server's own, the metadata publish it. */
  jwks: '/jwks',
  /** OpenID Connect Discovery §4. */
  openidConfiguration: '/.well-known/openid-configuration',
  /** RFC 8414 §3; the issuer has no path, so nothing is inserted. */
  oauthMetadata: '/.well-known/oauth-authorization-server',
} as const;

export type EndpointId = keyof typeof ENDPOINTS;

/** The member of the metadata document that publishes an endpoint (RFC 8414 §2, OpenID Connect Discovery §3). */
export const ENDPOINT_METADATA = {
  authorize: 'authorization_endpoint',
  token: 'token_endpoint',
  revoke: 'revocation_endpoint',
  introspect: 'introspection_endpoint',
  userinfo: 'userinfo_endpoint',
  register: 'registration_endpoint',
  logout: 'end_session_endpoint',
  checkSession: 'check_session_iframe',
  jwks: 'jwks_uri',
} as const satisfies Partial<Record<EndpointId, string>>;
