import type { FastifyRequest } from 'fastify';
import { OAuthError } from '../protocol/oauth-error.js';
import { parseParams, type ParsedParams } from '../protocol/params.js';

/** Parameters that may stand several times (RFC 8707 §2, RFC 8693 §2.1). */
const REPEATABLE = ['resource', 'audience'];

/**
 * The parameters of a protocol endpoint that takes `application/x-www-form-urlencoded` only (RFC 6749 §3.2).
 * @throws OAuthError `invalid_request` for another content type, parameters in the URL, or a malformed body
 */
export function parseFormBody(request: FastifyRequest): ParsedParams {
  if (request.url.includes('?')) {
    throw new OAuthError('invalid_request', 'parameters belong in the body of this request, not in its URL');
  }
  if (typeof request.body !== 'string') {
    throw new OAuthError('invalid_request', 'send the parameters as application/x-www-form-urlencoded');
  }
  return parseParams(request.body, { repeatable: REPEATABLE });
}

/**
 * The parameters of the authorization endpoint: the query of a GET, the body of a POST (RFC 6749 §3.1), never both.
 * @throws OAuthError `invalid_request`
 */
export function parseQueryOrBody(request: FastifyRequest): ParsedParams {
  if (request.method === 'POST') return parseFormBody(request);
  const [, query = ''] = request.url.split('?', 2);
  return parseParams(query, { repeatable: REPEATABLE });
}

/** How often a header stands in the request. Node keeps only the first `Authorization` and says nothing. */
export function countHeader(request: FastifyRequest, name: string): number {
  return request.raw.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;
}

/**
 * The `Authorization` header, if there is one.
 * @throws OAuthError `invalid_request` when it stands twice
 */
export function authorizationHeader(request: FastifyRequest): string | undefined {
  if (countHeader(request, 'authorization') > 1) {
    throw new OAuthError('invalid_request', 'the Authorization header stands more than once');
  }
  return request.headers.authorization;
}
