import { OAuthError } from './oauth-error.js';

const REALM = 'Bearer realm="doorward"';

/** RFC 6750 §2.1: `credentials = "Bearer" 1*SP b64token`; the scheme without case (RFC 9110 §11.1). */
const CREDENTIALS = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;
const SCHEME = /^bearer(?: |$)/i;

/** Where an access token may stand in a request to a protected resource. */
export interface BearerSources {
  readonly authorization: string | undefined;
  /** The `access_token` parameter of a form body (RFC 6750 §2.2). */
  readonly form: string | undefined;
  /** Whether the URL holds one: never accepted (RFC 9700 §4.3.2), since URLs are logged and remembered. */
  readonly isInUrl: boolean;
}

/**
 * The access token of a request.
 * @throws OAuthError `invalid_token` without a token, `invalid_request` for a malformed, repeated or misplaced one
 */
export function bearerToken({ authorization, form, isInUrl }: BearerSources): string {
  if (isInUrl)
    throw bearerError('invalid_request', 'send the access token in the Authorization header, not in the URL');
  if (form === undefined) return fromHeader(authorization);
  // RFC 6750 §2: "Clients MUST NOT use more than one method to transmit the token in each request."
  if (authorization === undefined) return form;
  throw bearerError('invalid_request', 'send the access token once: in the Authorization header or in the body');
}

function fromHeader(authorization: string | undefined): string {
  if (authorization === undefined || !SCHEME.test(authorization)) throw noToken();
  const [, token] = CREDENTIALS.exec(authorization) ?? [];
  if (token === undefined) throw bearerError('invalid_request', 'the Authorization header is not well-formed Bearer');
  return token;
}

/** An error of a protected resource with the challenge that RFC 6750 §3 asks for. */
export function bearerError(
  code: 'invalid_request' | 'invalid_token' | 'insufficient_scope',
  description: string,
): OAuthError {
  const challenge = `${REALM}, error="${code}", error_description="${description}"`;
  return new OAuthError(code, description, { headers: { 'www-authenticate': challenge } });
}

/**
 * RFC 6750 §3.1: "If the request lacks any authentication information […] the resource server SHOULD NOT include an
 * error code or other error information" in the challenge.
 */
function noToken(): OAuthError {
  return new OAuthError('invalid_token', 'send an access token in the Authorization header', {
    headers: { 'www-authenticate': REALM },
  });
}
