import { isObject, type JsonObject } from './json-value.js';
import { OAuthError } from './oauth-error.js';
import { parseUniqueJson } from './unique-json.js';

/** Deeper than any registration; a key of a key set is on the fourth level. */
const MAX_DEPTH = 8;

/**
 * Parses the body of a request: an object, without two members of one name, not deeply nested. RFC 8259 §4: what a
 * program makes of repeated names "is unpredictable", and what a proxy judged could differ from what we take.
 * @throws OAuthError `invalid_request`
 */
export function parseStrictJson(text: string): JsonObject {
  const value = parsed(text);
  if (isObject(value)) return value;
  throw new OAuthError('invalid_request', 'send a JSON object');
}

function parsed(text: string): unknown {
  try {
    return parseUniqueJson(text, MAX_DEPTH);
  } catch (cause) {
    const rules = `at most ${MAX_DEPTH} levels deep, no member twice`;
    throw new OAuthError('invalid_request', `not well-formed JSON (${rules})`, { cause });
  }
}
