import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '../protocol/json-value.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { parseStrictJson } from '../protocol/strict-json.js';

/** A body that was sent as JSON. No string, so that no endpoint that takes forms takes it for one. */
export class JsonBody {
  constructor(readonly text: string) {}
}

/**
 * The JSON object that was sent (RFC 7591 §3.1: `application/json`).
 * @throws OAuthError `invalid_request`
 */
export function parseJsonBody(request: FastifyRequest): JsonObject {
  if (request.body instanceof JsonBody) return parseStrictJson(request.body.text);
  throw new OAuthError('invalid_request', 'send the metadata as application/json');
}
