import { isObject, type JsonObject } from './json-value.js';
import { OAuthError } from './oauth-error.js';

/** Deeper than any registration; a key of a key set is on the fourth level. */
const MAX_DEPTH = 8;

/** The tokens of valid JSON that open, close, or are a text; a text with a colon behind it names a member. */
const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g;

/**
 * Parses the body of a request: an object, without two members of one name, not deeply nested. RFC 8259 §4: what a
 * program makes of repeated names "is unpredictable", and what a proxy judged could differ from what we take.
 * @throws OAuthError `invalid_request`
 */
export function parseStrictJson(text: string): JsonObject {
  const value = parsed(text);
  if (!isObject(value)) throw new OAuthError('invalid_request', 'send a JSON object');
  checkMembers(text);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OAuthError('invalid_request', 'the body is not well-formed JSON', { cause });
  }
}

/** @param text well-formed JSON */
function checkMembers(text: string): void {
  // The names of each object that is open here; a list is open as undefined.
  const open: (Set<string> | undefined)[] = [];
  for (const [token, string, colon] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (string !== undefined && colon !== undefined) checkName(JSON.parse(string) as string, open.at(-1));
    if (open.length > MAX_DEPTH) throw new OAuthError('invalid_request', 'the JSON is nested too deeply');
  }
}

function checkName(name: string, names: Set<string> | undefined): void {
  if (names?.has(name)) throw new OAuthError('invalid_request', 'a member of the JSON object stands there twice');
  names?.add(name);
}
