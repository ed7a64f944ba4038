import type { FastifyRequest } from 'fastify';
import { authorizationHeader } from '../http/form-body.js';
import { bearerToken } from '../protocol/bearer-token.js';

/**
 * The bearer token of a request to the registration endpoint (RFC 7591 §3, RFC 7592 §2): in the header, nowhere else.
 * @throws OAuthError `invalid_token`, `invalid_request`
 */
export function registrationBearer(request: FastifyRequest): string {
  const isInUrl = /[?&]access_token=/.test(request.url);
  return bearerToken({ authorization: authorizationHeader(request), form: undefined, isInUrl });
}
